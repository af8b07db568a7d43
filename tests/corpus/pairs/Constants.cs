using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Readonly fields, which are constants where programs are loaded.</summary>
internal static class Constants
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private static readonly uint fifteen = 15;
    private static readonly uint eighty = 80;
    private static readonly uint low_bits = 63;
    private static readonly uint high_bits = 127;
    private static readonly ulong record_size = 16;
    private static readonly bool off;

    private static uint variable = 15;

    [BpfProgram("tc")]
    public static int rounds_by_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        for (uint i = 0; i < fifteen; i++)
            value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int rounds_by_a_constant_that_is_too_large(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        for (uint i = 0; i < eighty; i++)
            /*!DYN007*/value.Value[(int)i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int index_by_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return value.Value[(int)fifteen];
    }

    [BpfProgram("tc")]
    public static int index_by_a_constant_that_is_too_large(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return /*!DYN007*/value.Value[(int)eighty]/*!*/;
    }

    [BpfProgram("tc")]
    public static int index_by_a_variable(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return /*!DYN007*/value.Value[(int)variable]/*!*/;
    }

    [BpfProgram("tc")]
    public static int masked_by_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return value.Value[(int)(bpf_get_prandom_u32() & low_bits)];
    }

    [BpfProgram("tc")]
    public static int masked_by_a_constant_that_is_too_large(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return /*!DYN007*/value.Value[(int)(bpf_get_prandom_u32() & high_bits)]/*!*/;
    }

    [BpfProgram("tc")]
    public static int reserved_by_a_constant(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, record_size, 0);
        if (!record)
            return 0;
        record[15] = 1;
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int reserved_by_a_constant_that_is_too_small(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, record_size, 0);
        if (!record)
            return 0;
        /*!DYN007*/record[16]/*!*/ = 1;
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int length_of_a_slice_by_a_constant(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[16];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, fifteen);
        return slice ? slice[14] : 0;
    }

    [BpfProgram("tc")]
    public static int length_of_a_slice_by_a_variable(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[16];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, /*!DYN008*/variable/*!*/);
        return slice ? slice[0] : 0;
    }

    [BpfProgram("tc")]
    public static int switched_off_by_a_constant(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        if (off)
            return 0;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int switched_on_by_a_constant(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        if (!off)
            /*!DYN001*/return 0;/*!*/
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }
}
