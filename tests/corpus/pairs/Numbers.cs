using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Numbers
{
    private static readonly ArrayMap<ulong> numbers = new(maxEntries: 4);
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);
    private static readonly HashMap<uint, Flags> flags_map = new(maxEntries: 4);

    private static uint count;

    private struct Flags
    {
        public bool f;
        public byte x;
        public ushort unused;
    }

    private struct ThreeNumbers
    {
        public ulong a;
        public uint b;
        public uint c;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct AutoLayout
    {
        public ulong a;
        public uint b;
    }

    [BpfProgram("tc")]
    public static int divided_by_a_variable(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint y = (bpf_get_prandom_u32() & 7) + 2;
        uint x = bpf_get_prandom_u32() & 127;
        uint i = x / y;
        /*!DYN007*/value.Value[(int)i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int remainder_of_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint i = bpf_get_prandom_u32() % 64;
        value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int remainder_of_a_variable(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint y = (bpf_get_prandom_u32() & 31) + 1;
        uint i = bpf_get_prandom_u32() % y;
        /*!DYN007*/value.Value[(int)i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int signed_remainder_of_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = (int)bpf_get_prandom_u32() % 32 + 31;
        value.Value[i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int divided_by_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint i = (bpf_get_prandom_u32() & 0xfff) / 65;
        value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int shifted_by_a_variable(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint s = bpf_get_prandom_u32() & 3;
        uint i = (bpf_get_prandom_u32() & 63) >> (int)s;
        /*!DYN007*/value.Value[(int)i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int multiplied_by_a_negative_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int x = (int)(bpf_get_prandom_u32() & 7) - 7;
        int i = x * -9;
        value.Value[i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int only_upper_bound_of_a_signed_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = (int)bpf_get_prandom_u32();
        if (i >= 64)
            return 0;
        /*!DYN007*/value.Value[i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int bound_of_the_lower_half(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        ulong i = bpf_ktime_get_ns();
        if ((uint)i >= 64)
            return 0;
        value.Value[(int)(uint)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int minimum(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint n = Math.Min(bpf_get_prandom_u32(), 64u);
        for (uint i = 0; i < n; i++)
            value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int negative_sbyte(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        sbyte i = (sbyte)bpf_get_prandom_u32();
        if (i > 63)
            return 0;
        /*!DYN007*/value.Value[i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int byte_less_one(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        byte i = (byte)bpf_get_prandom_u32();
        if (i > 64)
            return 0;
        /*!DYN007*/value.Value[i - 1]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int byte_less_one_not_zero(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        byte i = (byte)bpf_get_prandom_u32();
        if (i > 64 || i == 0)
            return 0;
        value.Value[i - 1] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int reinterpreted_as_larger(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 0u);
        if (!value)
            return 0;
        ref ThreeNumbers s = ref Unsafe.As<ulong, ThreeNumbers>(ref value.Value);
        /*!DYN007*/s.c/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int checked_after_use_in_pointer(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        ulong x = bpf_ktime_get_ns();
        ref byte r = ref Unsafe.Add(ref value.Value[0], (nint)x);
        if (x < 64)
            /*!DYN007*/r/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int index_rewritten_by_helper(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint i = bpf_get_prandom_u32();
        if (i >= 64)
            return 0;
        bpf_skb_load_bytes(skb, 0, MemoryMarshal.AsBytes(new Span<uint>(ref i)));
        /*!DYN007*/value.Value[(int)i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int global_read_twice(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        if (count >= 64)
            return 0;
        bpf_ktime_get_ns();
        /*!DYN007*/value.Value[(int)count]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int map_value_read_twice(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        var n = bpf_map_lookup_elem(numbers, 0u);
        if (!value || !n)
            return 0;
        if (n.Value >= 64)
            return 0;
        bpf_ktime_get_ns();
        /*!DYN007*/value.Value[(int)n.Value]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int negated_and_masked(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = (int)(bpf_get_prandom_u32() & 127) - 64;
        if (i < 0)
            i = -i;
        value.Value[i & 63] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int magnitude_by_branch(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = (int)bpf_get_prandom_u32();
        if (i <= -64 || i >= 64)
            return 0;
        if (i < 0)
            i = -i;
        value.Value[i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int equal_to_a_bounded_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint a = bpf_get_prandom_u32();
        uint b = bpf_get_prandom_u32() & 63;
        if (a != b)
            return 0;
        value.Value[(int)a] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int bound_of_a_sum(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint a = bpf_get_prandom_u32();
        uint b = a + 5;
        if (b > 60 || b < 5)
            return 0;
        value.Value[(int)a] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int difference_of_compared_numbers(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint a = bpf_get_prandom_u32() & 63;
        uint b = bpf_get_prandom_u32() & 63;
        if (a < b)
            return 0;
        /*!DYN007*/value.Value[(int)(a - b)]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int auto_layout_out_of_bounds(SkBuff skb)
    {
        Span<AutoLayout> s = stackalloc AutoLayout[2];
        s[5].a = bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int bool_as_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(flags_map, 0u);
        if (!value)
            return 0;
        Span<byte> buffer = stackalloc byte[2];
        buffer.Clear();
        return buffer[Unsafe.BitCast<bool, byte>(value.Value.f)];
    }

    [BpfProgram("tc")]
    public static int bound_of_the_lowest_byte(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        buffer.Clear();
        uint a = bpf_get_prandom_u32();
        if ((a & 0xff) >= 10)
            return 0;
        count = a;
        return /*!DYN007*/buffer[(int)(a & 63)]/*!*/;
    }

    [BpfProgram("tc")]
    public static int unsigned_comparison_of_a_signed_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = (int)bpf_get_prandom_u32();
        if ((uint)i < 64)
            value.Value[i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int difference_to_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        ulong a = bpf_ktime_get_ns();
        if (a < 100 || a > 163)
            return 0;
        value.Value[(int)(a - 100)] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int bound_by_switch(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint a = bpf_get_prandom_u32();
        switch (a)
        {
        case 1:
        case 5:
        case 63:
            value.Value[(int)a] = 1;
            break;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int bound_by_pattern(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int a = (int)bpf_get_prandom_u32();
        if (a is >= 0 and < 64)
            value.Value[a] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int bound_by_conditional_expression(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint a = bpf_get_prandom_u32();
        value.Value[(int)(a < 64 ? a : 0)] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int clamped(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        value.Value[Math.Clamp((int)bpf_get_prandom_u32(), 0, 63)] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int absolute_value_of_a_remainder(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        /*!DYN007*/value.Value[Math.Abs((int)bpf_get_prandom_u32() % 64)]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int short_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        short a = (short)bpf_get_prandom_u32();
        if (a < 0 || a >= 64)
            return 0;
        value.Value[a] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int or_of_masked_numbers(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint a = (bpf_get_prandom_u32() & 31) | (bpf_get_prandom_u32() & 48);
        value.Value[(int)a] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int xor_of_masked_numbers(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint a = (bpf_get_prandom_u32() & 31) ^ (bpf_get_prandom_u32() & 63);
        value.Value[(int)a] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int rotated_and_masked(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint a = bpf_get_prandom_u32();
        uint i = (a << 5 | a >> 27) & 63;
        value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int multiplicative_hash(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint i = (bpf_get_prandom_u32() * 2654435761u) >> 26;
        value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int shifted_right(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        ulong i = bpf_ktime_get_ns() >> 58;
        value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int shifted_right_arithmetically(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        long i = ((long)bpf_ktime_get_ns() >> 59) + 16;
        value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int negated(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = -(int)(bpf_get_prandom_u32() & 63) + 63;
        value.Value[i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int complement(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint i = ~(bpf_get_prandom_u32() | 0xffffffc0u);
        value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int divided_by_a_negative_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = ((int)(bpf_get_prandom_u32() & 127) - 64) / -2 + 32;
        if (i < 0)
            return 0;
        /*!DYN007*/value.Value[i]/*!*/ = 1;
        return 0;
    }
}
