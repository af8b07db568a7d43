using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Conformance.Tests.Sources;

namespace Dynptrs.Conformance.Tests.Verdicts;

/// <summary>What is found in the corpus: computed once, and read by every test.</summary>
internal sealed class CorpusFindings
{
    private static readonly Lazy<Task<CorpusFindings>> Instance = new(Compute, LazyThreadSafetyMode.ExecutionAndPublication);

    private readonly AnalyzerRun _run;

    private CorpusFindings(AnalyzerRun run, ImmutableArray<Mark> languageErrors)
    {
        _run = run;
        LanguageErrors = languageErrors;
    }

    /// <summary>The errors of C# in the files that must have none.</summary>
    public ImmutableArray<string> Errors => _run.Errors;

    /// <summary>What an editor shows live, document by document.</summary>
    public ImmutableArray<Mark> Shown => _run.Shown;

    /// <summary>What a build reports.</summary>
    public ImmutableArray<Mark> Built => _run.Built;

    /// <summary>The errors of C# in the files that it refuses.</summary>
    public ImmutableArray<Mark> LanguageErrors { get; }

    public static Task<CorpusFindings> Get() => Instance.Value;

    private static async Task<CorpusFindings> Compute() => new(
        await AnalyzerRun.Of(CorpusCompilation.Create(CorpusSources.Valid), CorpusSources.Valid.Select(file => file.Tree)),
        [
            .. CorpusSources.ByLanguage.SelectMany(file =>
                CorpusCompilation.GetErrors(CorpusCompilation.Create(CorpusSources.Shared.Add(file))))
                .Select(Mark.Of),
        ]);
}
