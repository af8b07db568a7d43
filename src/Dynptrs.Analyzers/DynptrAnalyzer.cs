using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Contracts.Validation;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Analyzers.Reach;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers;

/// <summary>Verifies what each file declares and reports what is wrong where an editor shows it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DynptrAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
    [
        .. RuleCatalogue.Descriptors,
        .. ProgramDiagnostics.All,
        OptionDiagnostics.NotUnderstood,
        ContractDiagnostics.WrongAttribute,
        PathDiagnostics.Step,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownTypes.Create(context.Compilation) is not { } known)
            return;
        var options = new AnalysisOptions(context.Options.AnalyzerConfigOptionsProvider);
        context.RegisterCompilationEndAction(options.Check);
        var reach = FilesInReach.Of(context.Compilation, known.Declaration, context.CancellationToken);
        if (reach.IsEmpty)
            return;

        var compilation = new AnalyzedCompilation(context.Compilation, known, context.CancellationToken, options);
        var (validator, verifier) = (new ContractValidator(compilation), new TypeVerifier(compilation));
        RegisterSymbols(method => SectionCheck.Check(method, known), SymbolKind.Method);
        RegisterSymbols(validator.CheckMethod, SymbolKind.Method);
        RegisterSymbols(validator.CheckProperty, SymbolKind.Property);
        RegisterSymbols(validator.CheckField, SymbolKind.Field);
        RegisterSymbols(validator.CheckType, SymbolKind.NamedType);
        context.RegisterSemanticModelAction(file =>
        {
            if (reach.Contains(file.SemanticModel.SyntaxTree))
                verifier.Verify(file);
        });

        void RegisterSymbols(Action<SymbolAnalysisContext> check, SymbolKind kind) => context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.DeclaringSyntaxReferences.Any(part => reach.Contains(part.SyntaxTree)))
                    check(symbol);
            },
            kind);
    }
}
