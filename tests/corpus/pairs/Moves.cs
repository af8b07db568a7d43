using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>A dynptr in a ref struct that a method returns: in C, what the caller gives the address of.</summary>
internal static class Moves
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private ref struct Event
    {
        public Dynptr ptr;
        public int error;
    }

    [BpfProgram("tc")]
    public static int returned_and_submitted(SkBuff skb)
    {
        var sent = returned_and_submitted__reserve();
        if (sent.error == 0)
            bpf_dynptr_write(sent.ptr, 0, 5u, 0);
        bpf_ringbuf_submit_dynptr(ref sent.ptr, 0);
        return 0;
    }

    private static Event returned_and_submitted__reserve()
    {
        Event made = default;
        made.error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out made.ptr);
        return made;
    }

    [BpfProgram("tc")]
    public static int returned_and_lost(SkBuff skb)
    {
        var sent = returned_and_lost__reserve();
        if (sent.error == 0)
            bpf_dynptr_write(sent.ptr, 0, 5u, 0);
        /*!DYN001*/return 0;/*!*/
    }

    private static Event returned_and_lost__reserve()
    {
        Event made = default;
        made.error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out made.ptr);
        return made;
    }

    [BpfProgram("tc")]
    public static int returned_and_submitted_twice(SkBuff skb)
    {
        var sent = returned_and_submitted_twice__reserve();
        bpf_ringbuf_submit_dynptr(ref sent.ptr, 0);
        bpf_ringbuf_submit_dynptr(ref /*!DYN002*/sent.ptr/*!*/, 0);
        return 0;
    }

    private static Event returned_and_submitted_twice__reserve()
    {
        Event made = default;
        made.error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out made.ptr);
        return made;
    }

    [BpfProgram("tc")]
    public static int given_by_out_and_submitted(SkBuff skb)
    {
        given_by_out_and_submitted__reserve(out var sent);
        bpf_ringbuf_submit_dynptr(ref sent.ptr, 0);
        return 0;
    }

    private static void given_by_out_and_submitted__reserve(out Event made)
    {
        made = default;
        made.error = bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out made.ptr);
    }
}
