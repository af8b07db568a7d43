using System.Numerics;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Members that a type argument decides: in C, the function of that type.</summary>
internal static class Generics
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private interface IEnd
    {
        static abstract void End(ref Dynptr ptr);
    }

    private interface ILimit
    {
        int Limit => 63;
    }

    private interface ILargeLimit
    {
        int Limit => 64;
    }

    private struct Submits : IEnd
    {
        public static void End(ref Dynptr ptr) => bpf_ringbuf_submit_dynptr(ref ptr, 0);
    }

    private struct Keeps : IEnd
    {
        public static void End(ref Dynptr ptr) => bpf_dynptr_write(ptr, 0, 5u, 0);
    }

    private struct Limited : ILimit, ILargeLimit;

    [BpfProgram("tc")]
    public static int ended_by_a_type(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        ended_by_a_type__end<Submits>(ref ptr);
        return 0;
    }

    private static void ended_by_a_type__end<T>(ref Dynptr ptr)
        where T : IEnd => T.End(ref ptr);

    [BpfProgram("tc")]
    public static int kept_by_a_type(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        kept_by_a_type__end<Keeps>(ref ptr);
        /*!DYN001*/return 0;/*!*/
    }

    private static void kept_by_a_type__end<T>(ref Dynptr ptr)
        where T : IEnd => T.End(ref ptr);

    [BpfProgram("tc")]
    public static int ended_by_a_type_twice(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
        ended_by_a_type_twice__end<Submits>(ref ptr);
        bpf_ringbuf_submit_dynptr(ref /*!DYN002*/ptr/*!*/, 0);
        return 0;
    }

    private static void ended_by_a_type_twice__end<T>(ref Dynptr ptr)
        where T : IEnd => T.End(ref ptr);

    [BpfProgram("tc")]
    public static int sum_as_an_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        return value ? value.Value[sum_as_an_index__sum(30, 33)] : 0;
    }

    private static T sum_as_an_index__sum<T>(T left, T right)
        where T : INumber<T> => left + right;

    [BpfProgram("tc")]
    public static int sum_over_the_bound_as_an_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        return value ? /*!DYN007*/value.Value[sum_over_the_bound_as_an_index__sum(30, 34)]/*!*/ : 0;
    }

    private static T sum_over_the_bound_as_an_index__sum<T>(T left, T right)
        where T : INumber<T> => left + right;

    [BpfProgram("tc")]
    public static int default_of_an_interface_as_an_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        return value ? value.Value[default_of_an_interface_as_an_index__limit(new Limited())] : 0;
    }

    private static int default_of_an_interface_as_an_index__limit<T>(T limited)
        where T : struct, ILimit => limited.Limit;

    [BpfProgram("tc")]
    public static int large_default_of_an_interface_as_an_index(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        return value ? /*!DYN007*/value.Value[large_default_of_an_interface_as_an_index__limit(new Limited())]/*!*/ : 0;
    }

    private static int large_default_of_an_interface_as_an_index__limit<T>(T limited)
        where T : struct, ILargeLimit => limited.Limit;
}
