using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Pointers to variables that hold a pointer themselves.</summary>
internal static unsafe class PointersToSlices
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

#pragma warning disable CS8500 // Pointers to what holds references are what is shown.
    [BpfProgram("tc")]
    public static int record_through_a_pointer(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        var pointer = &record;
        (*pointer)[7] = 1;
        bpf_ringbuf_submit(*pointer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int record_through_a_pointer_after_submit(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        var pointer = &record;
        bpf_ringbuf_submit(record, 0);
        (/*!DYN005*/*pointer/*!*/)[7] = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int record_through_a_pointer_beyond_its_end(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        var pointer = &record;
        /*!DYN007*/(*pointer)[8]/*!*/ = 1;
        bpf_ringbuf_submit(*pointer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int record_through_a_pointer_untested(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        var pointer = &record;
        (/*!DYN006*/*pointer/*!*/)[7] = 1;
        bpf_ringbuf_submit(*pointer, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int record_through_a_pointer_is_lost(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        var pointer = &record;
        (*pointer)[7] = 1;
        /*!DYN001*/return 0;/*!*/
    }

    [BpfProgram("tc")]
    public static int record_submitted_through_a_pointer(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        record_submitted_through_a_pointer__submit(&record);
        return 0;
    }

    private static void record_submitted_through_a_pointer__submit(Slice* record) => bpf_ringbuf_submit(*record, 0);

    [BpfProgram("tc")]
    public static int record_submitted_through_a_pointer_and_again(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 8, 0);
        if (!record)
            return 0;
        record_submitted_through_a_pointer_and_again__submit(&record);
        bpf_ringbuf_submit(/*!DYN002*/record/*!*/, 0);
        return 0;
    }

    private static void record_submitted_through_a_pointer_and_again__submit(Slice* record) => bpf_ringbuf_submit(*record, 0);
#pragma warning restore CS8500
}
