using System;
using System.Linq;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>How long the verification of each of the <see cref="WorstPrograms"/> takes, warm and in time of the processor, and its verdict.</summary>
internal static class WorstReport
{
    private const int Rounds = 7;

    /// <summary>Prints the report.</summary>
    /// <param name="names">What the names of the programs contain; all, if it is empty.</param>
    public static void Run(string[] names)
    {
        Console.WriteLine("| program | verification | verdict |");
        Console.WriteLine("| --- | ---: | --- |");
        foreach (var (name, source) in WorstPrograms.All())
        {
            if (names.Length > 0 && !names.Any(part => name.Contains(part, StringComparison.Ordinal)))
                continue;
            var method = CompiledPrograms.FromSource(source).FindPrograms().Single();
            var findings = method.Verify().Findings;
            var times = Enumerable.Range(0, Rounds).Select(_ => Measure(method)).Order().ToList();
            var verdict = findings.IsEmpty ? "accepted" : string.Join(", ", findings.Select(finding => finding.GetType().Name));
            Console.WriteLine(FormattableString.Invariant($"| {name} | {times[Rounds / 2]:F1} ms | {verdict} |"));
        }
    }

    private static double Measure(AnalyzedMethod method)
    {
        var start = Environment.CpuUsage.TotalTime;
        method.Verify();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
