using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Variables that a static method reads behind an address, or that are the context of a callback: they lie on the stack.</summary>
internal static class ReadAddresses
{
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

    [BpfProgram("tc")]
    public static int number_read_where_using_ends(SkBuff skb)
    {
        using var held = new number_read_where_using_ends__held { at = bpf_get_prandom_u32() & 63 };
        return 0;
    }

    private ref struct number_read_where_using_ends__held
    {
        public uint at;

        public readonly void Dispose() => /*!DYN007*/block[(int)at]/*!*/ = 1;
    }

    [BpfProgram("tc")]
    public static int long_number_read_where_using_ends(SkBuff skb)
    {
        using var held = new long_number_read_where_using_ends__held { at = bpf_get_prandom_u32() & 63 };
        return 0;
    }

    private ref struct long_number_read_where_using_ends__held
    {
        public ulong at;

        public readonly void Dispose() => block[(int)at] = 1;
    }
}
