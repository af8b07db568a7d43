using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class ReleasesOfNothing
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int ReleasedTwice(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        bpf_ringbuf_discard_dynptr(ref ptr, 0); // expect DYN002
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int ReleasedThroughBothClones(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        bpf_dynptr_clone(ptr, out var clone);
        bpf_ringbuf_submit_dynptr(ref clone, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0); // expect DYN002
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int ReleasedInSomeRounds(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        for (var i = 0; i < 3; i++)
            bpf_ringbuf_submit_dynptr(ref ptr, 0); // expect DYN002
        return 0;
    }
}
