using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN006;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
        sample.Value.Pid = 1; // expect DYN006
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
