using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN008;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        ulong size = bpf_dynptr_size(ptr);
        Slice data = bpf_dynptr_data(ptr, 0, size); // expect DYN008
        if (data)
            data[0] = 1;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
