using System;
using System.Linq;
using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests;

public sealed class FreshProjectTests
{
    private const string CloningProbe = """
        using Dynptrs;
        using static Telemetry.Bpf;

        namespace Telemetry;

        internal static class Probe
        {
            public static readonly RingBuf Events = new(maxEntries: 4096);

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int OnNanosleep(TracepointContext ctx)
            {
                bpf_ringbuf_reserve_dynptr(Events, 64, 0, out Dynptr ptr);
                bpf_dynptr_write(ptr, 0, new Sample { Pid = 1 }, 0);
                bpf_dynptr_clone(ptr, out Dynptr clone); // expect DYN022
                bpf_ringbuf_submit_dynptr(ref clone, 0);
                return 0;
            }
        }
        """;

    private const string WrongProbes = """
        using Dynptrs;
        using static Telemetry.Bpf;

        namespace Telemetry;

        internal static class WrongProbes
        {
            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int ReleasesTwice(TracepointContext ctx)
            {
                bpf_ringbuf_reserve_dynptr(Probe.Events, 64, 0, out Dynptr ptr);
                bpf_ringbuf_submit_dynptr(ref ptr, 0);
                bpf_ringbuf_discard_dynptr(ref ptr, 0); // expect DYN002
                return 0;
            }

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int WritesAfterSubmit(TracepointContext ctx)
            {
                bpf_ringbuf_reserve_dynptr(Probe.Events, 64, 0, out Dynptr ptr);
                Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
                bpf_ringbuf_submit_dynptr(ref ptr, 0);
                if (sample)
                    sample.Value.Pid = 1; // expect DYN005
                return 0;
            }
        }
        """;

    [Fact]
    public async Task A_correct_program_builds_without_a_diagnostic_and_runs()
    {
        using var project = Telemetry.CreateProject(Telemetry.CorrectProbe);

        (await project.BuildAsync()).ShouldSucceed().ShouldReport();
        var run = (await project.RunAsync()).ShouldSucceed();

        Assert.Equal(
            ["64 bytes, from this process: True", "returned 0, 1 record"],
            run.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_compiler_that_is_too_old_is_refused_with_one_error_that_says_so()
    {
        using var project = Telemetry.CreateProject(Telemetry.CorrectProbe);
        project.Write("Directory.Build.rsp", "-p:CompilerApiVersion=roslyn4.14");

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        var error = Assert.Single(build.Output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct());
        Assert.Contains("needs version 5.0 of the C# compiler or later", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_programs_fail_the_build_at_the_lines_that_are_wrong_and_nowhere_else()
    {
        using var project = Telemetry.CreateProject(Telemetry.LeakingProbe);
        project.Write("WrongProbes.cs", WrongProbes);

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        build.ShouldReport(
            [
                .. BuildDiagnostic.ParseMarks("Probe.cs", Telemetry.LeakingProbe),
                .. BuildDiagnostic.ParseMarks("WrongProbes.cs", WrongProbes),
            ]);
    }

    [Theory]
    [InlineData("6.4", false)]
    [InlineData("6.5", true)]
    public async Task A_helper_that_the_kernel_of_the_project_lacks_fails_the_build(string version, bool isThere)
    {
        using var project = Telemetry.CreateProject(CloningProbe, $"<BpfKernelVersion>{version}</BpfKernelVersion>");

        var build = await project.BuildAsync();

        Assert.Equal(isThere, build.ExitCode == 0);
        build.ShouldReport([.. isThere ? [] : BuildDiagnostic.ParseMarks("Probe.cs", CloningProbe)]);
    }
}
