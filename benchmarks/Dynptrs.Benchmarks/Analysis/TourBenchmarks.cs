using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>What a program of the tour costs: Roslyn's own graph of it first, then what is done with that.</summary>
[MemoryDiagnoser]
public class TourBenchmarks
{
    private AnalyzedMethod _method = null!;

    [ParamsSource(nameof(Programs))]
    public string Program { get; set; } = "";

    public static IEnumerable<string> Programs => CompiledPrograms.Tour.FindPrograms().Select(method => method.Name);

    [GlobalSetup]
    public void Setup() => _method = CompiledPrograms.Tour.FindPrograms().Single(method => method.Name == Program).Prepare(isAccepted: true);

    [Benchmark(Baseline = true, Description = "Roslyn's graph")]
    public object Graph() => _method.CreateGraph();

    [Benchmark(Description = "lowering")]
    public object Lower() => _method.Lower();

    [Benchmark(Description = "verification")]
    public object Verify() => _method.Verify();
}
