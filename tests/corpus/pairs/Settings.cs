using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Fields that host code sets before loading: what is loaded here is what they begin with.</summary>
internal static class Settings
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [LoadTimeConstant(0, 63)] private static uint last = 63;
    [LoadTimeConstant(0, 64)] private static uint end = 64;
    [LoadTimeConstant(0, 100_000)] private static uint far = 64;
    [LoadTimeConstant(Values = [16, 64])] private static uint rounds = 64;
    [LoadTimeConstant(Values = [16, 65])] private static uint rounds_and_more = 65;
    [LoadTimeConstant(Values = [8, 16])] private static ulong record_size = 8;
    [LoadTimeConstant] private static bool reports = true;
    [LoadTimeConstant] private static bool is_quiet = true;
    [LoadTimeConstant(0, 2)] private static int mode = 2;
    [LoadTimeConstant] private static ulong threshold = 8;

    [BpfProgram("tc")]
    public static int index_within(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return value.Value[(int)last];
    }

    [BpfProgram("tc")]
    public static int index_behind_for_one_value(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return /*!DYN007*/value.Value[(int)end]/*!*/;
    }

    [BpfProgram("tc")]
    public static int index_that_is_tested(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return far < 64 ? value.Value[(int)far] : 0;
    }

    [BpfProgram("tc")]
    public static int index_that_is_tested_for_too_much(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return far < 65 ? /*!DYN007*/value.Value[(int)far]/*!*/ : 0;
    }

    [BpfProgram("tc")]
    public static int rounds_that_are_listed(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        for (uint i = 0; i < rounds; i++)
            value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int rounds_of_which_one_is_too_many(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        for (uint i = 0; i < rounds_and_more; i++)
            /*!DYN007*/value.Value[(int)i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int size_that_is_listed(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, record_size, 0);
        if (!record)
            return 0;
        record[7] = 1;
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int size_that_is_too_small_for_one_value(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, record_size, 0);
        if (!record)
            return 0;
        /*!DYN007*/record[8]/*!*/ = 1;
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int discarded_when_it_was_reserved(SkBuff skb)
    {
        Dynptr ptr = default;
        if (reports)
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (reports)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int discarded_when_another_is_not_set(SkBuff skb)
    {
        Dynptr ptr = default;
        if (reports)
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (reports && !is_quiet)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int discarded_in_each_mode(SkBuff skb)
    {
        Dynptr ptr = default;
        if (mode != 0)
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (mode == 1)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        if (mode == 2)
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int kept_in_one_mode(SkBuff skb)
    {
        Dynptr ptr = default;
        if (mode != 0)
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (mode == 1)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int discarded_over_the_same_threshold(SkBuff skb)
    {
        Dynptr ptr = default;
        if (threshold > 7)
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (threshold > 7)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int discarded_over_another_threshold(SkBuff skb)
    {
        Dynptr ptr = default;
        if (threshold > 7)
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (threshold > 8)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int rounds_of_many_values(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        for (uint i = 0; i < 16 && i < far; i++)
            buffer[(int)i] = 1;
        return buffer[0];
    }

    [BpfProgram("tc")]
    public static int written(SkBuff skb)
    {
        /*!DYN009*/mode/*!*/ = 1;
        return 0;
    }
}
