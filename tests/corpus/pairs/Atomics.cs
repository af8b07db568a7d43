using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private static Bytes64 globals;

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PackedRecord
    {
        public byte kind;
        public ulong time;
        public ulong rest;
    }

    private struct Header
    {
        public byte version;
        public byte tos;
        public ushort length;
        public uint id;
    }

    [BpfProgram("tc")]
    public static int misaligned_store_to_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        /*!DYN016*/Unsafe.As<byte, ulong>(ref buffer[1])/*!*/ = bpf_ktime_get_ns();
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int atomic_byte(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        /*!DYN032*/Interlocked.Exchange(ref value.Value[3], (byte)1)/*!*/;
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
    public static int second_element_without_null_test(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 1u);
        return (int)/*!DYN006*/value/*!*/.Value;
    }

    [BpfProgram("tc")]
    public static int first_element_without_null_test(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 0u);
        return (int)value.Value;
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
        /*!DYN016*/Interlocked.Add(ref Unsafe.As<byte, ulong>(ref value.Value[4]), 1)/*!*/;
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
        /*!DYN016*/Interlocked.Add(ref Unsafe.As<byte, ulong>(ref buffer[4]), 1)/*!*/;
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

    [BpfProgram("tc")]
    public static int misaligned_load_from_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        bpf_get_current_comm(buffer);
        return /*!DYN016*/Unsafe.As<byte, int>(ref buffer[2])/*!*/;
    }

    [BpfProgram("tc")]
    public static int aligned_load_from_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        bpf_get_current_comm(buffer);
        return Unsafe.As<byte, int>(ref buffer[4]);
    }

    [BpfProgram("tc")]
    public static int unaligned_store_to_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        Unsafe.WriteUnaligned(ref buffer[1], bpf_ktime_get_ns());
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int unaligned_load_from_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        bpf_get_current_comm(buffer);
        return Unsafe.ReadUnaligned<int>(ref buffer[1]);
    }

    [BpfProgram("tc")]
    public static int store_at_every_fourth_byte(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        Unsafe.As<byte, uint>(ref buffer[(int)(skb.Length & 12)]) = 1;
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int store_at_any_byte(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        /*!DYN016*/Unsafe.As<byte, uint>(ref buffer[(int)(skb.Length & 7)])/*!*/ = 1;
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int packed_record_on_the_stack(SkBuff skb)
    {
        var record = default(PackedRecord);
        record.time = bpf_ktime_get_ns();
        bpf_ringbuf_output(ringbuf, MemoryMarshal.AsBytes(new Span<PackedRecord>(ref record)), 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int packed_record_in_a_buffer(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[32];
        Unsafe.As<byte, PackedRecord>(ref buffer[14]).time = bpf_ktime_get_ns();
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int header_at_an_odd_place(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[32];
        /*!DYN016*/Unsafe.As<byte, Header>(ref buffer[14]).id/*!*/ = bpf_get_prandom_u32();
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int header_at_an_even_place(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[32];
        Unsafe.As<byte, Header>(ref buffer[16]).id = bpf_get_prandom_u32();
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int atomic_at_any_byte_of_a_map(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        /*!DYN016*/Interlocked.Increment(ref Unsafe.As<byte, uint>(ref value.Value[(int)(skb.Length & 31)]))/*!*/;
        return 0;
    }

    [BpfProgram("tc")]
    public static int aligned_atomic_on_the_stack(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        Interlocked.Add(ref Unsafe.As<byte, ulong>(ref buffer[8]), 1);
        bpf_ringbuf_output(ringbuf, buffer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int misaligned_atomic_in_a_global(SkBuff skb)
    {
        /*!DYN016*/Interlocked.Increment(ref Unsafe.As<byte, uint>(ref globals[2]))/*!*/;
        return globals[5];
    }
}
