using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static unsafe class PointersAsNumbers
{
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);

    private static ulong total;

    [BpfProgram("tc")]
    public static int address_multiplied(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* q = &value.Value[0])
        {
            ulong x = (ulong)q * 2;
            total = x;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int address_moved_out_of_bounds(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* q = &value.Value[0])
        {
            ulong x = (ulong)q;
            x += 100;
            /*!DYN007*/*(byte*)x/*!*/ = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int address_moved_in_bounds(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* q = &value.Value[0])
        {
            ulong x = (ulong)q;
            x += 10;
            *(byte*)x = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int address_of_a_frame_that_is_gone(SkBuff skb)
    {
        byte* p = address_of_a_frame_that_is_gone__inner();
        return *p;
    }

    private static byte* address_of_a_frame_that_is_gone__inner()
    {
        byte* b = stackalloc byte[16];
        bpf_get_current_comm(new Span<byte>(b, 16));
        return b;
    }

    [BpfProgram("tc")]
    public static int moved_far_and_back(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        ref byte r = ref Unsafe.Add(ref value.Value[0], 1 << 30);
        r = ref Unsafe.Add(ref r, -(1 << 30));
        r = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int moved_in_front_and_back(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        ref byte r = ref Unsafe.Add(ref value.Value[0], -8);
        r = ref Unsafe.Add(ref r, 8);
        r = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int address_masked(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
        {
            var x = (ulong)bytes & ~7ul;
            *(byte*)x = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int address_shifted(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
        {
            var x = (ulong)bytes >> 3;
            total = x;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int address_stored(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
        {
            total = (ulong)bytes;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int difference_of_addresses(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
        {
            var end = bytes + 10;
            total = (ulong)(end - bytes);
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int difference_of_addresses_as_an_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
        {
            var end = bytes + 10;
            /*!DYN007*/value.Value[(int)(end - bytes)]/*!*/ = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int difference_of_addresses_tested(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
        {
            var end = bytes + 10;
            var n = (ulong)(end - bytes);
            if (n < 64)
                value.Value[(int)n] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int address_moved_by_an_unknown_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
        {
            var x = (ulong)bytes;
            x += bpf_get_prandom_u32();
            /*!DYN008*/*(byte*)x/*!*/ = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int address_moved_by_a_masked_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* bytes = &value.Value[0])
        {
            var x = (ulong)bytes;
            x += bpf_get_prandom_u32() & 63;
            *(byte*)x = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int moved_forwards_and_back(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        ref var r = ref Unsafe.Add(ref value.Value[0], 10);
        r = ref Unsafe.Add(ref r, -10);
        r = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int address_of_the_callers_frame(SkBuff skb)
    {
        var buffer = stackalloc byte[16];
        return *address_of_the_callers_frame__inner(buffer);
    }

    private static byte* address_of_the_callers_frame__inner(byte* buffer)
    {
        bpf_get_current_comm(new Span<byte>(buffer, 16));
        return /*!DYN005*/buffer/*!*/;
    }

    [BpfProgram("tc")]
    public static int buffer_of_the_caller_filled(SkBuff skb)
    {
        var buffer = stackalloc byte[16];
        buffer_of_the_caller_filled__inner(buffer);
        return *buffer;
    }

    private static void buffer_of_the_caller_filled__inner(byte* buffer) => bpf_get_current_comm(new Span<byte>(buffer, 16));

    [BpfProgram("tc")]
    public static int moved_far_in_front_and_back(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        ref byte r = ref /*!DYN007*/Unsafe.Add(ref value.Value[0], -(1 << 30))/*!*/;
        r = ref Unsafe.Add(ref r, 1 << 30);
        r = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int addresses_added(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* q = &value.Value[0])
        {
            ulong x = /*!DYN032*/(ulong)q + (ulong)(q + 1)/*!*/;
            total = x;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int moved_by_a_parameter_that_may_be_negative(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return moved_by_a_parameter_that_may_be_negative__read(ref value.Value[32], (int)(bpf_get_prandom_u32() & 7) - 4);
    }

    private static int moved_by_a_parameter_that_may_be_negative__read(ref byte r, int by) => Unsafe.Add(ref r, by);

    [BpfProgram("tc")]
    public static int moved_by_a_parameter_that_is_positive(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return moved_by_a_parameter_that_is_positive__read(ref value.Value[32], (int)(bpf_get_prandom_u32() & 7));
    }

    private static int moved_by_a_parameter_that_is_positive__read(ref byte r, int by) => Unsafe.Add(ref r, by);

    [BpfProgram("tc")]
    public static int moved_by_a_number_that_may_be_negative(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return Unsafe.Add(ref value.Value[32], (int)(bpf_get_prandom_u32() & 7) - 4);
    }
}
