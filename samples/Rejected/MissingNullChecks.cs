using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class MissingNullChecks
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int NeverTested(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        var sample = bpf_dynptr_data<Sample>(ptr, 0);
        sample.Value.Pid = 1; // expect DYN006
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int TheWrongSliceIsTested(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 16, 0, out var ptr);
        var first = bpf_dynptr_data<Sample>(ptr, 0);
        var second = bpf_dynptr_data<Sample>(ptr, 8);
        if (!first)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        second.Value.Pid = 1; // expect DYN006
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int MapValueNeverTested(SkBuff skb)
    {
        uint key = 1;
        var counter = bpf_map_lookup_elem(Maps.Counters, in key);
        counter.Value.Packets++; // expect DYN006
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int UsedWhereTheTestFoundItNull(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        var sample = bpf_dynptr_data<Sample>(ptr, 0);
        var isThere = !sample.IsNull;
        if (!isThere)
            sample.Value.Seq = 0; // expect DYN006
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
