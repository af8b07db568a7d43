using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Part of the class is generated, which does not change where a mistake stands.</summary>
[BpfObject(License = "GPL")]
internal static partial class FollowedInObjects
{
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    [BpfProgram("tc")]
    public static int index_over_the_bound_in_an_object(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return index_over_the_bound_in_an_object__get(value.Value, bpf_get_prandom_u32());
    }

    private static byte index_over_the_bound_in_an_object__get(Span<byte> bytes, uint i) => /*!DYN007*/bytes[(int)(i & 127)]/*!*/;

    [BpfProgram("tc")]
    public static int index_below_the_bound_in_an_object(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return index_below_the_bound_in_an_object__get(value.Value, bpf_get_prandom_u32());
    }

    private static byte index_below_the_bound_in_an_object__get(Span<byte> bytes, uint i) => bytes[(int)(i & 63)];
}
