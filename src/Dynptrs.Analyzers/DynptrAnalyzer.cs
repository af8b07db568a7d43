using System.Collections.Immutable;
using Dynptrs.Analyzers.Configuration;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Contracts.Validation;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers;

/// <summary>Verifies the methods of each named type and reports what is wrong where an editor shows it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DynptrAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [.. RuleCatalogue.Descriptors, .. ProgramDiagnostics.All, OptionDiagnostics.NotUnderstood, ContractDiagnostics.WrongAttribute];

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
        var compilation = new AnalyzedCompilation(context.Compilation, known, context.CancellationToken, options);
        context.RegisterSymbolAction(method => SectionCheck.Check(method, known), SymbolKind.Method);
        var validator = new ContractValidator(compilation);
        context.RegisterSymbolAction(validator.CheckMethod, SymbolKind.Method);
        context.RegisterSymbolAction(validator.CheckProperty, SymbolKind.Property);
        context.RegisterSymbolAction(validator.CheckType, SymbolKind.NamedType);
        context.RegisterCompilationEndAction(options.Check);
        new TypeVerifier(compilation).Register(context);
    }
}
