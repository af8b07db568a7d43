using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Testing;

namespace Dynptrs.Verifier.Tests.Properties.Sabotage;

/// <summary>Faults that were repaired, and others, are put back into the verifier: the generated programs must show them.</summary>
public partial class SabotageTests(ITestOutputHelper output)
{
    private readonly List<int> _refused = [];
    private int _generated;

    [Fact]
    public void Every_fault_can_be_put_into_the_source() => Assert.All(Mutants.All, mutant => VerifierSource.Edit(mutant));

    [Fact]
    public void Generated_programs_show_a_fault() => Assert.InRange(Find(Mutants.All[0], Scale.Programs), 0, Scale.Programs);

    [Fact]
    public void Generated_programs_show_every_fault()
    {
        Assert.SkipUnless(Scale.IsNightly, "Takes long: DYNPTRS_NIGHTLY=1 runs it");
        var rows = new List<string>();
        var missed = new List<Mutant>();
        foreach (var mutant in Mutants.All)
        {
            var seed = Find(mutant, Scale.Programs);
            if (seed < 0)
                missed.Add(mutant);
            rows.Add(FormattableString.Invariant($"| {mutant} | {(seed < 0 ? "not found" : seed + 1):N0} |"));
            output.WriteLine(rows[^1]);
        }

        Assert.Empty(missed);
        if (Repository.IsUpdating)
            Publish(rows);
    }

    private static void Publish(List<string> rows)
    {
        var path = Path.Combine(Repository.Root, "docs", "properties.md");
        var table = string.Concat(rows.Select(row => row + "\n"));
        File.WriteAllText(path, Table().Replace(File.ReadAllText(path), match => match.Groups[1].Value + table));
    }

    [GeneratedRegex(@"(\| fault \| programs until found \|\n\| --- \| ---: \|\n)(?:\|.*\n)+")]
    private static partial Regex Table();

    /// <summary>The first program that shows a fault, or -1.</summary>
    private int Find(Mutant mutant, int most)
    {
        var context = new MutantContext(VerifierSource.Compile(mutant));
        try
        {
            // Only what the verifier refuses without the fault can show it. Most faults are seen soon.
            for (var (from, count) = (0, 1_000); from < most; (from, count) = (from + count, count * 2))
            {
                var seed = context.FindFirst([.. Refused(from, Math.Min(from + count, most))]);
                if (seed >= 0)
                    return seed;
            }

            return -1;
        }
        finally
        {
            context.Unload();
        }
    }

    private IEnumerable<int> Refused(int from, int end)
    {
        for (; _generated < end; _generated++)
        {
            if (!Soundness.IsAccepted(Soundness.Generate(_generated)))
                _refused.Add(_generated);
        }

        return _refused.Where(seed => seed >= from && seed < end);
    }
}
