using System.Collections.Immutable;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>
/// An analyzer that is shown the same bodies as <see cref="Dynptrs.Analyzers.DynptrAnalyzer"/> and does nothing with them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IdleBodyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleCatalogue.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolStartAction(start => start.RegisterOperationBlockAction(_ => { }), SymbolKind.NamedType);
    }
}
