using System;
using System.Runtime.InteropServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Spans of constants that are only for reading, which lie in the data of the program and not on the stack.</summary>
internal static class Tables
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private static Bytes64 block;

    private static ReadOnlySpan<byte> Bytes => [1, 2, 3, 64];

    private static ReadOnlySpan<int> Numbers => new int[] { -2, 61, 70, 0 };

    private static ReadOnlySpan<uint> Keys()
    {
        ReadOnlySpan<uint> keys = [1, 2, 300, 4];
        return keys;
    }

    [BpfProgram("tc")]
    public static int number_of_a_table(SkBuff skb) => Bytes[(int)(bpf_get_prandom_u32() & 3)];

    [BpfProgram("tc")]
    public static int number_outside_of_a_table(SkBuff skb) => /*!DYN007*/Bytes[(int)(bpf_get_prandom_u32() & 255)]/*!*/;

    [BpfProgram("tc")]
    public static int number_of_a_table_as_index(SkBuff skb)
    {
        var i = 2;
        block[Bytes[i]] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_of_a_table_as_index_too_far(SkBuff skb)
    {
        var i = 3;
        /*!DYN007*/block[Bytes[i]]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int any_number_of_a_table_as_index(SkBuff skb)
    {
        var i = (int)(bpf_get_prandom_u32() & 1);
        /*!DYN007*/block[Bytes[i]]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int any_number_of_a_table_masked_as_index(SkBuff skb)
    {
        var i = (int)(bpf_get_prandom_u32() & 1);
        block[Bytes[i] & 63] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int negative_number_of_a_table_as_index(SkBuff skb)
    {
        for (var i = 0; i < 2; i++)
            block[Numbers[i] + 2] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int negative_number_of_a_table_as_index_too_far(SkBuff skb)
    {
        for (var i = 0; i < 3; i++)
            /*!DYN007*/block[Numbers[i] + 2]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int table_of_a_method_as_key(SkBuff skb)
    {
        var value = blocks.Lookup(in Keys()[(int)(bpf_get_prandom_u32() & 3)]);
        return value ? value.Value[0] : 0;
    }

    [BpfProgram("tc")]
    public static int end_of_a_table_as_key(SkBuff skb)
    {
        var value = blocks.Lookup(in /*!DYN007*/Keys()[(int)(bpf_get_prandom_u32() & 7)]/*!*/);
        return value ? value.Value[0] : 0;
    }

    [BpfProgram("tc")]
    public static int table_sent(SkBuff skb)
    {
        bpf_ringbuf_output(ringbuf, MemoryMarshal.AsBytes(Numbers), 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int table_written_into_a_packet(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        ReadOnlySpan<byte> bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        _ = bpf_dynptr_write(ptr, 0, bytes, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int table_written(SkBuff skb)
    {
        /*!DYN009*/MemoryMarshal.GetReference(Bytes)/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int span_of_a_number_that_varies_written(SkBuff skb)
    {
        ReadOnlySpan<byte> bytes = [(byte)bpf_get_prandom_u32(), 2];
        MemoryMarshal.GetReference(bytes) = 1;
        return bytes[0];
    }
}
