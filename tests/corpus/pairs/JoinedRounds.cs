using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Loops with so many ways that their rounds are joined: what was tested is still known where it is used.</summary>
internal static class JoinedRounds
{
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private struct Counter
    {
        public ulong Sum;
        public uint Last;
    }

    private static Bytes64 block;
    private static uint last;
    private static ulong total;

    [BpfProgram("tc")]
    public static int index_kept_over_loops_inside(SkBuff skb)
    {
        for (var i = 0; i < 64; i++)
        {
            if (block[i] > 50)
                break;
            for (var j = 3; j >= 0; j--)
            {
                uint at = block[i];
                if (at >= 64)
                    break;
                block[(int)at] ^= block[j];
                if (at < 30 || (block[j] & 32) == 0)
                    last = block[(int)(at & 31)];
                else
                    total++;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int next_index_kept_over_loops_inside(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 2u);
        if (!value)
            return 0;
        for (var i = 0; i < 64; i++)
        {
            if (block[i] > 50)
                break;
            for (var j = 3; j >= 0; j--)
            {
                uint at = /*!DYN007*/value.Value[i + 1]/*!*/;
                if (at >= 64)
                    break;
                block[(int)at] ^= block[j];
                if (at < 30 || (block[j] & 32) == 0)
                    last = block[(int)(at & 31)];
                else
                    total++;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int index_up_to_a_number_exactly(SkBuff skb)
    {
        for (uint i = 0; i != 64; i++)
        {
            block[(int)i] = (byte)last;
            var value = bpf_map_lookup_elem(blocks, 2u);
            if (value)
            {
                uint at = value.Value[3];
                if (at < 64)
                    value.Value[(int)at] = block[(int)i];
                if ((value.Value[(int)i] & 8) != 0)
                    total++;
                if ((value.Value[(int)i] & 16) != 0)
                    last++;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int index_up_to_a_greater_number_exactly(SkBuff skb)
    {
        for (uint i = 0; i != 65; i++)
        {
            var value = bpf_map_lookup_elem(blocks, 2u);
            if (value)
            {
                /*!DYN007*/value.Value[(int)i]/*!*/ = (byte)last;
                uint at = value.Value[3];
                if (at < 64)
                    value.Value[(int)at] = (byte)last;
                if ((value.Value[5] & 8) != 0)
                    total++;
                if ((value.Value[6] & 16) != 0)
                    last++;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int rounds_with_an_enumeration_in_a_callback(SkBuff skb)
    {
        var context = total;
        bpf_loop(bpf_get_prandom_u32(), rounds_with_an_enumeration_in_a_callback__run, ref context, 0);
        return 0;
    }

    private static int rounds_with_an_enumeration_in_a_callback__run(uint index, ref ulong context)
    {
        var end = bpf_get_prandom_u32() & 3;
        for (uint i = 0; i < end; i++)
        {
            var value = bpf_map_lookup_elem(blocks, 2u);
            if (!value)
                break;
            foreach (int x in BpfLoop.Range(0, 2))
            {
                var at = bpf_get_prandom_u32();
                if (at >= 64)
                    break;
                value.Value[(int)at] = (byte)last;
            }
        }

        block[(int)end] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int counted_by_a_callback_in_rounds(SkBuff skb)
    {
        var counter = new Counter { Sum = total, Last = block[3] & 1u };
        bpf_loop((uint)total, counted_by_a_callback_in_rounds__run, ref counter, 0);
        for (uint flag = 1; flag < 256; flag <<= 1)
            block[(int)(last & 1)] ^= (byte)(counter.Last * 61);
        return 0;
    }

    private static int counted_by_a_callback_in_rounds__run(uint index, ref Counter counter)
    {
        for (var i = 0; i < 32; i += 4)
        {
            last = (index - 48) & 1;
            counter.Last++;
        }

        return 0;
    }
}
