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
}
