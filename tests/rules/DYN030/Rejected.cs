using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN030;

internal static class Programs
{
    private delegate void Fill(ref Dynptr ptr);

    private static Fill s_fill = static (ref Dynptr ptr) => bpf_dynptr_write(ptr, 0, 1, 0);

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        s_fill(ref ptr); // expect DYN030
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
