using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class FieldBounds
{
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);

    private static uint count;
    private static int difference;

    [BpfProgram("tc")]
    public static int smaller_of_a_field_and_a_constant(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        value.Value[(int)Math.Min(count, 63)] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int smaller_of_a_field_and_too_much(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        /*!DYN007*/value.Value[(int)Math.Min(count, 64)]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int field_between_two_constants(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        value.Value[Math.Clamp(difference, 0, 63)] = 1;
        return 0;
    }
}
