using System;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>How the cost grows with the number of instructions, in straight and in branching code.</summary>
public class SizeBenchmarks
{
    private AnalyzedMethod _method = null!;

    [Params(10, 100, 1_000, 10_000)]
    public int Instructions { get; set; }

    [Params(false, true)]
    public bool IsBranching { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _method = CompiledPrograms.FromSource(ProgramSource.Rounds(Instructions, IsBranching))
            .FindPrograms()
            .Single()
            .Prepare(isAccepted: true);
        Console.WriteLine($"// {_method.InstructionCount} instructions");
    }

    [Benchmark(Baseline = true, Description = "Roslyn's graph")]
    public object Graph() => _method.CreateGraph();

    [Benchmark(Description = "lowering")]
    public object Lower() => _method.Lower();

    [Benchmark(Description = "verification")]
    public object Verify() => _method.Verify();
}
