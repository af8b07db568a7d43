using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Memory that is given to a call, and what of it only the functions of a lock may touch.</summary>
internal static class OpaqueMemory
{
    private static readonly HashMap<uint, Guarded> guarded = new(maxEntries: 4);
    private static readonly HashMap<uint, Middle> middles = new(maxEntries: 4);
    private static readonly HashMap<uint, ulong> counts = new(maxEntries: 4);
    private static readonly RingBuf events = new(maxEntries: 4096);

    private struct Guarded
    {
        public BpfSpinLock held;
        public int number;
        public long sum;
    }

    private struct Middle
    {
        public Head head;
        public BpfSpinLock held;
        public Tail tail;
    }

    [InlineArray(4)]
    private struct Head
    {
        private byte _first;
    }

    [InlineArray(24)]
    private struct Tail
    {
        private byte _first;
    }

    [BpfProgram("tc")]
    public static int element_copied_to_update(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_map_update_elem(guarded, 3u, /*!DYN019*/value.Value/*!*/, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int helper_fills_all(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        bpf_probe_read_kernel(/*!DYN019*/value.Bytes/*!*/, 123);
        return 0;
    }

    [BpfProgram("tc")]
    public static int helper_fills_up_to_it(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        bpf_probe_read_kernel(value.Bytes[..4], 123);
        return 0;
    }

    [BpfProgram("tc")]
    public static int helper_fills_a_byte_of_it(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        bpf_probe_read_kernel(/*!DYN019*/value.Bytes[..5]/*!*/, 123);
        return 0;
    }

    [BpfProgram("tc")]
    public static int helper_fills_what_is_behind(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        bpf_probe_read_kernel(value.Bytes[8..], 123);
        return 0;
    }

    [BpfProgram("tc")]
    public static int helper_fills_at_most_three(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        bpf_probe_read_kernel(value.Bytes[..(int)(bpf_get_prandom_u32() & 3)], 123);
        return 0;
    }

    [BpfProgram("tc")]
    public static int helper_fills_at_most_seven(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(middles, 0u);
        if (!value)
            return 0;
        bpf_probe_read_kernel(/*!DYN019*/value.Bytes[..(int)(bpf_get_prandom_u32() & 7)]/*!*/, 123);
        return 0;
    }

    [BpfProgram("tc")]
    public static int helper_reads_all(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_ringbuf_output(events, /*!DYN019*/value.Bytes/*!*/, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int helper_reads_what_is_behind(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_ringbuf_output(events, value.Bytes[4..], 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int lock_as_a_key(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        return bpf_map_lookup_elem(counts, /*!DYN019*/Unsafe.As<BpfSpinLock, uint>(ref value.Value.held)/*!*/) ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int values_compared(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        var other = bpf_map_lookup_elem(guarded, 1u);
        if (!other)
            return 0;
        return /*!DYN019*/value.Bytes/*!*/.SequenceEqual(/*!DYN019*/other.Bytes/*!*/) ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int what_is_behind_compared(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        var other = bpf_map_lookup_elem(guarded, 1u);
        if (!other)
            return 0;
        return value.Bytes[4..].SequenceEqual(other.Bytes[4..]) ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int dynptr_over_all(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_dynptr_from_mem(/*!DYN019*/value.Bytes/*!*/, 0, out _);
        return 0;
    }

    [BpfProgram("tc")]
    public static int dynptr_over_what_is_behind(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_dynptr_from_mem(value.Bytes[4..], 0, out _);
        return 0;
    }

    [BpfProgram("tc")]
    public static int slice_copied_over_it(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_dynptr_from_skb(skb, 0, out var packet);
        var slice = bpf_dynptr_slice(packet, 0, /*!DYN019*/value.Bytes/*!*/, 16);
        return slice ? slice[0] : 0;
    }

    [BpfProgram("tc")]
    public static int slice_copied_behind_it(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        bpf_dynptr_from_skb(skb, 0, out var packet);
        var slice = bpf_dynptr_slice(packet, 0, value.Bytes[4..], 12);
        return slice ? slice[0] : 0;
    }

    [BpfProgram("tc")]
    public static int element_given_to_a_global_function(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        return element_given_to_a_global_function__use(ref /*!DYN019*/value.Value/*!*/);
    }

    [return: InRange(0, 1)]
    private static int element_given_to_a_global_function__use(ref Guarded value) => value.number > 3 ? 1 : 0;

    [BpfProgram("tc")]
    public static int neighbour_given_to_a_global_function(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(guarded, 0u);
        if (!value)
            return 0;
        return neighbour_given_to_a_global_function__use(ref value.Value.number);
    }

    [return: InRange(0, 1)]
    private static int neighbour_given_to_a_global_function__use(ref int number) => number > 3 ? 1 : 0;

    [BpfProgram("tc")]
    public static int element_made_on_the_stack(SkBuff skb)
    {
        var made = new Guarded { number = 4 };
        bpf_map_update_elem(guarded, 3u, made, 0);
        return 0;
    }
}
