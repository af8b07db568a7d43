using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Tests.Corpus;

namespace Dynptrs.Emit.Tests;

/// <summary>Every program that is accepted is emitted, and none that is refused.</summary>
public sealed class CorpusTests
{
    private static readonly Dictionary<string, string> NotEmitted =
        ProgramNote.Read("not-emitted.json").ToDictionary(note => note.Program, note => note.Reason);

    [Fact]
    public void The_programs_compile() => Assert.All(ProgramSets.All, set => Assert.Empty(set.Errors));

    [Fact]
    public void What_is_accepted_is_emitted() => Assert.All(
        ProgramSets.Programs.Where(program => !program.IsRefused && !NotEmitted.ContainsKey(program.Key)),
        program => Assert.True(program.Source is not null, $"{program.Key} is not emitted: {string.Join(" ", program.Object.Problems)}"));

    [Fact]
    public void What_has_no_form_says_so_at_its_line() => Assert.All(NotEmitted, entry =>
    {
        var program = Assert.Single(ProgramSets.Programs, program => program.Key == entry.Key);
        Assert.False(program.IsRefused, $"{entry.Key} is refused.");
        Assert.True(program.Source is null, $"{entry.Key} is emitted: remove it from the list.");
        var problem = Assert.Single(program.Object.Problems);
        Assert.EndsWith("cannot be emitted", problem.Message, System.StringComparison.Ordinal);
        Assert.True(problem.Location.IsInSource);
        Assert.NotEmpty(entry.Value);
    });

    [Fact]
    public void What_is_refused_is_not_emitted() =>
        Assert.All(ProgramSets.Programs.Where(program => program.IsRefused), program => Assert.Null(program.Source));
}
