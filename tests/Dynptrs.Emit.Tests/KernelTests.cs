using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Tests.Building;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Testing.Judging;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests;

/// <summary>The kernel that runs here accepts what is accepted, and refuses what is refused.</summary>
public sealed class KernelTests
{
    private static readonly Dictionary<string, string> Exceptions =
        ProgramNote.Read("not-as-judged.json").ToDictionary(note => note.Program, note => note.Reason);

    /// <summary>Programs on which the verifier does not agree with the kernel yet, whatever is emitted.</summary>
    private static readonly HashSet<string> Disagreements =
        [.. ProgramNote.ReadDisagreements("corpus", ""), .. ProgramNote.ReadDisagreements("pairs", "pairs")];

    [Fact]
    public void What_is_accepted_is_loaded()
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        var verdicts = KernelVerdict.Of(ProgramSets.Programs.Where(program => program.Source is not null));
        var failures = verdicts
            .Where(verdict => verdict.Verdict.Answer == Answer.Refuses && !IsException(verdict.Program))
            .Select(verdict => $"{verdict.Program.Key}: {verdict.Verdict.Log}")
            .ToList();
        Assert.True(failures.Count == 0, string.Join("\n", failures));
        Report("accepted", verdicts);
    }

    [Fact]
    public void What_is_refused_is_not_loaded()
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        var refused = ProgramSets.All.SelectMany(set => set.EmitEach(includesRefused: true))
            .Where(program => program.Source is not null && ProgramSets.Programs.Single(other => other.Key == program.Key).IsRefused)
            .ToList();
        var verdicts = KernelVerdict.Of(refused);
        var failures = verdicts
            .Where(verdict => verdict.Verdict.Answer == Answer.Accepts && !IsException(verdict.Program))
            .Select(verdict => $"{verdict.Program.Key} is loaded")
            .ToList();
        Assert.True(failures.Count == 0, string.Join("\n", failures));
        Report("refused", verdicts);
    }

    [Fact]
    public void An_exception_names_a_program_and_says_why() => Assert.All(Exceptions, entry =>
    {
        Assert.Contains(ProgramSets.Programs, program => program.Key == entry.Key);
        Assert.NotEmpty(entry.Value);
    });

    private static bool IsException(EmittedProgram program) => Exceptions.ContainsKey(program.Key) || Disagreements.Contains(program.Key);

    private static void Report(string what, IReadOnlyList<KernelVerdict> verdicts)
    {
        var output = TestContext.Current.TestOutputHelper!;
        var answers = verdicts.ToLookup(verdict => verdict.Verdict.Answer);
        output.WriteLine($"{verdicts.Count} {what} programs: {answers[Answer.Accepts].Count()} loaded, "
            + $"{answers[Answer.Refuses].Count()} refused by the verifier.");
        foreach (var group in answers[Answer.None].GroupBy(verdict => verdict.Verdict.Log))
            output.WriteLine($"{string.Join(", ", group.Select(verdict => verdict.Program.Key))} not judged: {group.Key}");
    }
}
