using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Dynptrs.Agreement.Kernels;
using Dynptrs.Agreement.Shrinking;
using Dynptrs.Agreement.Sources;

namespace Dynptrs.Agreement.Comparing;

/// <summary>Rounds of changes, and what comes of them.</summary>
internal sealed class Campaign(AgreementOptions options)
{
    // What is compiled together is held in memory together.
    private const int GeneratedTogether = 250;

    private readonly RunningKernel _running = new();
    private readonly List<Comparison> _comparisons = [];
    private readonly HashSet<string> _skipped = KnownDifferences.Read();

    /// <summary>Asks all kernels of all programs, and says what came of it.</summary>
    public CampaignResult Run()
    {
        foreach (var set in Sets())
        {
            if (options.Rounds == 0)
                Run(set.Name, AskedSet.Unchanged(set), options.Programs);
            for (var round = 0; round < options.Rounds; round++)
                Run($"{set.Name} {round}", AskedSet.Make(set, $"{options.Seed} {round}", options.Programs), options.Programs);
        }

        for (var start = 0; start < options.Generated; start += GeneratedTogether)
        {
            var end = Math.Min(start + GeneratedTogether, options.Generated);
            Run($"generated {start}", AskedSet.Generate(options.Seed, start, end), int.MaxValue);
        }

        foreach (var image in options.Kernels)
            Ask(new GuestKernel(image, options.Accelerator));
        Report(_running, _comparisons);
        return !_comparisons.Exists(comparison => comparison.IsJudged) ? CampaignResult.NotJudged
            : _comparisons.Exists(comparison => comparison.Outcome == Outcomes.Missed && !KnownMisses.Contains(comparison.Program))
                ? CampaignResult.Missed
                : CampaignResult.NothingMissed;
    }

    private IEnumerable<ProgramSet> Sets() => options switch
    {
        { Files: { } files } => [ProgramSets.Read(files)],
        { Rounds: 0, Generated: > 0 } => [],
        _ => ProgramSets.Read(),
    };

    private void Run(string title, AskedSet set, int most)
    {
        var watch = Stopwatch.StartNew();
        var comparisons = new Comparer(set, _running).Compare(_skipped.Contains, most);
        _comparisons.AddRange(comparisons);
        // What this kernel cannot judge it cannot judge in the next round either.
        if (options.Kernels.IsEmpty)
            _skipped.UnionWith(comparisons.Where(comparison => !comparison.IsJudged).Select(comparison => comparison.Program.Name));
        Console.Error.WriteLine($"{title}: {comparisons.Length} programs in {watch.Elapsed.TotalSeconds:F0} s");
    }

    private void Ask(GuestKernel guest)
    {
        var watch = Stopwatch.StartNew();
        var asked = Enumerable.Range(0, _comparisons.Count)
            .Where(i => options.IsGuestAskedOfAll || !_comparisons[i].Agrees || !_comparisons[i].IsJudged)
            .ToList();
        var answers = guest.AskLiterally(guest.Compare([.. asked.Select(i => _comparisons[i].Program)]));
        foreach (var (i, answer) in asked.Zip(answers))
        {
            if (answer is { IsJudged: true, Agrees: true } && _comparisons[i].Contradicting is null)
                _comparisons[i] = _comparisons[i] with { Contradicting = guest.Release };
        }

        Console.Error.WriteLine($"{guest.Release}: {asked.Count} programs in {watch.Elapsed.TotalSeconds:F0} s");
        Report(guest, answers);
    }

    private void Report(JudgingKernel kernel, IReadOnlyCollection<Comparison> comparisons)
    {
        var differing = comparisons.Where(comparison => !comparison.Agrees).ToImmutableArray();
        var smallest = options.Shrinks ? Shrink(kernel, differing) : differing;
        foreach (var (comparison, small) in differing.Zip(smallest))
        {
            Console.WriteLine($"{kernel.Release}: {comparison.Outcome}: {comparison.Program.Name} ({comparison.Program.Changes})");
            if (options.Output is { } output)
                new DifferenceFolder(Path.Combine(output, kernel.Release, Outcomes.FolderOf(comparison.Outcome))).Add(comparison, small);
        }

        foreach (var reason in comparisons.Where(comparison => !comparison.IsJudged).GroupBy(comparison => comparison.Verdict.Log.Trim()))
        {
            var names = string.Join(", ", reason.Select(comparison => comparison.Program.Name));
            Console.WriteLine($"{kernel.Release}: {Outcomes.NotJudged}: {reason.Key}: {names}");
        }

        Console.WriteLine(new CauseTable(kernel.Release, comparisons));
        Console.WriteLine(new Tally(kernel.Release, comparisons));
    }

    private static ImmutableArray<Comparison> Shrink(JudgingKernel kernel, ImmutableArray<Comparison> differing)
    {
        var watch = Stopwatch.StartNew();
        var wanted = differing.Where(comparison => comparison.Outcome is Outcomes.Missed or Outcomes.FalseAlarm).ToImmutableArray();
        var shrunk = wanted.Zip(new Shrinker(kernel).Shrink(wanted)).ToDictionary();
        Console.Error.WriteLine($"{kernel.Release}: {wanted.Length} programs made smaller in {watch.Elapsed.TotalSeconds:F0} s");
        return [.. differing.Select(comparison => shrunk.GetValueOrDefault(comparison, comparison))];
    }
}
