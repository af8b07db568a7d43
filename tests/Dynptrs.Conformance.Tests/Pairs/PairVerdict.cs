using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Conformance.Tests.Sources;
using Dynptrs.Conformance.Tests.Verdicts;

namespace Dynptrs.Conformance.Tests.Pairs;

/// <summary>What became of a pair.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Rules">The rules that refuse it.</param>
/// <param name="Disagreement">Why this does not agree with the verdict, or <see langword="null"/> when it does.</param>
internal sealed record PairVerdict(Pair Pair, ImmutableArray<string> Rules, string? Disagreement)
{
    private static readonly Lazy<Task<AnalyzerRun>> Instance = new(Compute, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>What is found in the files: computed once, and read by every test.</summary>
    public static Task<AnalyzerRun> Run() => Instance.Value;

    /// <summary>The verdict on every pair, in the order of the table.</summary>
    public static async Task<ImmutableArray<PairVerdict>> All()
    {
        var found = (await Run()).Shown.ToLookup(PairFile.ProgramOf);
        var marks = PairFile.All.SelectMany(file => file.Marks).ToLookup(PairFile.ProgramOf);
        return
        [
            .. PairTable.Pairs.Select(pair => new PairVerdict(
                pair, PairFile.RulesOf(found[pair.Program]), pair.Disagreement([.. marks[pair.Program]], [.. found[pair.Program]]))),
        ];
    }

    private static Task<AnalyzerRun> Compute()
    {
        var documents = PairFile.All.Select(file => file.Tree).ToImmutableArray();
        return AnalyzerRun.Of(
            CorpusCompilation.Create(CorpusSources.Shared.Select(file => file.Tree).Concat(PairFile.Declarations).Concat(documents)),
            documents);
    }
}
