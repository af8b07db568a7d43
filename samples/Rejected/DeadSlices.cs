using System;
using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class DeadSlices
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int SliceAfterSubmit(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        var sample = bpf_dynptr_data<Sample>(ptr, 0);
        if (!sample)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        sample.Value.Pid = 1; // expect DYN005
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int SpanOfASliceAfterSubmit(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        var data = bpf_dynptr_data(ptr, 0, 8);
        if (data.IsNull)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        var bytes = data.Span;
        var tail = bytes.Slice(4);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        tail[0] = 1; // expect DYN005
        return 0;
    }

    [BpfProgram("tc")]
    public static int SliceAfterAWriteToThePacket(SkBuff skb)
    {
        ReadOnlySpan<byte> patch = [1, 2];
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        var head = bpf_dynptr_slice(ptr, 0, default, 14);
        if (!head)
            return 0;
        bpf_dynptr_write(ptr, 20, patch, 0);
        return head[0]; // expect DYN005
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int SliceOfACloneAfterSubmitOfTheOriginal(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        bpf_dynptr_clone(ptr, out var clone);
        var number = bpf_dynptr_data<int>(clone, 0);
        if (number)
        {
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            number.Value = 123; // expect DYN005
            return 0;
        }

        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }
}
