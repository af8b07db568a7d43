using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN003;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        bpf_dynptr_write(clone, 0, 1, 0); // expect DYN003
        return 0;
    }
}
