using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Emit.Tests.Worlds;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests;

/// <summary>
/// What is accepted does the same in this process and in the kernel: the same value returned, the same packet left, the same variables.
/// </summary>
public sealed class SameResultTests
{
    private static readonly Dictionary<string, string> Exceptions =
        ProgramNote.Read("not-the-same.json").ToDictionary(note => note.Program, note => note.Reason);

    [Fact]
    public void A_program_gives_the_same_in_both_worlds()
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        var programs = ProgramSets.Programs.Where(program => program.Source is not null).ToList();
        programs.AsParallel().ForAll(program => Clang.Compile(WorldComparison.RunnableSource(program)));
        var results = programs
            .Select(program => (program.Key, Differences: WorldComparison.Compare(program)))
            .ToList();
        var run = results.Where(result => result.Differences is not null).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{results.Count} programs, {run.Count} run in both worlds, {run.Count(result => result.Differences!.Count == 0)} the same.");
        Assert.NotEmpty(run);
        var failures = run.Where(result => result.Differences!.Count > 0 && !Exceptions.ContainsKey(result.Key)).ToList();
        var messages = failures.Select(failure => $"{failure.Key}:\n    {string.Join("\n    ", failure.Differences!)}");
        Assert.True(failures.Count == 0, string.Join("\n", messages));
        Assert.All(
            run.Where(result => Exceptions.ContainsKey(result.Key)),
            result => Assert.True(result.Differences!.Count > 0, $"{result.Key} is the same in both: remove it from the list."));
    }

    [Fact]
    public void An_exception_names_a_program_and_says_why() => Assert.All(Exceptions, entry =>
    {
        Assert.Contains(ProgramSets.Programs, program => program.Key == entry.Key);
        Assert.NotEmpty(entry.Value);
    });
}
