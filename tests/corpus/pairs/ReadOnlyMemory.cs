using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class ReadOnlyMemory
{
    private static readonly HashMap<uint, ulong> table = new(maxEntries: 4);
    private static readonly uint five = 5;

    private static uint count;

    [BpfProgram("tc")]
    public static int readonly_field_written(SkBuff skb)
    {
        /*!DYN009*/Unsafe.AsRef(in five)/*!*/ = 7;
        return 0;
    }

    [BpfProgram("tc")]
    public static int readonly_field_as_dynptr(SkBuff skb)
    {
        bpf_dynptr_from_mem(ref Unsafe.AsRef(in five), 0, out Dynptr ptr);
        bpf_dynptr_write(ptr, 0, 5u, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int readonly_slice_changed_atomically(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Span<byte> buf = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buf, 8);
        if (!slice)
            return 0;
        /*!DYN009*/Interlocked.Add(ref Unsafe.As<byte, int>(ref Unsafe.AsRef(in slice.Span[0])), 1)/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int readonly_slice_written(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Span<byte> buf = stackalloc byte[8];
        var slice = bpf_dynptr_slice(ptr, 0, buf, 8);
        if (!slice)
            return 0;
        /*!DYN009*/Unsafe.AsRef(in slice.Span[0])/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int literal_written(SkBuff skb)
    {
        ReadOnlySpan<byte> t = "hello"u8;
        /*!DYN009*/MemoryMarshal.GetReference(t)/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int map_key_written_in_callback(SkBuff skb)
    {
        bpf_for_each_map_elem(table, map_key_written_in_callback__callback, 0);
        return 0;
    }

    private static int map_key_written_in_callback__callback(HashMap<uint, ulong> map, in uint key, ref ulong value)
    {
        /*!DYN009*/Unsafe.AsRef(in key)/*!*/ = 5;
        return 0;
    }

    [BpfProgram("tc")]
    public static int writable_field_written(SkBuff skb)
    {
        Unsafe.AsRef(in count) = 7;
        return 0;
    }

    [BpfProgram("tc")]
    public static int writable_field_as_dynptr(SkBuff skb)
    {
        bpf_dynptr_from_mem(ref Unsafe.AsRef(in count), 0, out var ptr);
        bpf_dynptr_write(ptr, 0, 5u, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int writable_slice_changed_atomically(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[8];
        var slice = bpf_dynptr_slice_rdwr(ptr, 0, buffer, 8);
        if (!slice)
            return 0;
        Interlocked.Add(ref Unsafe.As<byte, int>(ref slice.Span[0]), 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int map_value_written_in_callback(SkBuff skb)
    {
        bpf_for_each_map_elem(table, map_value_written_in_callback__callback, 0);
        return 0;
    }

    private static int map_value_written_in_callback__callback(HashMap<uint, ulong> map, in uint key, ref ulong value)
    {
        value = 5;
        return 0;
    }

    [BpfProgram("tc")]
    public static int readonly_field_written_by_a_function(SkBuff skb)
    {
        readonly_field_written_by_a_function__set(ref Unsafe.AsRef(in five));
        return 0;
    }

    private static void readonly_field_written_by_a_function__set(ref uint number) => /*!DYN009*/number/*!*/ = 7;
}
