using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class UnreleasedReferences
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int NeverReleased(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        return 0; // expect DYN001
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int LeakOnOneEarlyReturn(TracepointContext ctx)
    {
        var err = bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        if (err != 0)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        var sample = bpf_dynptr_data<Sample>(ptr, 0);
        if (!sample)
            return 0; // expect DYN001
        sample.Value.Pid = 1;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int LeakInCallback(TracepointContext ctx)
    {
        bpf_loop(10, ReserveAndForget, 0);
        return 0;
    }

    private static int ReserveAndForget(uint index)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        if (index > 3)
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0; // expect DYN001
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int FailedReserveIsForgotten(TracepointContext ctx)
    {
        if (bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr) != 0)
            return 0; // expect DYN001
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
