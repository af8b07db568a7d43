using System.Threading.Tasks;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr load</c>.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task What_is_accepted_is_loaded()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Filter.cs");

        (await workspace.RunAsync("load", "Filter.cs")).ShouldBe("load-accepted");
    }

    [Fact]
    public async Task What_is_refused_is_not_loaded()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Leaking.cs");

        (await workspace.RunAsync("load", "Leaking.cs", "OnNanosleep")).ShouldBe("load-refused");
    }

    [Fact]
    public async Task The_kernel_says_its_own_words_at_the_line_of_what_is_refused()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Leaking.cs");

        var outcome = await workspace.RunAsync("load", "Leaking.cs", "--kernel");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches(@"Linux \S+ +refused\n +at Leaking\.cs:\d+: .*reference", outcome.Output);
        Assert.Matches(@"\n +1\d \| ", outcome.Output);
    }

    [Theory]
    [InlineData("OnPakcet", "There is no program `OnPakcet`. Did you mean `OnPacket`?")]
    [InlineData("Zzz", "There is no program `Zzz`. There are `Filter.OnPacket`, `Filter.OnSkb`, `Filter.Divide`, `Filter.OnSleep`.")]
    public async Task A_name_that_is_wrong_is_answered_with_those_that_are_right(string name, string message)
    {
        Needs.Clang();
        using var workspace = new Workspace("Filter.cs");

        (await workspace.RunAsync("load", "Filter.cs", name)).ShouldFail(message);
    }
}
