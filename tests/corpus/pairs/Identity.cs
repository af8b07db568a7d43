using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Where memory is may be asked when it is gone; what is in it may not.</summary>
internal static class Identity
{
    [BpfProgram("tc")]
    public static int same_as_the_buffer_after_a_change(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        ref var first = ref slice[0];
        bpf_skb_pull_data(skb, 0);
        return Unsafe.AreSame(ref first, ref buffer[0]) ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int same_as_the_buffer_before_a_change(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        return Unsafe.AreSame(ref slice[0], ref buffer[0]) ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int read_after_a_change(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        ref var first = ref slice[0];
        bpf_skb_pull_data(skb, 0);
        return /*!DYN005*/first/*!*/ == buffer[0] ? 1 : 0;
    }

    [BpfProgram("tc")]
    public static int written_back_if_it_was_copied(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        slice[0] = 1;
        if (slice.Span == buffer)
            bpf_dynptr_write(ptr, 0, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int written_after_it_was_written_back(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        if (slice.Span == buffer)
            bpf_dynptr_write(ptr, 0, buffer, 0);
        /*!DYN005*/slice/*!*/[0] = 1;
        return 0;
    }
}
