using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Dynptrs.Agreement.Sources;
using Dynptrs.Testing.Judging;

namespace Dynptrs.Agreement.Comparing;

/// <summary>Rounds of changes, and what comes of them.</summary>
internal sealed class Campaign(AgreementOptions options)
{
    private readonly Tally _tally = new();
    private readonly HashSet<string> _skipped = KnownDifferences.Read();

    /// <summary>Whether both agree on all.</summary>
    public bool Run()
    {
        foreach (var set in options.Files is { } files ? [ProgramSets.Read(files)] : ProgramSets.Read())
        {
            if (options.Rounds == 0)
                Run(set, MutatedSet.Unchanged(set), "0");
            for (var round = 0; round < options.Rounds; round++)
                Run(set, MutatedSet.Make(set, new Random(unchecked((options.Seed * 1_000_003) + round))), $"{options.Seed}-{round}");
        }

        Console.WriteLine(_tally);
        return _tally.Agrees;
    }

    private void Run(ProgramSet set, MutatedSet mutated, string round)
    {
        var watch = Stopwatch.StartNew();
        var comparisons = new Comparer(mutated).Compare(_skipped.Contains);
        foreach (var comparison in comparisons)
        {
            _tally.Add(comparison);
            // What this kernel cannot judge it cannot judge in the next round either.
            if (comparison.Verdict.Answer == Answer.None)
                _skipped.Add(comparison.Program.Name);
            if (comparison.Agrees)
                continue;
            Console.WriteLine($"{comparison.Outcome}: {comparison.Program.Name} ({comparison.Changes})");
            Write(comparison, round);
        }

        Console.Error.WriteLine(
            $"{set.Name} {round}: {comparisons.Length} programs in {watch.Elapsed.TotalSeconds:F0} s; not judged: "
            + string.Join(
                ", ",
                comparisons.Where(comparison => comparison.Verdict.Answer == Answer.None).Select(comparison => comparison.Program.Name)));
    }

    private void Write(Comparison comparison, string round)
    {
        if (options.Output is null)
            return;
        var folder = Directory.CreateDirectory(Path.Combine(
            options.Output, comparison.IsDecidedByCompiler ? "compiler" : comparison.IsAcceptedHere ? "missed" : "false")).FullName;
        var name = Path.Combine(folder, $"{comparison.Program.Name}-{round}");
        var declaration = comparison.Program.DeclaringSyntaxReferences[0].GetSyntax();
        var root = declaration.SyntaxTree.GetRoot();
        ImmutableArray<string> lines =
        [
            $"// {declaration.SyntaxTree.FilePath}: {comparison.Changes}",
            .. comparison.Findings.Select(finding => $"// {finding}"),
            .. Mutations.Mutator.Methods(root)
                .Where(method => MutatedSet.BelongsTo(method.Identifier.Text, comparison.Program.Name))
                .Select(method => method.ToFullString()),
            "// the kernel:",
            $"// literally: {comparison.Literally?.Answer}",
            .. comparison.Verdict.Log.TrimEnd().Split('\n').TakeLast(16).Select(line => "// " + line),
        ];
        File.WriteAllLines(name + ".cs.txt", lines);
        File.WriteAllText(name + ".bpf.c", comparison.Source);
    }
}
