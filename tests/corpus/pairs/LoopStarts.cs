using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Loops that begin with any of a few numbers, or with one of which nothing is known.</summary>
internal static class LoopStarts
{
    private static uint count;

    [BpfProgram("tc")]
    public static int any_of_a_few_numbers_up_to_one(SkBuff skb)
    {
        for (var i = bpf_get_prandom_u32() & 15; i != 30_000; i++)
            count += i;
        return 0;
    }

    [BpfProgram("tc")]
    public static int any_of_a_few_even_numbers_up_to_an_even_one(SkBuff skb)
    {
        for (var i = bpf_get_prandom_u32() & 14; i != 30_000; i += 2)
            count += i;
        return 0;
    }

    [BpfProgram("tc")]
    public static int any_of_a_few_numbers_by_twos_past_one(SkBuff skb)
    {
        for (var i = bpf_get_prandom_u32() & 15; /*!DYN031*/i != 30_000/*!*/; i += 2)
            count += i;
        return 0;
    }

    [BpfProgram("tc")]
    public static int any_of_a_few_numbers_up_to_one_among_them(SkBuff skb)
    {
        for (var i = bpf_get_prandom_u32() & 31; /*!DYN031*/i != 20/*!*/; i++)
            count += i;
        return 0;
    }

    [BpfProgram("tc")]
    public static int any_of_a_few_numbers_down_to_one(SkBuff skb)
    {
        for (var i = (bpf_get_prandom_u32() & 15) + 20_000; i != 0; i--)
            count += i;
        return 0;
    }

    [BpfProgram("tc")]
    public static int doubled_or_enlarged_to_an_even_number(SkBuff skb)
    {
        var a = bpf_get_prandom_u32();
        while (/*!DYN031*/a > 1/*!*/)
        {
            a = (a & 1) != 0 ? a + 3 : a << 1;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int doubled_or_enlarged_to_a_number_of_eights(SkBuff skb)
    {
        var a = bpf_get_prandom_u32();
        while (a > 1)
        {
            a = (a & 1) != 0 ? (a | 7) + 1 : a << 1;
            count++;
        }

        return 0;
    }
}
