using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>What the kernel has: the one that was asked has it all.</summary>
internal static class Features
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [BpfProgram("tc")]
    public static int discarded_where_the_function_is_there(SkBuff skb)
    {
        Dynptr ptr = default;
        if (KernelFeatures.Has(nameof(bpf_dynptr_size)))
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (KernelFeatures.Has(nameof(bpf_dynptr_size)))
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int kept_where_the_function_is_there(SkBuff skb)
    {
        Dynptr ptr = default;
        if (KernelFeatures.Has(nameof(bpf_dynptr_size)))
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int discarded_where_the_helper_is_there(SkBuff skb)
    {
        Dynptr ptr = default;
        if (KernelFeatures.Has(nameof(bpf_ktime_get_tai_ns)))
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (KernelFeatures.Has(nameof(bpf_ktime_get_tai_ns)))
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int kept_where_the_helper_is_there(SkBuff skb)
    {
        Dynptr ptr = default;
        if (KernelFeatures.Has(nameof(bpf_ktime_get_tai_ns)))
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int index_within_where_both_are_there(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var index = 0;
        if (KernelFeatures.Has(nameof(bpf_dynptr_size)) && KernelFeatures.Has(nameof(bpf_ktime_get_tai_ns)))
            index = 63;
        return value.Value[index];
    }

    [BpfProgram("tc")]
    public static int index_behind_where_both_are_there(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var index = 0;
        if (KernelFeatures.Has(nameof(bpf_dynptr_size)) && KernelFeatures.Has(nameof(bpf_ktime_get_tai_ns)))
            index = 64;
        return /*!DYN007*/value.Value[index]/*!*/;
    }

    [BpfProgram("tc")]
    public static int asked_by_a_method(SkBuff skb)
    {
        Dynptr ptr = default;
        if (asked_by_a_method__has())
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        if (asked_by_a_method__has())
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    private static bool asked_by_a_method__has() => KernelFeatures.Has(nameof(bpf_dynptr_size));
}
