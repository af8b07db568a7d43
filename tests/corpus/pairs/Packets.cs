using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Packets
{
    private static ulong memory;

    [BpfProgram("tc")]
    public static int slice_after_memset(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        _ = bpf_dynptr_memset(ptr, 0, 4, 0);
        return slice[0];
    }

    [BpfProgram("tc")]
    public static int slice_after_copy(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        bpf_dynptr_from_mem(ref memory, 0, out Dynptr clone);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        _ = bpf_dynptr_copy(ptr, 0, clone, 0, 8);
        return slice[0];
    }

    [BpfProgram("tc")]
    public static int slice_after_write_through_a_clone(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        bpf_dynptr_clone(ptr, out Dynptr clone);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        _ = bpf_dynptr_write(clone, 0, 5u, 0);
        return /*!DYN005*/slice/*!*/[0];
    }

    [BpfProgram("tc")]
    public static int slice_after_checksum(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        _ = bpf_l3_csum_replace(skb, 10, 1, 2, 2);
        return /*!DYN005*/slice/*!*/[0];
    }

    [BpfProgram("tc")]
    public static int slice_after_a_function_pulls_data(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        slice_after_a_function_pulls_data__inner(skb);
        return /*!DYN005*/slice/*!*/[0];
    }

    private static void slice_after_a_function_pulls_data__inner(SkBuff skb)
    {
        _ = bpf_skb_pull_data(skb, 0);
    }

    [BpfProgram("tc")]
    public static int slice_at_a_varying_offset(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Span<byte> buffer = stackalloc byte[16];
        var slice = bpf_dynptr_slice(ptr, bpf_get_prandom_u32() & 0xffff, buffer, 16);
        if (!slice)
            return 0;
        uint i = bpf_get_prandom_u32() & 15;
        return slice[(int)i] + slice[15];
    }

    [BpfProgram("tc")]
    public static int protocol_written(SkBuff skb)
    {
        skb.Protocol = 5;
        return 0;
    }

    [BpfProgram("tc")]
    public static int hash_written(SkBuff skb)
    {
        skb.Hash = 5;
        return 0;
    }

    [BpfProgram("tc")]
    public static int protocol_read(SkBuff skb)
    {
        return skb.Protocol;
    }

    [BpfProgram("tc")]
    public static int hash_read(SkBuff skb)
    {
        return (int)skb.Hash;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int hash_written_in_cgroup_skb(SkBuff skb)
    {
        skb.Hash = 5;
        return 1;
    }

    [BpfProgram("tc")]
    public static int protocol_written_by_a_method(SkBuff skb)
    {
        protocol_written_by_a_method__set(skb);
        return 0;
    }

    private static void protocol_written_by_a_method__set(SkBuff skb) => skb.Protocol = 5;

    [BpfProgram("tc")]
    public static int protocol_read_by_a_method(SkBuff skb)
    {
        return protocol_read_by_a_method__get(skb);
    }

    private static int protocol_read_by_a_method__get(SkBuff skb) => skb.Protocol;
}
