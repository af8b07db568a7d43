using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN004;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        bpf_ringbuf_reserve_dynptr(Maps.Events, 32, 0, out ptr);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
