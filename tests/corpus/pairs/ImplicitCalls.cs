using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class ImplicitCalls
{
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    /// <summary>Puts a key where its scope ends.</summary>
    private readonly ref struct KeyScope(BpfKey key)
    {
        public void Dispose() => bpf_key_put(key);
    }

    private readonly ref struct key_put_again_by_dispose__scope(BpfKey key)
    {
        public void Dispose() => bpf_key_put(/*!DYN002*/key/*!*/);
    }

    [BpfProgram("lsm.s/file_open")]
    public static int key_put_again_by_dispose(TracepointContext ctx)
    {
        var key = bpf_lookup_user_key(1, 0);
        if (key is null)
            return 0;
        using (new key_put_again_by_dispose__scope(key))
            bpf_key_put(key);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int key_put_by_dispose(TracepointContext ctx)
    {
        var key = bpf_lookup_user_key(1, 0);
        if (key is null)
            return 0;
        using (new KeyScope(key))
            return 0;
    }

    private ref struct operator_over_the_bound__index(int value)
    {
        public int value = value;

        public static byte operator *(operator_over_the_bound__index index, Span<byte> bytes) => /*!DYN007*/bytes[index.value]/*!*/;
    }

    [BpfProgram("tc")]
    public static int operator_over_the_bound(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return new operator_over_the_bound__index(64) * (Span<byte>)value.Value;
    }

    private ref struct operator_below_the_bound__index(int value)
    {
        public int value = value;

        public static byte operator *(operator_below_the_bound__index index, Span<byte> bytes) => bytes[index.value];
    }

    [BpfProgram("tc")]
    public static int operator_below_the_bound(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        return new operator_below_the_bound__index(63) * (Span<byte>)value.Value;
    }
}
