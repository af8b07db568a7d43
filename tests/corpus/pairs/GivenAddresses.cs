using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Variables whose address a static method is given: they lie on the stack, where Linux keeps whole registers, and zeros.</summary>
internal static class GivenAddresses
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private static Bytes64 block;

    [BpfProgram("tc")]
    public static int number_by_out(SkBuff skb)
    {
        number_by_out__pick(out var at);
        /*!DYN007*/block[(int)at]/*!*/ = 1;
        return 0;
    }

    private static void number_by_out__pick(out uint at) => at = bpf_get_prandom_u32() & 63;

    [BpfProgram("tc")]
    public static int long_number_by_out(SkBuff skb)
    {
        long_number_by_out__pick(out var at);
        block[(int)at] = 1;
        return 0;
    }

    private static void long_number_by_out__pick(out ulong at) => at = bpf_get_prandom_u32() & 63;

    [BpfProgram("tc")]
    public static int number_by_out_and_tested(SkBuff skb)
    {
        number_by_out_and_tested__pick(out var at);
        if (at < 64)
            block[(int)at] = 1;
        return 0;
    }

    private static void number_by_out_and_tested__pick(out uint at) => at = bpf_get_prandom_u32() & 63;

    [BpfProgram("tc")]
    public static int number_by_out_behind_a_key(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        number_by_out_behind_a_key__pick(out var at);
        value.Value[(int)at] = 1;
        return 0;
    }

    private static void number_by_out_behind_a_key__pick(out uint at) => at = bpf_get_prandom_u32() & 63;

    [BpfProgram("tc")]
    public static int number_bounded_by_ref(SkBuff skb)
    {
        var n = bpf_get_prandom_u32();
        number_bounded_by_ref__bound(ref n);
        /*!DYN007*/block[(int)n]/*!*/ = 1;
        return 0;
    }

    private static void number_bounded_by_ref__bound(ref uint n)
    {
        if (n > 63)
            n = 63;
    }

    [BpfProgram("tc")]
    public static int number_made_zero_by_ref(SkBuff skb)
    {
        var n = bpf_get_prandom_u32();
        number_made_zero_by_ref__clear(ref n);
        block[(int)n] = 1;
        return 0;
    }

    private static void number_made_zero_by_ref__clear(ref uint n) => n = 0;

    [BpfProgram("tc")]
    public static int flag_by_ref(SkBuff skb)
    {
        var sent = false;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        flag_by_ref__send(ref ptr, ref sent);
        if (!sent)
            bpf_ringbuf_discard_dynptr(ref /*!DYN002*/ptr/*!*/, 0);
        return 0;
    }

    private static void flag_by_ref__send(ref Dynptr ptr, ref bool sent)
    {
        if (bpf_get_prandom_u32() <= 5)
            return;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        sent = true;
    }

    [BpfProgram("tc")]
    public static int long_flag_by_ref(SkBuff skb)
    {
        ulong sent = 0;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        long_flag_by_ref__send(ref ptr, ref sent);
        if (sent == 0)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    private static void long_flag_by_ref__send(ref Dynptr ptr, ref ulong sent)
    {
        if (bpf_get_prandom_u32() <= 5)
            return;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        sent = 1;
    }

    [BpfProgram("tc")]
    public static int counter_by_ref(SkBuff skb)
    {
        for (var i = 0; /*!DYN031*/i < 20/*!*/;)
            counter_by_ref__next(ref i);
        return 0;
    }

    private static void counter_by_ref__next(ref int i)
    {
        block[0]++;
        i++;
    }

    [BpfProgram("tc")]
    public static int long_counter_by_ref(SkBuff skb)
    {
        for (long i = 0; i < 20;)
            long_counter_by_ref__next(ref i);
        return 0;
    }

    private static void long_counter_by_ref__next(ref long i)
    {
        block[0]++;
        i++;
    }
}
