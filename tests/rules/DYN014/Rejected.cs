using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN014;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx) => bpf_user_ringbuf_drain(Maps.Samples, OnSample, 0);

    private static int OnSample(ref Dynptr sample)
    {
        int err = bpf_dynptr_write(sample, 0, 1, 0);
        return err; // expect DYN014
    }
}
