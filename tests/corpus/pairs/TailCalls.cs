using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Programs that go on with others: what may be held and open there, and what is known behind.</summary>
internal static class TailCalls
{
    private static readonly ProgramArrayMap jumps = new(maxEntries: 4);
    private static readonly RingBuf records = new(maxEntries: 4096);

    [BpfProgram("tc")]
    public static int goes_on(SkBuff skb)
    {
        bpf_tail_call(skb, jumps, 1);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int goes_on_at_any_index(XdpBuff xdp)
    {
        bpf_tail_call(xdp, jumps, (uint)xdp.Length);
        return 2;
    }

    [BpfProgram("raw_tp")]
    public static int goes_on_at_a_tracepoint(TracepointContext context)
    {
        bpf_tail_call(context, jumps, 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int goes_on_while_a_record_is_held(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(records, 8, 0);
        if (!record)
            return 0;
        /*!DYN001*/bpf_tail_call(skb, jumps, 1)/*!*/;
        bpf_ringbuf_discard(record, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int goes_on_after_a_record_is_given_back(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(records, 8, 0);
        if (!record)
            return 0;
        bpf_ringbuf_discard(record, 0);
        bpf_tail_call(skb, jumps, 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int goes_on_in_a_section(SkBuff skb)
    {
        bpf_rcu_read_lock();
        /*!DYN017*/bpf_tail_call(skb, jumps, 1)/*!*/;
        bpf_rcu_read_unlock();
        return 0;
    }

    [BpfProgram("tc")]
    public static int goes_on_after_a_section(SkBuff skb)
    {
        bpf_rcu_read_lock();
        bpf_rcu_read_unlock();
        bpf_tail_call(skb, jumps, 1);
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int GoOn(SkBuff skb)
    {
        bpf_tail_call(skb, jumps, 1);
        return skb.Length;
    }

    [BpfProgram("tc")]
    public static int goes_on_in_a_method(SkBuff skb) => GoOn(skb);

    [BpfProgram("tc")]
    public static int goes_on_in_a_method_while_its_caller_holds_a_record(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(records, 8, 0);
        if (!record)
            return 0;
        var result = GoOn(skb);
        bpf_ringbuf_discard(record, 0);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int goes_on_in_a_method_that_holds_a_record__GoOn(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(records, 8, 0);
        if (!record)
            return 0;
        /*!DYN001*/bpf_tail_call(skb, jumps, 1)/*!*/;
        bpf_ringbuf_discard(record, 0);
        return skb.Length;
    }

    [BpfProgram("tc")]
    public static int goes_on_in_a_method_that_holds_a_record(SkBuff skb) => goes_on_in_a_method_that_holds_a_record__GoOn(skb);

    [BpfProgram("tc")]
    public static int packet_read_behind(SkBuff skb)
    {
        var data = skb.Data;
        if (data + 8 > skb.DataEnd)
            return 0;
        bpf_tail_call(skb, jumps, 1);
        return data[3];
    }

    [BpfProgram("tc")]
    public static int packet_read_behind_a_method(SkBuff skb)
    {
        var data = skb.Data;
        if (data + 8 > skb.DataEnd)
            return 0;
        _ = GoOn(skb);
        return /*!DYN005*/data/*!*/[3];
    }

    [BpfProgram("tc")]
    public static int packet_taken_behind_a_method(SkBuff skb)
    {
        _ = GoOn(skb);
        var data = skb.Data;
        if (data + 8 > skb.DataEnd)
            return 0;
        return data[3];
    }

    private static int goes_on_in_a_callback__Round(uint index, ref SkBuff skb)
    {
        /*!DYN020*/bpf_tail_call(skb, jumps, 1)/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int goes_on_in_a_callback(SkBuff skb)
    {
        var context = skb;
        bpf_loop(3, goes_on_in_a_callback__Round, ref context, 0);
        return 0;
    }

    private static int goes_on_after_a_callback__Nothing(uint index, ref SkBuff skb) => 0;

    [BpfProgram("tc")]
    public static int goes_on_after_a_callback(SkBuff skb)
    {
        var context = skb;
        bpf_loop(3, goes_on_after_a_callback__Nothing, ref context, 0);
        bpf_tail_call(skb, jumps, 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int goes_on_in_a_method_below_240_bytes(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[240];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        return buffer[3] + goes_on_in_a_method_below_240_bytes__GoOn(skb);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int goes_on_in_a_method_below_240_bytes__GoOn(SkBuff skb)
    {
        bpf_tail_call(skb, jumps, 1);
        return skb.Length;
    }

    [BpfProgram("tc")]
    public static int goes_on_in_a_method_below_256_bytes(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[256];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        return buffer[3] + goes_on_in_a_method_below_256_bytes__GoOn(skb);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int goes_on_in_a_method_below_256_bytes__GoOn(SkBuff skb)
    {
        /*!DYN033*/bpf_tail_call(skb, jumps, 1)/*!*/;
        return skb.Length;
    }

    [BpfProgram("tc")]
    public static int goes_on_below_512_bytes(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[512];
        buffer.Clear();
        bpf_get_current_comm(buffer);
        bpf_tail_call(skb, jumps, 1);
        return 0;
    }
}
