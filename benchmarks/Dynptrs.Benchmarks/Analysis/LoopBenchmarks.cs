using System.Linq;
using BenchmarkDotNet.Attributes;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>How the cost grows with the depth to which loops are nested. The innermost reserves, writes and submits a record.</summary>
public class LoopBenchmarks
{
    private AnalyzedMethod _method = null!;

    // Six loops of ten rounds are a million rounds: refused, as the kernel refuses them.
    [Params(1, 2, 3, 4, 5)]
    public int Depth { get; set; }

    [GlobalSetup]
    public void Setup() =>
        _method = CompiledPrograms.FromSource(ProgramSource.Loops(Depth)).FindPrograms().Single().Prepare(isAccepted: true);

    [Benchmark(Baseline = true, Description = "Roslyn's graph")]
    public object Graph() => _method.CreateGraph();

    [Benchmark(Description = "lowering")]
    public object Lower() => _method.Lower();

    [Benchmark(Description = "verification")]
    public object Verify() => _method.Verify();
}
