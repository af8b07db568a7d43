using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN001;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        int err = bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        if (err != 0)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return err;
        }

        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
