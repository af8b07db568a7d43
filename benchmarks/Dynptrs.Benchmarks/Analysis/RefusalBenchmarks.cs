using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>
/// What it costs to refuse a program: each of these leaks a record, so its paths are followed a second time, exactly, until
/// the leak is found again or the budget for that is spent.
/// </summary>
public class RefusalBenchmarks
{
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["after 10 branches"] = ProgramSource.Branches(10, BranchKind.Number, leaks: true),
        ["after 1,000 branches"] = ProgramSource.Branches(1000, BranchKind.Number, leaks: true),
        ["after 1,000 records"] = ProgramSource.Branches(1000, BranchKind.Record, leaks: true),
        ["in a loop"] = ProgramSource.Loops(1, leaks: true),
        ["in 6 nested loops"] = ProgramSource.Loops(6, leaks: true),
        ["after a loop"] = ProgramSource.Loops(1, leaksAfter: true),
        ["after 2 nested loops"] = ProgramSource.Loops(2, leaksAfter: true),
        ["after 6 nested loops"] = ProgramSource.Loops(6, leaksAfter: true),
    };

    private AnalyzedMethod _method = null!;

    [ParamsSource(nameof(Leaks))]
    public string Leak { get; set; } = "";

    public static IEnumerable<string> Leaks => Sources.Keys;

    [GlobalSetup]
    public void Setup() => _method = CompiledPrograms.FromSource(Sources[Leak]).FindPrograms().Single().Prepare(isAccepted: false);

    [Benchmark(Description = "verification")]
    public object Verify() => _method.Verify();
}
