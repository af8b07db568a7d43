using System.Linq;
using BenchmarkDotNet.Attributes;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>How the cost grows with the number of branches in sequence.</summary>
public class BranchBenchmarks
{
    private AnalyzedMethod _method = null!;

    [Params(10, 100, 1000)]
    public int Branches { get; set; }

    [Params(BranchKind.Number, BranchKind.Record)]
    public BranchKind Kind { get; set; }

    [GlobalSetup]
    public void Setup() =>
        _method = CompiledPrograms.FromSource(ProgramSource.Branches(Branches, Kind)).FindPrograms().Single().Prepare(isAccepted: true);

    [Benchmark(Baseline = true, Description = "Roslyn's graph")]
    public object Graph() => _method.CreateGraph();

    [Benchmark(Description = "lowering")]
    public object Lower() => _method.Lower();

    [Benchmark(Description = "verification")]
    public object Verify() => _method.Verify();
}
