using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN005;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
        if (sample)
            sample.Value.Pid = 1;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
