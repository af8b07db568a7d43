using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests;

public sealed class FreshProjectTests
{
    private const string Host = """
        using Dynptrs;
        using Telemetry;

        int result = Probe.OnNanosleep(new TracepointContext());
        int records = new RingBufReader(Probe.Events).Consume(record =>
            Console.WriteLine($"{record.Length} bytes, from this process: {BitConverter.ToInt32(record) == Environment.ProcessId}"));
        Console.WriteLine($"returned {result}, {records} record");
        """;

    private const string Declarations = """
        using Dynptrs;

        namespace Telemetry;

        internal struct Sample
        {
            public int Pid;
        }

        [BpfHelpers]
        internal static partial class Bpf;
        """;

    private const string CorrectProbe = """
        using Dynptrs;
        using static Telemetry.Bpf;

        namespace Telemetry;

        internal static class Probe
        {
            public static readonly RingBuf Events = new(maxEntries: 4096);

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int OnNanosleep(TracepointContext ctx)
            {
                int err = bpf_ringbuf_reserve_dynptr(Events, 64, 0, out Dynptr ptr);
                Slice<Sample> sample = err != 0 ? default : bpf_dynptr_data<Sample>(ptr, 0);
                if (!sample)
                    goto discard;
                sample.Value.Pid = (int)(bpf_get_current_pid_tgid() >> 32);
                bpf_ringbuf_submit_dynptr(ref ptr, 0);
                return 0;
            discard:
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                return 0;
            }
        }
        """;

    private const string LeakingProbe = """
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
                Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
                if (!sample)
                    return 0; // expect DYN001
                sample.Value.Pid = (int)(bpf_get_current_pid_tgid() >> 32);
                bpf_ringbuf_submit_dynptr(ref ptr, 0);
                return 0;
            }
        }
        """;

    private const string UncheckedProbe = """
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
                Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
                sample.Value.Pid = (int)(bpf_get_current_pid_tgid() >> 32); // expect DYN006
                bpf_ringbuf_submit_dynptr(ref ptr, 0);
                return 0;
            }
        }
        """;

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
        using FreshProject project = CreateProject(CorrectProbe);

        (await project.BuildAsync()).ShouldSucceed().ShouldReport();
        CommandResult run = (await project.RunAsync()).ShouldSucceed();

        Assert.Equal(
            ["64 bytes, from this process: True", "returned 0, 1 record"],
            run.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Wrong_programs_fail_the_build_at_the_lines_that_are_wrong_and_nowhere_else()
    {
        using FreshProject project = CreateProject(LeakingProbe);
        project.Write("WrongProbes.cs", WrongProbes);

        CommandResult build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        build.ShouldReport(
            [.. BuildDiagnostic.ParseMarks("Probe.cs", LeakingProbe), .. BuildDiagnostic.ParseMarks("WrongProbes.cs", WrongProbes)]);
    }

    [Theory]
    [InlineData("DYN001", LeakingProbe)]
    [InlineData("DYN006", UncheckedProbe)]
    public async Task Dotnet_format_repairs_what_the_build_refused(string rule, string probe)
    {
        using FreshProject project = CreateProject(probe);
        (await project.BuildAsync()).ShouldReport(BuildDiagnostic.ParseMarks("Probe.cs", probe));

        (await project.FormatAnalyzersAsync(rule)).ShouldSucceed();

        (await project.BuildAsync()).ShouldSucceed().ShouldReport();
    }

    [Theory]
    [InlineData("6.4", false)]
    [InlineData("6.5", true)]
    public async Task A_helper_that_the_kernel_of_the_project_lacks_fails_the_build(string version, bool isThere)
    {
        using FreshProject project = CreateProject(CloningProbe, $"<BpfKernelVersion>{version}</BpfKernelVersion>");

        CommandResult build = await project.BuildAsync();

        Assert.Equal(isThere, build.ExitCode == 0);
        build.ShouldReport([.. isThere ? [] : BuildDiagnostic.ParseMarks("Probe.cs", CloningProbe)]);
    }

    private static FreshProject CreateProject(string probe, string properties = "")
    {
        var project = new FreshProject(properties);
        project.Write("Program.cs", Host);
        project.Write("Bpf.cs", Declarations);
        project.Write("Probe.cs", probe);
        return project;
    }
}
