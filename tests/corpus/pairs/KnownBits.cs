using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class KnownBits
{
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);

    private static uint count;

    [BpfProgram("tc")]
    public static int lowest_byte_bounded_and_used(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        buffer.Clear();
        uint a = bpf_get_prandom_u32();
        if ((a & 0xff) >= 10)
            return 0;
        count = a;
        return buffer[(int)(a & 0xff)];
    }

    [BpfProgram("tc")]
    public static int bit_found_clear(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[32];
        buffer.Clear();
        uint a = bpf_get_prandom_u32();
        if ((a & 32) != 0)
            return 0;
        count = a;
        return buffer[(int)(a & 63)];
    }

    [BpfProgram("tc")]
    public static int signed_quotient_of_a_variable(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int y = (int)(bpf_get_prandom_u32() & 7) + 2;
        int x = (int)(bpf_get_prandom_u32() & 127);
        int i = x / y;
        /*!DYN007*/value.Value[i]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int quotient_of_a_variable_masked(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint y = (bpf_get_prandom_u32() & 7) + 2;
        uint i = (bpf_get_prandom_u32() / y) & 63;
        value.Value[(int)i] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int higher_bits_found_clear(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[32];
        buffer.Clear();
        uint a = bpf_get_prandom_u32();
        if ((a & ~31u) != 0)
            return 0;
        count = a;
        return buffer[(int)a];
    }

    [BpfProgram("tc")]
    public static int bit_found_clear_and_the_number_bounded(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[32];
        buffer.Clear();
        uint a = bpf_get_prandom_u32() & 255;
        if ((a & 32) != 0)
            return 0;
        if (a >= 64)
            return 0;
        count = a;
        return /*!DYN007*/buffer[(int)a]/*!*/;
    }

    [BpfProgram("tc")]
    public static int two_bits_found_clear(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        buffer.Clear();
        uint a = bpf_get_prandom_u32();
        if ((a & 48) != 0)
            return 0;
        count = a;
        return buffer[(int)(a & 63)];
    }
}
