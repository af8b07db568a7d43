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
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [.. RuleCatalogue.Descriptors, .. ProgramDiagnostics.All, OptionDiagnostics.NotUnderstood, ContractDiagnostics.WrongAttribute];

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
        var gate = new BodyGate(compilation);
        context.RegisterSymbolAction(method => SectionCheck.Check(method, known), SymbolKind.Method);
        var validator = new ContractValidator(compilation);
        context.RegisterSymbolAction(validator.CheckMethod, SymbolKind.Method);
        context.RegisterSymbolAction(validator.CheckProperty, SymbolKind.Property);
        context.RegisterSymbolAction(validator.CheckType, SymbolKind.NamedType);
        context.RegisterCompilationEndAction(options.Check);
        context.RegisterSymbolStartAction(start => Start(start, compilation, gate), SymbolKind.NamedType);
    }

    private static void Start(SymbolStartAnalysisContext context, AnalyzedCompilation compilation, BodyGate gate)
    {
        // What is inside an owner or a view implements the contracts of its members; they are trusted, not verified.
        if (compilation.IsImplementation((INamedTypeSymbol)context.Symbol))
            return;
        if (IsInSeveralFiles(context.Symbol))
        {
            context.RegisterOperationBlockAction(blocks => Verify(blocks, compilation, gate));
            return;
        }

        var type = new TypeVerification(context.Symbol, compilation);
        context.RegisterOperationBlockAction(blocks =>
        {
            if (blocks.OwningSymbol is IMethodSymbol method && gate.IsWorthVerifying(method, blocks.OperationBlocks))
                type.Add(method);
        });
        context.RegisterSymbolEndAction(end => type.Report(end.ReportDiagnostic, end.CancellationToken));
    }

    /// <summary>
    /// Verifies one method at once. An editor analyses file by file, and of a type in several files it comes to the end only
    /// when it has seen them all, which it may never: binding one part may declare members of another.
    /// </summary>
    private static void Verify(OperationBlockAnalysisContext blocks, AnalyzedCompilation compilation, BodyGate gate)
    {
        if (blocks.OwningSymbol is not IMethodSymbol method || !gate.IsWorthVerifying(method, blocks.OperationBlocks))
            return;
        var verification = new TypeVerification(method.PartialImplementationPart ?? method, compilation);
        verification.Add(method);
        verification.Report(blocks.ReportDiagnostic, blocks.CancellationToken);
    }

    private static bool IsInSeveralFiles(ISymbol type)
    {
        var parts = type.DeclaringSyntaxReferences;
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].SyntaxTree != parts[0].SyntaxTree)
                return true;
        }

        return false;
    }
}
