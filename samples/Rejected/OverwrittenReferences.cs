using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class OverwrittenReferences
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int ReservedOverAReservation(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        bpf_ringbuf_reserve_dynptr(Maps.Events, 16, 0, out ptr); // expect DYN004
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int ReservedInALoop(TracepointContext ctx)
    {
        Dynptr ptr;
        uint size = 8;
        do
        {
            bpf_ringbuf_reserve_dynptr(Maps.Events, size, 0, out ptr); // expect DYN004
            size += 8;
        }
        while (size < 64);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int ClearedWhileHeld(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        ptr = default; // expect DYN004
        return 0;
    }
}
