using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Dynptrs.Agreement.Guests;
using Dynptrs.Agreement.Sources;

namespace Dynptrs.Agreement.Comparing;

/// <summary>Rounds of changes, and what comes of them.</summary>
internal sealed class Campaign(AgreementOptions options)
{
    private static readonly string Running = File.ReadAllText("/proc/sys/kernel/osrelease").Trim();

    private readonly List<Comparison> _comparisons = [];
    private readonly HashSet<string> _skipped = KnownDifferences.Read();

    /// <summary>Asks all kernels of all programs, and says what came of it.</summary>
    public CampaignResult Run()
    {
        foreach (var set in options.Files is { } files ? [ProgramSets.Read(files)] : ProgramSets.Read())
        {
            if (options.Rounds == 0)
                Run(set.Name, MutatedSet.Unchanged(set));
            for (var round = 0; round < options.Rounds; round++)
                Run($"{set.Name} {round}", MutatedSet.Make(set, $"{options.Seed} {round}", options.Programs));
        }

        foreach (var image in options.Kernels)
            Ask(new GuestKernel(image, options.Accelerator));
        Report(Running, _comparisons);
        return !_comparisons.Exists(comparison => comparison.IsJudged) ? CampaignResult.NotJudged
            : _comparisons.Exists(comparison => comparison.Outcome == Outcomes.Missed && !KnownMisses.Contains(comparison.Program))
                ? CampaignResult.Missed
                : CampaignResult.NothingMissed;
    }

    private void Run(string title, MutatedSet mutated)
    {
        var watch = Stopwatch.StartNew();
        var comparisons = new Comparer(mutated).Compare(_skipped.Contains, options.Programs);
        _comparisons.AddRange(comparisons);
        // What this kernel cannot judge it cannot judge in the next round either.
        if (options.Kernels.IsEmpty)
            _skipped.UnionWith(comparisons.Where(comparison => !comparison.IsJudged).Select(comparison => comparison.Program.Name));
        Console.Error.WriteLine($"{title}: {comparisons.Length} programs in {watch.Elapsed.TotalSeconds:F0} s");
    }

    private void Ask(GuestKernel guest)
    {
        var watch = Stopwatch.StartNew();
        var asked = _comparisons.FindAll(comparison => options.IsGuestAskedOfAll || !comparison.Agrees || !comparison.IsJudged);
        var answers = guest.Compare([.. asked.Select(comparison => comparison.Program)]);
        foreach (var (comparison, answer) in asked.Zip(answers))
        {
            if (answer is { IsJudged: true, Agrees: true } && comparison.Contradicting is null)
                _comparisons[_comparisons.IndexOf(comparison)] = comparison with { Contradicting = guest.Release };
        }

        Console.Error.WriteLine($"{guest.Release}: {asked.Count} programs in {watch.Elapsed.TotalSeconds:F0} s");
        Report(guest.Release, answers);
    }

    private void Report(string kernel, IReadOnlyCollection<Comparison> comparisons)
    {
        foreach (var comparison in comparisons.Where(comparison => !comparison.Agrees))
        {
            Console.WriteLine($"{kernel}: {comparison.Outcome}: {comparison.Program.Name} ({comparison.Program.Changes})");
            if (options.Output is { } output)
                Write(comparison, Directory.CreateDirectory(Path.Combine(output, kernel, comparison.Outcome.Replace(' ', '-'))).FullName);
        }

        Console.WriteLine(new Tally(kernel, comparisons));
    }

    private static void Write(Comparison comparison, string folder)
    {
        var program = comparison.Program;
        var others = Directory.GetFiles(folder, $"{program.Name}-*.cs.txt").Length;
        var name = Path.Combine(folder, $"{program.Name}-{others + 1}");
        ImmutableArray<string> lines =
        [
            $"// {program.File}: {program.Changes}",
            .. program.Findings.Select(finding => $"// {finding}"),
            program.Text,
            "// the kernel:",
            $"// literally: {comparison.Literally?.Answer}",
            .. comparison.Verdict.Log.TrimEnd().Split('\n').TakeLast(16).Select(line => "// " + line),
        ];
        File.WriteAllLines(name + ".cs.txt", lines);
        File.WriteAllText(name + ".bpf.c", program.Source);
    }
}
