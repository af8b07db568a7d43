using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Iterators
{
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);

    private static uint last;
    private static ulong total;

    [BpfProgram("tc")]
    public static int value_after_destroy(SkBuff skb)
    {
        bpf_iter_num_new(out NumberIterator iterator, 0, 4);
        var v = bpf_iter_num_next(ref iterator);
        if (!v)
        {
            bpf_iter_num_destroy(ref iterator);
            return 0;
        }

        bpf_iter_num_destroy(ref iterator);
        return /*!DYN005*/v/*!*/.Value;
    }

    [BpfProgram("tc")]
    public static int value_of_the_previous_round(SkBuff skb)
    {
        int s = 0;
        bpf_iter_num_new(out NumberIterator iterator, 0, 4);
        var v = bpf_iter_num_next(ref iterator);
        if (v)
        {
            var w = bpf_iter_num_next(ref iterator);
            if (w)
                s = v.Value + w.Value;
        }

        bpf_iter_num_destroy(ref iterator);
        return s;
    }

    [BpfProgram("tc")]
    public static int counter_beside_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            if (i < 64)
                value.Value[i++] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_without_bound(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int i = 0;
        foreach (int x in BpfLoop.Range(0, 60))
        {
            value.Value[i++] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int index_of_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        foreach (int x in BpfLoop.Range(0, 64))
        {
            value.Value[x] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int iterator_up_to_a_bounded_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var count = (int)(bpf_get_prandom_u32() & 63);
        foreach (int x in BpfLoop.Range(0, count))
            value.Value[x] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int iterator_up_to_a_number_out_of_bounds(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var count = (int)(bpf_get_prandom_u32() & 127);
        foreach (int x in BpfLoop.Range(0, count))
            /*!DYN007*/value.Value[x]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int iterator_from_a_bounded_number(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var first = (int)(bpf_get_prandom_u32() & 31);
        foreach (int x in BpfLoop.Range(first, first + 32))
            value.Value[x] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int iterator_from_a_number_below_zero(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        var first = (int)(bpf_get_prandom_u32() & 31) - 1;
        foreach (int x in BpfLoop.Range(first, first + 32))
            /*!DYN007*/value.Value[x]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int counted_rounds_in_an_enumeration(SkBuff skb)
    {
        foreach (int x in BpfLoop.Range(0, 64))
        {
            for (var i = 0; i < 20; i++)
            {
                if (last > 63)
                    last = bpf_get_prandom_u32();
                total++;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int rounds_that_count_nothing_in_an_enumeration(SkBuff skb)
    {
        foreach (int x in BpfLoop.Range(0, 64))
        {
            for (var i = 0; /*!DYN031*/i < 20/*!*/; total++)
            {
                if (last > 63)
                    last = bpf_get_prandom_u32();
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int enumeration_in_rounds_that_count_nothing(SkBuff skb)
    {
        for (var i = 0; /*!DYN031*/i < 20/*!*/; total++)
        {
            foreach (int x in BpfLoop.Range(0, 64))
            {
                if (last > 63)
                    last = bpf_get_prandom_u32();
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int enumeration_in_rounds_that_change_nothing(SkBuff skb)
    {
        uint rest = bpf_get_prandom_u32() & 15;
        while (/*!DYN031*/rest != 0/*!*/)
        {
            foreach (int x in BpfLoop.Range(0, 32))
            {
                if (last > 63)
                    last = bpf_get_prandom_u32();
            }

            total++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int enumeration_in_rounds_that_count_down(SkBuff skb)
    {
        uint rest = bpf_get_prandom_u32() & 15;
        while (rest != 0)
        {
            foreach (int x in BpfLoop.Range(0, 32))
            {
                if (last > 63)
                    last = bpf_get_prandom_u32();
            }

            rest--;
        }

        return 0;
    }
}
