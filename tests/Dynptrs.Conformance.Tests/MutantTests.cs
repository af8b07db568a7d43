using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Conformance.Tests.Mutants;
using Dynptrs.Conformance.Tests.Sources;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Conformance.Tests;

/// <summary>The programs of the corpus with a change: whatever a person types, the analyzer ends, and lets nothing through.</summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    private const int Ordinary = 400;
    private const int Seed = 20_260;
    private const string AcceptedMutants = "accepted-mutants.json";

    [Fact]
    public async Task A_program_is_judged_alone_as_in_its_suite()
    {
        var different = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(MutantProgram.All, TestContext.Current.CancellationToken, async (program, _) =>
        {
            var found = (await program.GetErrors()).Select(error => error.Id.StartsWith("CS", StringComparison.Ordinal)
                ? error.ToString()
                : Mark.Of(error).ToString());
            var (marked, actual) = (
                program.Marks.Select(mark => mark.ToString()).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            if (!marked.SequenceEqual(actual))
                different.Add($"{program.Suite}, {program.Name}: marked {string.Join("; ", marked)}, found {string.Join("; ", actual)}");
        });
        Assert.True(different.IsEmpty, string.Join(Environment.NewLine, different));
    }

    /// <summary>All mutants with <c>DYNPTRS_NIGHTLY=1</c>, otherwise some hundreds of them, always the same.</summary>
    [Fact]
    public async Task No_mutant_breaks_the_analyzer()
    {
        ImmutableArray<Mutant> all =
        [
            .. MutantProgram.All.SelectMany(program => StatementMutants.Of(program)
                .Concat(ReleaseMutants.Moved(program))
                .Concat(OperandMutants.Of(program))),
        ];
        var isNightly = Environment.GetEnvironmentVariable("DYNPTRS_NIGHTLY") is { Length: > 0 } and not "0";
        var mutants = isNightly ? all : Sample(all);
        output.WriteLine(isNightly ? $"all {all.Length} mutants" : $"{mutants.Length} of {all.Length} mutants, seed {Seed}");
        var (verdicts, failures) = await Judge(mutants);
        output.WriteLine(Table(verdicts));
        Assert.True(failures.IsEmpty, string.Join(Environment.NewLine, failures));
    }

    /// <summary>Apart from those that are listed, with the reason why they are right all the same.</summary>
    [Fact]
    public async Task Without_a_release_or_a_null_check_a_program_is_rejected()
    {
        ImmutableArray<Mutant> mutants =
        [
            .. MutantProgram.All.Where(program => program.Marks.IsEmpty)
                .SelectMany(program => ReleaseMutants.Removed(program).Concat(NullCheckMutants.Of(program))),
        ];
        var (verdicts, failures) = await Judge(mutants);
        output.WriteLine(Table(verdicts));
        Assert.True(failures.IsEmpty, string.Join(Environment.NewLine, failures));
        var accepted = verdicts.Where(pair => pair.Verdict == MutantVerdict.Accepted).Select(pair => pair.Mutant.ToString()).ToHashSet();
        var listed = CaseTable.Read<AcceptedMutant>(AcceptedMutants);
        Assert.All(listed, mutant => Assert.False(string.IsNullOrWhiteSpace(mutant.Reason), $"{mutant} has no reason."));
        var names = listed.Select(mutant => mutant.ToString()).ToHashSet();
        string[] difference =
        [
            .. accepted
                .Except(names)
                .Order(StringComparer.Ordinal)
                .Select(mutant => $"accepted, and not listed in {AcceptedMutants}: {mutant}"),
            .. names
                .Except(accepted)
                .Order(StringComparer.Ordinal)
                .Select(mutant => $"listed in {AcceptedMutants}, and not accepted: {mutant}"),
        ];
        Assert.True(difference.Length == 0, string.Join(Environment.NewLine, difference));
    }

    private static ImmutableArray<Mutant> Sample(ImmutableArray<Mutant> all)
    {
        var mutants = all.ToArray();
        new Random(Seed).Shuffle(mutants);
        return [.. mutants.Take(Ordinary)];
    }

    private static async Task<(ImmutableArray<(Mutant Mutant, MutantVerdict Verdict)> Verdicts, ImmutableArray<string> Failures)> Judge(
        ImmutableArray<Mutant> mutants)
    {
        var verdicts = new ConcurrentBag<(Mutant, MutantVerdict)>();
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(mutants, TestContext.Current.CancellationToken, async (mutant, _) =>
        {
            try
            {
                verdicts.Add((mutant, await mutant.Program.Judge(mutant)));
            }
            catch (InvalidOperationException exception)
            {
                failures.Add($"{mutant}{Environment.NewLine}{exception.InnerException}");
            }
        });
        return ([.. verdicts], [.. failures]);
    }

    private static string Table(IEnumerable<(Mutant Mutant, MutantVerdict Verdict)> verdicts) => string.Join(Environment.NewLine, verdicts
        .GroupBy(pair => pair.Mutant.Kind)
        .OrderBy(group => group.Key)
        .Select(group => string.Create(
            CultureInfo.InvariantCulture,
            $"{group.Key}: {group.Count()}, {string.Join(", ", group.GroupBy(pair => pair.Verdict).OrderBy(by => by.Key).Select(by => $"{by.Key} {by.Count()}"))}")));
}
