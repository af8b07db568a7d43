using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Atomics
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly ArrayMap<ulong> numbers = new(maxEntries: 4);
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);

    private static int shared;

    [BpfProgram("tc")]
    public static int misaligned_store_to_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        Unsafe.As<byte, ulong>(ref buffer[1]) = bpf_ktime_get_ns();
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int atomic_byte(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Interlocked.Exchange(ref value.Value[3], (byte)1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int volatile_global(SkBuff skb)
    {
        int x = Volatile.Read(ref shared);
        Volatile.Write(ref shared, x + 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int atomic_addition(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 0u);
        if (!value)
            return 0;
        Interlocked.Add(ref value.Value, 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int atomic_addition_without_null_test(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 0u);
        Interlocked.Add(ref value.Value, 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int aligned_store_to_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        buffer.Clear();
        Unsafe.As<byte, ulong>(ref buffer[8]) = bpf_ktime_get_ns();
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int misaligned_store_to_a_map_value(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Unsafe.As<byte, ulong>(ref value.Value[1]) = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int misaligned_atomic_addition(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Interlocked.Add(ref Unsafe.As<byte, ulong>(ref value.Value[4]), 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int aligned_atomic_addition(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Interlocked.Add(ref Unsafe.As<byte, ulong>(ref value.Value[8]), 1);
        return 0;
    }

    [BpfProgram("tc")]
    public static int misaligned_atomic_addition_on_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        buffer.Clear();
        Interlocked.Add(ref Unsafe.As<byte, ulong>(ref buffer[4]), 1);
        return buffer[4];
    }

    [BpfProgram("tc")]
    public static int atomic_exchange_of_four_bytes(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        Interlocked.Exchange(ref Unsafe.As<byte, uint>(ref value.Value[4]), 1u);
        return 0;
    }
}
