using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Loops that chance ends, in loops of which no counter shows how often they go round.</summary>
internal static class NestedLoops
{
    private static uint count;

    [BpfProgram("tc")]
    public static int rounds_by_chance_for_each_bit_of_chance(SkBuff skb)
    {
        var found = 0u;
        for (var x = bpf_get_prandom_u32(); x != 0; x >>= 1)
        {
            for (var i = 0u; i < (bpf_get_prandom_u32() & 3); i++)
                found++;
        }

        return (int)found;
    }

    [BpfProgram("tc")]
    public static int rounds_by_chance_while_bits_are_left(SkBuff skb)
    {
        var found = 0u;
        for (var x = bpf_get_prandom_u32(); /*!DYN031*/x != 0/*!*/; x &= 0x7fffffff)
        {
            for (var i = 0u; i < (bpf_get_prandom_u32() & 3); i++)
                found++;
        }

        return (int)found;
    }

    [BpfProgram("tc")]
    public static int rounds_that_count_on_for_each_bit(SkBuff skb)
    {
        var found = 0;
        for (var x = 256; x > 0; x >>= 1)
        {
            while (bpf_get_prandom_u32() > 5 && found < 10)
                found++;
        }

        return found;
    }

    [BpfProgram("tc")]
    public static int rounds_that_count_something_else_for_each_bit(SkBuff skb)
    {
        var found = 0;
        for (var x = 256; x > 0; x >>= 1)
        {
            while (/*!DYN031*/bpf_get_prandom_u32() > 5 && found < 10/*!*/)
                count++;
            found++;
        }

        return found;
    }

    [BpfProgram("tc")]
    public static int checksum_of_sixteen_bytes(SkBuff skb)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (bpf_skb_load_bytes(skb, 0, bytes) != 0)
            return 0;
        uint sum = 0xffffffff;
        for (int i = 0; i < 16; i++)
        {
            sum ^= bytes[i];
            for (int k = 0; k < 8; k++)
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
        }

        count = sum;
        return 0;
    }

    [BpfProgram("tc")]
    public static int multiplied_bit_by_bit(SkBuff skb)
    {
        uint a = (uint)skb.Length, b = bpf_get_prandom_u32() & 0xff, product = 0;
        while (b != 0)
        {
            if ((b & 1) != 0)
                product += a;
            a <<= 1;
            b >>= 1;
        }

        count = product;
        return 0;
    }

    [BpfProgram("tc")]
    public static int rounds_that_count_on_to_forty(SkBuff skb)
    {
        var found = 0;
        for (var x = 256; x > 0; x >>= 1)
        {
            while (bpf_get_prandom_u32() > 5 && found < 40)
                found++;
        }

        return found;
    }

    [BpfProgram("tc")]
    public static int counted_on_some_ways_before_bits_are_shifted_out(SkBuff skb)
    {
        Span<byte> bytes = stackalloc byte[1];
        var found = 0;
        for (var i = 0; i < 64; i++)
        {
            if (bpf_skb_load_bytes(skb, (uint)i, bytes) != 0)
                break;
            if (bytes[0] == 0)
                continue;
            found++;
        }

        var bits = skb.Length & 0xff;
        while (bits != 0)
            bits >>= 1;
        return found;
    }
}
