namespace Dynptrs.EndToEnd.Tests;

/// <summary>The sources of a small project: a program that reports who sleeps, through a ring buffer.</summary>
internal static class Telemetry
{
    /// <summary>Runs the program, and prints what it reported.</summary>
    public const string Host = """
        using Dynptrs;
        using Telemetry;

        int result = Probe.OnNanosleep(new TracepointContext());
        int records = new RingBufReader(Probe.Events).Consume(record =>
            Console.WriteLine($"{record.Length} bytes, from this process: {BitConverter.ToInt32(record) == Environment.ProcessId}"));
        Console.WriteLine($"returned {result}, {records} record");
        """;

    /// <summary>What the program needs.</summary>
    public const string Declarations = """
        using Dynptrs;

        namespace Telemetry;

        internal struct Sample
        {
            public int Pid;
        }

        [BpfHelpers]
        internal static partial class Bpf;
        """;

    /// <summary>The program.</summary>
    public const string CorrectProbe = """
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

    /// <summary>The program, with a mistake that is easily made.</summary>
    public const string LeakingProbe = """
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

    /// <summary>A project of these sources.</summary>
    /// <param name="probe">One of the programs.</param>
    /// <param name="properties">More properties of the project.</param>
    public static FreshProject CreateProject(string probe, string properties = "")
    {
        var project = new FreshProject(properties, "Telemetry");
        project.Write("Program.cs", Host);
        project.Write("Bpf.cs", Declarations);
        project.Write("Probe.cs", probe);
        return project;
    }
}
