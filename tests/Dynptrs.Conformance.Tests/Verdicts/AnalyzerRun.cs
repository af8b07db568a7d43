using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Conformance.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Conformance.Tests.Verdicts;

/// <summary>What the analyzer finds in a compilation.</summary>
/// <param name="Errors">The errors of C#.</param>
/// <param name="Shown">What an editor shows live, document by document.</param>
/// <param name="Built">What a build reports.</param>
internal sealed record AnalyzerRun(ImmutableArray<string> Errors, ImmutableArray<Mark> Shown, ImmutableArray<Mark> Built)
{
    public static async Task<AnalyzerRun> Of(CSharpCompilation compilation, IEnumerable<SyntaxTree> documents)
    {
        var cancellation = TestContext.Current.CancellationToken;
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);

        var editor = compilation.WithAnalyzers([new DynptrAnalyzer()], options);
        var shown = ImmutableArray.CreateBuilder<Mark>();
        foreach (var document in documents)
        {
            shown.AddRange(
                Verdicts(await editor.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(document), null, cancellation)));
        }

        var built = await compilation.WithAnalyzers([new DynptrAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        if (failure is not null)
            throw new InvalidOperationException("The analyzer failed.", failure);

        return new AnalyzerRun(
            [.. CorpusCompilation.GetErrors(compilation).Select(error => error.ToString())], shown.ToImmutable(), Verdicts(built));
    }

    /// <summary>Errors only: a suggestion is no verdict.</summary>
    private static ImmutableArray<Mark> Verdicts(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Mark.Of)];
}
