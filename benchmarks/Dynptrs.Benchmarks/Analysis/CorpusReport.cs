using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Dynptrs.Benchmarks.Analysis;

/// <summary>
/// What each program of the corpus costs, warm: hundreds of programs would take a benchmark of its own each, so each is measured a
/// few dozen times here, and its median printed.
/// </summary>
internal static class CorpusReport
{
    private const int WarmupRounds = 60;
    private const int Rounds = 41;

    public static void Run()
    {
        var programs = CompiledPrograms.Corpus.FindPrograms().ToList();
        for (var i = 0; i < WarmupRounds; i++)
        {
            foreach (var program in programs)
                _ = Measure(program);
        }

        var costs = programs.ToDictionary(program => program, _ => new List<Cost>());
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var program in programs)
                costs[program].Add(Measure(program));
        }

        var medians = costs.Select(pair => (pair.Key.Name, Cost: Cost.Median(pair.Value))).OrderBy(pair => pair.Cost.Verification).ToList();
        Console.WriteLine("| program | Roslyn's graph | lowering | verification |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var (name, cost) in medians)
            Console.WriteLine($"| {name} | {Format(cost.Graph)} | {Format(cost.Lowering)} | {Format(cost.Verification)} |");
        var median = Cost.Median([.. medians.Select(pair => pair.Cost)]);
        Console.WriteLine(
            $"| **the median of {programs.Count}** | {Format(median.Graph)} | {Format(median.Lowering)} | {Format(median.Verification)} |");
        Console.WriteLine($"| **in all** | {Format(medians.Sum(pair => pair.Cost.Graph))} | {Format(medians.Sum(pair => pair.Cost.Lowering))} | {Format(medians.Sum(pair => pair.Cost.Verification))} |");
    }

    private static Cost Measure(AnalyzedMethod method)
    {
        var start = Stopwatch.GetTimestamp();
        method.CreateGraph();
        var built = Stopwatch.GetTimestamp();
        method.Lower();
        var lowered = Stopwatch.GetTimestamp();
        method.Verify();
        return new Cost(Microseconds(start, built), Microseconds(built, lowered), Microseconds(lowered, Stopwatch.GetTimestamp()));
    }

    private static double Microseconds(long start, long end) => Stopwatch.GetElapsedTime(start, end).TotalMicroseconds;

    private static string Format(double microseconds) => FormattableString.Invariant($"{microseconds:F1} µs");

    private readonly record struct Cost(double Graph, double Lowering, double Verification)
    {
        public static Cost Median(IReadOnlyCollection<Cost> costs) =>
            new(
                MedianOf(costs.Select(cost => cost.Graph)),
                MedianOf(costs.Select(cost => cost.Lowering)),
                MedianOf(costs.Select(cost => cost.Verification)));

        private static double MedianOf(IEnumerable<double> values)
        {
            var sorted = values.Order().ToList();
            return sorted[sorted.Count / 2];
        }
    }
}
