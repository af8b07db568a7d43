using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN105;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        for (ulong i = 0; i < 16; i++)
        {
            bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out Dynptr ptr);
            _ = bpf_dynptr_write(ptr, 0, i, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, BpfConstants.BPF_RB_FORCE_WAKEUP); // expect DYN105
        }

        return 0;
    }
}
