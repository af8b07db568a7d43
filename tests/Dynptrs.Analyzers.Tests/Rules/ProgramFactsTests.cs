using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>DYN045 and DYN046: sections that are not known, kernel versions that are none.</summary>
public sealed class ProgramFactsTests
{
    [Fact]
    public Task A_section_that_is_not_known_is_reported_where_it_is_written() => Helpers.Verify(
        """
        [BpfProgram({|DYN045:"xpd"|})]
        public static int Run(Parcel ctx) => Post.Sort(1);

        [BpfProgram("xdp")]
        public static int Mended(Parcel ctx) => 1;
        """);

    [Theory]
    [InlineData("xpd", "libbpf knows no section `xpd`: perhaps `xdp` was meant")]
    [InlineData("my_program", "libbpf knows no section `my_program`")]
    public async Task Near_sections_are_named(string section, string message) =>
        Assert.Equal([message], await Helpers.GetMessages($"[BpfProgram(\"{section}\")] public static int Run(Parcel ctx) => 0;"));

    [Theory]
    [InlineData("latest", 1)]
    [InlineData("6", 1)]
    [InlineData("6.x", 1)]
    [InlineData("-6.1", 1)]
    [InlineData("6.12", 0)]
    [InlineData(" 6.12.3 ", 0)]
    [InlineData("", 0)]
    public async Task A_kernel_version_that_is_none_is_reported_once(string kernel, int expected)
    {
        var built = await AnalyzerTest.GetBuildDiagnostics(
            "using Dynptrs; public static class Programs { [BpfProgram(\"tc\")] public static int Run(SkBuff skb) => 0; }",
            ProjectOptions.ForKernel(kernel));
        Assert.Equal(expected, built.Count(diagnostic => diagnostic.Id == "DYN046"));
        Assert.Equal(expected, built.Length);
    }
}
