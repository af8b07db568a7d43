using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>
/// How long the verification of each of the <see cref="WorstPrograms"/> takes, warm and in time of the processor, how long it goes on when it
/// is cancelled in the middle, and its verdict.
/// </summary>
internal static class WorstReport
{
    private const int Rounds = 7;

    /// <summary>Prints the report.</summary>
    /// <param name="names">What the names of the programs contain; all, if it is empty.</param>
    public static void Run(string[] names)
    {
        Console.WriteLine("| program | verification | goes on when cancelled | verdict |");
        Console.WriteLine("| --- | ---: | ---: | --- |");
        foreach (var (name, source) in WorstPrograms.All())
        {
            if (names.Length > 0 && !names.Any(part => name.Contains(part, StringComparison.Ordinal)))
                continue;
            var method = CompiledPrograms.FromSource(source).FindPrograms().Single();
            var findings = method.Verify().Findings;
            var times = Enumerable.Range(0, Rounds).Select(_ => Measure(method)).Order().ToList();
            var verdict = findings.IsEmpty ? "accepted" : string.Join(", ", findings.Select(finding => finding.GetType().Name));
            Console.WriteLine(FormattableString.Invariant($"| {name} | {times[Rounds / 2]:F1} ms | {MeasureCancelled(method):F1} ms | {verdict} |"));
        }
    }

    /// <summary>The longest that the work goes on after it is cancelled, here or there on its way, be it to its end.</summary>
    private static double MeasureCancelled(AnalyzedMethod method)
    {
        var watch = Stopwatch.StartNew();
        method.Verify();
        var whole = watch.Elapsed;
        var longest = TimeSpan.Zero;
        for (var i = 1; i <= Rounds; i++)
        {
            using var cancellation = new CancellationTokenSource();
            TimeSpan? cancelled = null;
            using var noted = cancellation.Token.Register(() => cancelled = Environment.CpuUsage.TotalTime);
            cancellation.CancelAfter(whole * i / (Rounds + 1));
            try
            {
                method.Verify(cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                // As it should.
            }

            if (Environment.CpuUsage.TotalTime - cancelled is { } after && after > longest)
                longest = after;
        }

        return longest.TotalMilliseconds;
    }

    private static double Measure(AnalyzedMethod method)
    {
        var start = Environment.CpuUsage.TotalTime;
        method.Verify();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
