using System.Linq;
using Dynptrs.Emit.Tests.Corpus;

namespace Dynptrs.Emit.Tests;

/// <summary>The same source gives the same C, byte for byte.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void Two_compilations_give_the_same_text()
    {
        var first = Goldens.Compile().EmitEach();
        var second = Goldens.Compile().EmitEach();
        Assert.NotEmpty(first);
        Assert.Equal(first.Select(program => program.Source), second.Select(program => program.Source));
    }

    [Fact]
    public void No_text_says_where_it_was_written() => Assert.All(
        ProgramSets.Programs.Where(program => program.Source is not null),
        program => Assert.DoesNotContain(Dynptrs.Testing.Repository.Root, program.Source!, System.StringComparison.Ordinal));
}
