using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class RoundCounters
{
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);

    [BpfProgram("tc")]
    public static int counted_index_beside_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            if (c < 64)
                value.Value[(int)c] = 1;
            c++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counted_index_up_to_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            if (c >= 64)
                break;
            value.Value[(int)c] = 1;
            c++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int masked_counter_beside_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            value.Value[(int)(c & 63)] = 1;
            c++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_that_comes_round_again(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            value.Value[(int)c] = 1;
            c = (c + 1) & 63;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int round_told_by_a_counter(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            if (c == 10)
                value.Value[0] = 1;
            c++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int round_told_by_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            if (x == 10)
                value.Value[0] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_compared_with_what_is_unknown(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint r = bpf_get_prandom_u32();
        uint c = 0, hits = 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            if (c > r)
                hits++;
            c++;
        }
        value.Value[1] = (byte)hits;
        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_that_is_stored(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            value.Value[0] = (byte)c;
            c++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_as_an_offset_of_a_read(SkBuff skb)
    {
        uint c = 0;
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
            return 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            _ = bpf_dynptr_read(out ulong word, ptr, c, 0);
            c++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_as_the_size_of_a_read(SkBuff skb)
    {
        uint c = 0;
        Span<byte> bytes = stackalloc byte[8];
        if (bpf_dynptr_from_skb(skb, 0, out Dynptr ptr) != 0)
            return 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            _ = bpf_dynptr_read(bytes[..(int)(c & 7)], ptr, 0, 0);
            c++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_tested_after_the_loop(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            c++;
        }
        if (c < 64)
            value.Value[(int)c] = 1;
        return 0;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int counter_that_is_returned(SkBuff skb)
    {
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            c++;
        }
        return (int)(c & 1);
    }

    [BpfProgram("xdp")]
    public static int counter_that_any_result_may_be(XdpBuff xdp)
    {
        uint c = 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            c++;
        }
        return (int)(c & 1);
    }

    private static void Put(ref Bytes64 value, uint at) => value[(int)(at & 63)] = 1;

    [BpfProgram("tc")]
    public static int counter_given_to_a_function(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            Put(ref value.Value, c);
            c++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int number_given_to_a_function_beside_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            Put(ref value.Value, bpf_get_prandom_u32());
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int sum_of_rounds_as_an_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            c += value.Value[3];
            value.Value[(int)(c & 63)] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counted_in_some_rounds(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            if ((bpf_get_prandom_u32() & 1) != 0)
                c++;
            value.Value[(int)(c & 63)] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int largest_of_what_was_seen(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint largest = 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            uint r = bpf_get_prandom_u32();
            if (r > largest)
                largest = r;
        }
        value.Value[(int)(largest & 63)] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_of_the_round_before(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint last = 0;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            value.Value[(int)(last & 63)] = 1;
            last = (uint)x;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counted_down_beside_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 64;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            if (c > 0)
            {
                c--;
                value.Value[(int)c] = 1;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int flag_beside_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        bool on = false;
        foreach (int x in BpfLoop.Range(0, 100))
        {
            on = !on;
            if (on)
                value.Value[0] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int rounds_of_a_loop_inside_the_iterator(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        uint c = 0;
        foreach (int x in /*!DYN031*/BpfLoop.Range(0, 100)/*!*/)
        {
            for (uint j = 0; j < (c & 3); j++)
                value.Value[(int)j]++;
            c++;
        }

        return 0;
    }
}
