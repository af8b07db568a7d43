using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Configuration;

/// <summary>What the options ask of the analysis is done, and what they say that means nothing is reported.</summary>
public sealed class OptionTests
{
    /// <summary>
    /// A method that loses a record, and reads behind the end of a span; what it helps, a program or nobody, stands below.
    /// </summary>
    private const string Source = """
        using System;
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            static int s_sum;

            HEAD
            public static int Run(TracepointContext ctx)
            {
                Lose();
                Read();
                return 0;
            }

            static void Lose()
            {
                Events.Reserve(8, out Dynptr ptr);
            LEAK

            static void Read()
            {
                Dynptr.FromMemory(ref s_sum, 0, out Dynptr _);
                Span<byte> buffer = stackalloc byte[8];
                s_sum += OUTSIDE;
            }
        }
        """;

    [Theory]
    [InlineData("", true, true)]
    [InlineData("all", true, true)]
    [InlineData("lifetime", true, false)]
    [InlineData("Lifetime ", true, false)]
    [InlineData("off", false, false)]
    public Task Host_code_is_verified_as_far_as_is_asked(string value, bool leaks, bool isOutside) =>
        AnalyzerTest.VerifyWithOptions(Options(value.Length == 0 ? "" : $"dynptr.host_code = {value}"), Compose("", leaks, isOutside));

    [Theory]
    [InlineData("all")]
    [InlineData("lifetime")]
    [InlineData("off")]
    public Task What_a_program_reaches_is_verified_whatever_is_asked_of_host_code(string value) =>
        AnalyzerTest.VerifyWithOptions(
            Options($"dynptr.host_code = {value}"),
            Compose("[BpfProgram(\"tp/syscalls/sys_enter_nanosleep\")]", leaks: true, isOutside: true));

    [Fact]
    public Task The_contract_that_a_program_trusts_is_verified_where_host_code_is_not() => AnalyzerTest.VerifyWithOptions(
        Options("dynptr.host_code = off"),
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int Run(TracepointContext ctx)
            {
                Events.Reserve(8, out Dynptr ptr);
                Finish(ref ptr, ctx[0] == 0);
                return 0;
            }

            static void Finish([Releases("ringbuf")] ref Dynptr ptr, bool keep)
            {
                if (keep)
                    ptr.Submit();
            {|DYN041:}|}

            static void Unreached([Releases("ringbuf")] ref Dynptr ptr)
            {
            }
        }
        """);

    [Fact]
    public Task A_folder_may_ask_for_something_else() => AnalyzerTest.VerifyWithOptions(
        ProjectOptions.Parse(
            ("/.globalconfig", "is_global = true\ndynptr.host_code = off\n"),
            ("/.editorconfig", "root = true\n[Source1.cs]\ndynptr.host_code = all\n")),
        "using Dynptrs; class A { void M(RingBuf events) { events.Reserve(8, out Dynptr ptr); } }",
        "using Dynptrs; class B { void M(RingBuf events) { events.Reserve(8, out Dynptr ptr); {|DYN001:}|} }");

    [Theory]
    [InlineData("build_property.BpfKernelVersion = 6.4", true)]
    [InlineData("build_property.BpfKernelVersion = 6.5", false)]
    [InlineData("dynptr.kernel_version = 6.4", true)]
    [InlineData("dynptr.kernel_version = 6.5", false)]
    [InlineData("dynptr.kernel_version = 6.4\nbuild_property.BpfKernelVersion = 6.5", true)]
    [InlineData("dynptr.kernel_version = 6.5\nbuild_property.BpfKernelVersion = 6.4", false)]
    public Task The_kernel_that_is_said_of_a_file_wins_over_that_of_the_project(string configuration, bool isTooNew) =>
        AnalyzerTest.VerifyWithOptions(
            Options(configuration),
            $$"""
            using Dynptrs;

            public static class Probe
            {
                [BpfProgram("tc")]
                public static int Run(SkBuff skb)
                {
                    skb.ToDynptr(out Dynptr ptr);
                    return {{(isTooNew ? "{|DYN022:ptr.Adjust(14, 64)|}" : "ptr.Adjust(14, 64)")}};
                }
            }
            """);

    [Theory]
    [InlineData(
        "dynptr.host_code = sometimes",
        "DYN047: `sometimes` is no value of `dynptr.host_code`, so its default holds: write all, lifetime or off")]
    [InlineData(
        "dynptr.exception_paths = some",
        "DYN047: `some` is no value of `dynptr.exception_paths`, so its default holds: write explicit or all")]
    [InlineData(
        "dynptr.show_path = yes",
        "DYN047: `yes` is no value of `dynptr.show_path`, so its default holds: write true or false")]
    [InlineData("dynptr.host_kode = off", "DYN047: `dynptr.host_kode` is no option: is `dynptr.host_code` meant?")]
    [InlineData(
        "dynptr.kernel_version = newest",
        "DYN046: `newest`, the dynptr.kernel_version of the project, is not a kernel version such as 6.12, so no helper is checked against it")]
    [InlineData(
        "build_property.BpfKernelVersion = newest",
        "DYN046: `newest`, the BpfKernelVersion of the project, is not a kernel version such as 6.12, so no helper is checked against it")]
    [InlineData(
        "build_property.DynptrPreset = strickt",
        "DYN047: `strickt` is no value of `DynptrPreset`, so its default holds: write default, strict or programs-only")]
    [InlineData(
        "build_property.DynptrPreset = strict\ndynptr.host_code = off\ndynptr.kernel_version = 6.1\nbuild_property.BpfKernelVersion = ")]
    public async Task What_means_nothing_is_reported_once(string configuration, params string[] expected)
    {
        var built = await AnalyzerTest.GetBuildDiagnostics("using Dynptrs; class Empty;", Options(configuration));
        Assert.Equal(expected, built.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}"));
    }

    [Fact]
    public async Task An_option_that_is_like_no_other_is_told_which_there_are()
    {
        var built = await AnalyzerTest.GetBuildDiagnostics("using Dynptrs; class Empty;", Options("dynptr.colour_of_squiggles = green"));
        Assert.StartsWith(
            "`dynptr.colour_of_squiggles` is no option: there are `dynptr.host_code`",
            Assert.Single(built).GetMessage(),
            System.StringComparison.Ordinal);
    }

    private static ProjectOptions Options(string lines) => ProjectOptions.Parse(("/.globalconfig", $"is_global = true\n{lines}\n"));

    private static string Compose(string head, bool leaks, bool isOutside) => Source
        .Replace("HEAD", head)
        .Replace("LEAK", leaks ? "{|DYN001:}|}" : "}")
        .Replace("OUTSIDE", isOutside ? "{|DYN007:buffer[8]|}" : "buffer[8]");
}
