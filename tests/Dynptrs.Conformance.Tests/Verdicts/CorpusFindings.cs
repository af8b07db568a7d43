using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Conformance.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Conformance.Tests.Verdicts;

/// <summary>What is found in the corpus: computed once, and read by every test.</summary>
internal sealed class CorpusFindings
{
    private static readonly Lazy<Task<CorpusFindings>> Instance = new(Compute, LazyThreadSafetyMode.ExecutionAndPublication);

    private CorpusFindings(ImmutableArray<string> errors, ImmutableArray<Mark> shown, ImmutableArray<Mark> built, ImmutableArray<Mark> languageErrors)
    {
        Errors = errors;
        Shown = shown;
        Built = built;
        LanguageErrors = languageErrors;
    }

    /// <summary>The errors of C# in the files that must have none.</summary>
    public ImmutableArray<string> Errors { get; }

    /// <summary>What an editor shows live, document by document.</summary>
    public ImmutableArray<Mark> Shown { get; }

    /// <summary>What a build reports.</summary>
    public ImmutableArray<Mark> Built { get; }

    /// <summary>The errors of C# in the files that it refuses.</summary>
    public ImmutableArray<Mark> LanguageErrors { get; }

    public static Task<CorpusFindings> Get() => Instance.Value;

    private static async Task<CorpusFindings> Compute()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = CorpusCompilation.Create(CorpusSources.Valid);
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);

        var editor = compilation.WithAnalyzers([new DynptrAnalyzer()], options);
        var shown = ImmutableArray.CreateBuilder<Mark>();
        foreach (var file in CorpusSources.Valid)
            shown.AddRange(Verdicts(await editor.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(file.Tree), null, cancellation)));
        var built = await compilation.WithAnalyzers([new DynptrAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation);
        if (failure is not null)
            throw new InvalidOperationException("The analyzer failed on the corpus.", failure);

        return new CorpusFindings(
            [.. CorpusCompilation.GetErrors(compilation).Select(error => error.ToString())],
            shown.ToImmutable(),
            Verdicts(built),
            [.. CorpusSources.ByLanguage.SelectMany(file => CorpusCompilation.GetErrors(CorpusCompilation.Create(CorpusSources.Shared.Add(file)))).Select(Mark.Of)]);
    }

    /// <summary>Errors only: a suggestion is no verdict.</summary>
    private static ImmutableArray<Mark> Verdicts(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Mark.Of)];
}
