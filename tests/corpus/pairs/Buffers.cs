using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Buffers on the stack: what they hold, and pointers from the middle of memory that go back in it.</summary>
internal static unsafe class Buffers
{
    private static Bytes64 block;
    private static uint count;

    private static Numbers table;

    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [InlineArray(8)]
    private struct Numbers
    {
        private uint _first;
    }

    [BpfProgram("tc")]
    public static int bounded_number_in_a_buffer(SkBuff skb)
    {
        Span<ulong> numbers = stackalloc ulong[4];
        numbers[0] = bpf_get_prandom_u32() & 7;
        numbers[1] = 1;
        block[(int)numbers[0]] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int bounded_short_numbers_in_a_buffer(SkBuff skb)
    {
        var numbers = stackalloc uint[4];
        numbers[0] = bpf_get_prandom_u32() & 7;
        numbers[1] = numbers[0] + 1;
        block[(int)numbers[1]] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int bounded_bytes_in_a_buffer(SkBuff skb)
    {
        Span<byte> numbers = stackalloc byte[16];
        numbers[0] = (byte)(bpf_get_prandom_u32() & 7);
        numbers[1]++;
        block[numbers[0]] = numbers[1];
        return 0;
    }

    [BpfProgram("tc")]
    public static int tested_number_in_a_buffer(SkBuff skb)
    {
        Span<uint> numbers = stackalloc uint[4];
        numbers[2] = bpf_get_prandom_u32();
        if (numbers[2] < 64)
            block[(int)numbers[2]] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int any_number_in_a_buffer(SkBuff skb)
    {
        Span<ulong> numbers = stackalloc ulong[4];
        numbers[0] = bpf_get_prandom_u32();
        numbers[1] = 7;
        /*!DYN007*/block[(int)numbers[0]]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int any_element_of_a_buffer(SkBuff skb)
    {
        Span<ulong> numbers = stackalloc ulong[4];
        numbers[0] = bpf_get_prandom_u32() & 7;
        numbers[1] = 5;
        /*!DYN007*/block[(int)numbers[(int)(bpf_get_prandom_u32() & 3)]]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int back_from_the_middle_of_a_map_value(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* middle = &value.Value[16])
            middle[-16] = middle[3];
        return 0;
    }

    [BpfProgram("tc")]
    public static int back_too_far_from_the_middle_of_a_map_value(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        fixed (byte* middle = &value.Value[16])
            /*!DYN007*/middle[-17]/*!*/ = middle[3];
        return 0;
    }

    [BpfProgram("tc")]
    public static int back_from_the_middle_of_a_variable(SkBuff skb)
    {
        fixed (uint* middle = &table[4])
        {
            middle[-1] = 3;
            return (int)middle[-4];
        }
    }

    [BpfProgram("tc")]
    public static int back_from_any_place_of_a_map_value(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var i = bpf_get_prandom_u32() & 31;
        if (i < 8)
            return 0;
        fixed (byte* place = &value.Value[(int)i])
            place[-8] = 3;
        return 0;
    }

    [BpfProgram("tc")]
    public static int back_too_far_from_any_place_of_a_map_value(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var i = bpf_get_prandom_u32() & 31;
        if (i < 7)
            return 0;
        fixed (byte* place = &value.Value[(int)i])
            /*!DYN007*/place[-8]/*!*/ = 3;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_that_a_buffer_begins_with(SkBuff skb)
    {
        Span<int> numbers = stackalloc int[] { 5, 10, 63 };
        block[numbers[2]] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_that_a_collection_begins_with(SkBuff skb)
    {
        Span<int> numbers = [5, 10, (int)(bpf_get_prandom_u32() & 63)];
        block[numbers[2]] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_that_a_collection_begins_with_too_far(SkBuff skb)
    {
        Span<int> numbers = [5, 10, (int)(bpf_get_prandom_u32() & 127)];
        /*!DYN007*/block[numbers[2]]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_in_a_buffer_that_counts(SkBuff skb)
    {
        Span<int> numbers = stackalloc int[1];
        for (numbers[0] = 0; numbers[0] < 10; numbers[0]++)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_in_a_buffer_that_counts_no_round(SkBuff skb)
    {
        Span<int> numbers = stackalloc int[2];
        for (numbers[0] = 0; /*!DYN031*/numbers[0] < 10/*!*/; numbers[1]++)
            count += bpf_get_prandom_u32();
        return 0;
    }
}
