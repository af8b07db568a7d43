using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Variables whose address a static method is given: they lie on the stack, where Linux keeps whole registers, and zeros.</summary>
internal static class GivenAddresses
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private static Bytes64 block;

    private struct Pair
    {
        public uint first;
        public uint second;
    }

    private struct LongPair
    {
        public ulong first;
        public ulong second;
    }

    private struct Padded
    {
        public uint first;
        public ulong second;
    }

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

    [BpfProgram("tc")]
    public static int number_by_in(SkBuff skb)
    {
        var at = bpf_get_prandom_u32() & 63;
        number_by_in__put(in at);
        return 0;
    }

    private static void number_by_in__put(in uint at) => /*!DYN007*/block[(int)at]/*!*/ = 1;

    [BpfProgram("tc")]
    public static int zero_by_in(SkBuff skb)
    {
        var at = 0u;
        zero_by_in__put(in at);
        return 0;
    }

    private static void zero_by_in__put(in uint at) => block[(int)at] = 1;

    [BpfProgram("tc")]
    public static int other_constant_by_in(SkBuff skb)
    {
        var at = 5u;
        other_constant_by_in__put(in at);
        return 0;
    }

    private static void other_constant_by_in__put(in uint at) => /*!DYN007*/block[(int)at]/*!*/ = 1;

    [BpfProgram("tc")]
    public static int long_number_by_in(SkBuff skb)
    {
        ulong at = bpf_get_prandom_u32() & 63;
        long_number_by_in__put(in at);
        return 0;
    }

    private static void long_number_by_in__put(in ulong at) => block[(int)at] = 1;

    [BpfProgram("tc")]
    public static int number_by_in_and_tested(SkBuff skb)
    {
        var at = bpf_get_prandom_u32() & 63;
        number_by_in_and_tested__put(in at);
        return 0;
    }

    private static void number_by_in_and_tested__put(in uint at)
    {
        if (at < 64)
            block[(int)at] = 1;
    }

    [BpfProgram("tc")]
    public static int number_by_in_used_after(SkBuff skb)
    {
        var at = bpf_get_prandom_u32() & 63;
        number_by_in_used_after__put(in at);
        block[(int)at] = 1;
        return 0;
    }

    private static void number_by_in_used_after__put(in uint at) => block[0] = (byte)at;

    [BpfProgram("tc")]
    public static int literal_by_in(SkBuff skb)
    {
        literal_by_in__put(5);
        return 0;
    }

    private static void literal_by_in__put(in uint at) => /*!DYN007*/block[(int)at]/*!*/ = 1;

    [BpfProgram("tc")]
    public static int number_by_in_passed_on(SkBuff skb)
    {
        var at = bpf_get_prandom_u32() & 63;
        number_by_in_passed_on__put(in at);
        return 0;
    }

    private static void number_by_in_passed_on__put(in uint at)
    {
        block[0]++;
        number_by_in_passed_on__put_there(in at);
    }

    private static void number_by_in_passed_on__put_there(in uint at) => /*!DYN007*/block[(int)at]/*!*/ = 1;

    [BpfProgram("tc")]
    public static int number_by_ref_only_read(SkBuff skb)
    {
        var at = bpf_get_prandom_u32() & 63;
        number_by_ref_only_read__put(ref at);
        return 0;
    }

    private static void number_by_ref_only_read__put(ref uint at) => /*!DYN007*/block[(int)at]/*!*/ = 1;

    [BpfProgram("tc")]
    public static int number_by_ref_passed_on(SkBuff skb)
    {
        var at = bpf_get_prandom_u32() & 63;
        number_by_ref_passed_on__set(ref at);
        /*!DYN007*/block[(int)at]/*!*/ = 1;
        return 0;
    }

    private static void number_by_ref_passed_on__set(ref uint at)
    {
        block[0]++;
        number_by_ref_passed_on__set_there(ref at);
    }

    private static void number_by_ref_passed_on__set_there(ref uint at) => at = bpf_get_prandom_u32() & 63;

    [BpfProgram("tc")]
    public static int captured_number(SkBuff skb)
    {
        var at = bpf_get_prandom_u32() & 63;
        Put();
        return 0;

        void Put() => /*!DYN007*/block[(int)at]/*!*/ = 1;
    }

    [BpfProgram("tc")]
    public static int number_by_in_of_an_inlined_method(SkBuff skb)
    {
        var at = bpf_get_prandom_u32() & 63;
        number_by_in_of_an_inlined_method__put(in at);
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void number_by_in_of_an_inlined_method__put(in uint at) => block[(int)at] = 1;

    [BpfProgram("tc")]
    public static int number_by_out_of_an_inlined_method(SkBuff skb)
    {
        number_by_out_of_an_inlined_method__pick(out var at);
        block[(int)at] = 1;
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void number_by_out_of_an_inlined_method__pick(out uint at) => at = bpf_get_prandom_u32() & 63;

    [BpfProgram("tc")]
    public static int first_of_a_pair_by_in(SkBuff skb)
    {
        var pair = new Pair { first = bpf_get_prandom_u32() & 63, second = bpf_get_prandom_u32() & 63 };
        first_of_a_pair_by_in__put(in pair);
        return 0;
    }

    private static void first_of_a_pair_by_in__put(in Pair pair) => /*!DYN007*/block[(int)pair.first]/*!*/ = 1;

    [BpfProgram("tc")]
    public static int second_of_a_pair_by_in(SkBuff skb)
    {
        var pair = new Pair { first = bpf_get_prandom_u32() & 63, second = bpf_get_prandom_u32() & 63 };
        second_of_a_pair_by_in__put(in pair);
        return 0;
    }

    private static void second_of_a_pair_by_in__put(in Pair pair) => /*!DYN007*/block[(int)pair.second]/*!*/ = 1;

    [BpfProgram("tc")]
    public static int second_of_long_numbers_by_in(SkBuff skb)
    {
        var pair = new LongPair { first = bpf_get_prandom_u32() & 63, second = bpf_get_prandom_u32() & 63 };
        second_of_long_numbers_by_in__put(in pair);
        return 0;
    }

    private static void second_of_long_numbers_by_in__put(in LongPair pair) => block[(int)pair.second] = 1;

    [BpfProgram("tc")]
    public static int padded_number_by_in(SkBuff skb)
    {
        var pair = new Padded { first = bpf_get_prandom_u32() & 63, second = bpf_get_prandom_u32() & 63 };
        padded_number_by_in__put(in pair);
        return 0;
    }

    private static void padded_number_by_in__put(in Padded pair) => block[(int)pair.first] = 1;

    [BpfProgram("tc")]
    public static int number_as_a_context(SkBuff skb)
    {
        uint at = bpf_get_prandom_u32() & 63;
        bpf_loop(4, number_as_a_context__run, ref at, 0);
        return 0;
    }

    private static int number_as_a_context__run(uint index, ref uint at)
    {
        /*!DYN007*/block[(int)at]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int zero_as_a_context(SkBuff skb)
    {
        uint at = 0;
        bpf_loop(4, zero_as_a_context__run, ref at, 0);
        return 0;
    }

    private static int zero_as_a_context__run(uint index, ref uint at)
    {
        block[(int)at] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int long_number_as_a_context(SkBuff skb)
    {
        ulong at = bpf_get_prandom_u32() & 63;
        bpf_loop(4, long_number_as_a_context__run, ref at, 0);
        return 0;
    }

    private static int long_number_as_a_context__run(uint index, ref ulong at)
    {
        block[(int)at] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int masked_number_as_a_context(SkBuff skb)
    {
        uint at = bpf_get_prandom_u32() & 63;
        bpf_loop(4, masked_number_as_a_context__run, ref at, 0);
        return 0;
    }

    private static int masked_number_as_a_context__run(uint index, ref uint at)
    {
        block[(int)(at & 63)] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_set_by_a_callback(SkBuff skb)
    {
        uint at = 3;
        bpf_loop(4, number_set_by_a_callback__run, ref at, 0);
        /*!DYN007*/block[(int)at]/*!*/ = 1;
        return 0;
    }

    private static int number_set_by_a_callback__run(uint index, ref uint at)
    {
        at = index & 63;
        return 0;
    }

    [BpfProgram("tc")]
    public static int long_number_set_by_a_callback(SkBuff skb)
    {
        ulong at = 3;
        bpf_loop(4, long_number_set_by_a_callback__run, ref at, 0);
        block[(int)at] = 1;
        return 0;
    }

    private static int long_number_set_by_a_callback__run(uint index, ref ulong at)
    {
        at = index & 63;
        return 0;
    }

    [BpfProgram("tc")]
    public static int zero_set_by_a_callback(SkBuff skb)
    {
        uint at = 0;
        bpf_loop(4, zero_set_by_a_callback__run, ref at, 0);
        block[(int)at] = 1;
        return 0;
    }

    private static int zero_set_by_a_callback__run(uint index, ref uint at)
    {
        at = 0;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_read_by_a_callback(SkBuff skb)
    {
        uint at = bpf_get_prandom_u32() & 63;
        bpf_loop(4, number_read_by_a_callback__run, ref at, 0);
        /*!DYN007*/block[(int)at]/*!*/ = 1;
        return 0;
    }

    private static int number_read_by_a_callback__run(uint index, ref uint at)
    {
        block[0] += (byte)at;
        return 0;
    }

    [BpfProgram("tc")]
    public static int number_counted_by_a_callback(SkBuff skb)
    {
        uint at = 0;
        bpf_loop(4, number_counted_by_a_callback__run, ref at, 0);
        if (at < 64)
            block[(int)at] = 1;
        return 0;
    }

    private static int number_counted_by_a_callback__run(uint index, ref uint at)
    {
        at++;
        return 0;
    }
}
