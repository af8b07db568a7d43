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
        ["10 branches"] = ProgramSource.Branches(10, BranchKind.Number, leaks: true),
        ["1,000 branches"] = ProgramSource.Branches(1000, BranchKind.Number, leaks: true),
        ["1,000 records"] = ProgramSource.Branches(1000, BranchKind.Record, leaks: true),
        ["1 loop"] = ProgramSource.Loops(1, leaks: true),
        ["6 nested loops"] = ProgramSource.Loops(6, leaks: true),
    };

    private AnalyzedMethod _method = null!;

    [ParamsSource(nameof(Programs))]
    public string Program { get; set; } = "";

    public static IEnumerable<string> Programs => Sources.Keys;

    [GlobalSetup]
    public void Setup() => _method = CompiledPrograms.FromSource(Sources[Program]).FindPrograms().Single().Expect(isAccepted: false);

    [Benchmark(Description = "verification")]
    public object Verify() => _method.Verify();
}
