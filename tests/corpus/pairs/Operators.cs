using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Operators that change their operand.</summary>
internal static class Operators
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private struct increment_over_the_bound__counter
    {
        public int n;

        public void operator ++() => n += 64;
    }

    [BpfProgram("tc")]
    public static int increment_over_the_bound(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        increment_over_the_bound__counter counter = default;
        counter++;
        return /*!DYN007*/value.Value[counter.n]/*!*/;
    }

    private struct increment_below_the_bound__counter
    {
        public int n;

        public void operator ++() => n += 63;
    }

    [BpfProgram("tc")]
    public static int increment_below_the_bound(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        increment_below_the_bound__counter counter = default;
        counter++;
        return value.Value[counter.n];
    }

    private struct addition_over_the_bound__counter
    {
        public int n;

        public void operator +=(int step) => n += step + step;
    }

    [BpfProgram("tc")]
    public static int addition_over_the_bound(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        addition_over_the_bound__counter counter = default;
        counter += 40;
        return /*!DYN007*/value.Value[counter.n]/*!*/;
    }

    private struct addition_below_the_bound__counter
    {
        public int n;

        public void operator +=(int step) => n += step + step;
    }

    [BpfProgram("tc")]
    public static int addition_below_the_bound(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        addition_below_the_bound__counter counter = default;
        counter += 20;
        return value.Value[counter.n];
    }

    private ref struct increment_of_what_holds_a_dynptr__writer
    {
        public Dynptr ptr;
        public uint offset;

        public void operator ++() => offset += 4;
    }

    [BpfProgram("tc")]
    public static int increment_of_what_holds_a_dynptr(SkBuff skb)
    {
        increment_of_what_holds_a_dynptr__writer writer = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out writer.ptr);
        writer++;
        bpf_dynptr_write(writer.ptr, writer.offset, 5u, 0);
        bpf_ringbuf_submit_dynptr(ref writer.ptr, 0);
        return 0;
    }

    private ref struct increment_that_submits__writer
    {
        public Dynptr ptr;

        public void operator ++() => bpf_ringbuf_submit_dynptr(ref ptr, 0);
    }

    [BpfProgram("tc")]
    public static int increment_that_submits(SkBuff skb)
    {
        increment_that_submits__writer writer = default;
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out writer.ptr);
        writer++;
        bpf_ringbuf_submit_dynptr(ref /*!DYN002*/writer.ptr/*!*/, 0);
        return 0;
    }
}
