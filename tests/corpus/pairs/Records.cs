using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Records
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly ArrayMap<ulong> numbers = new(maxEntries: 4);

    private static ulong total;

    [BpfProgram("tc")]
    public static int held_by_flag(SkBuff skb)
    {
        bool held = false;
        Dynptr ptr = default;
        if (bpf_get_prandom_u32() > 5)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
            held = true;
        }

        total++;
        if (held)
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int looked_up_by_flag(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(numbers, 0u);
        bool ok = false;
        if (value)
            ok = true;
        total++;
        if (ok)
            value.Value = 1;
        return 0;
    }

    [BpfProgram("tc")]
    public static int constant_reservation_of_one_gigabyte(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 1u << 30, 0);
        if (!record)
            return 0;
        record[0] = 1;
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int constant_reservation_of_four_gigabytes(SkBuff skb)
    {
        var record = bpf_ringbuf_reserve(ringbuf, 1ul << 32, 0);
        if (!record)
            return 0;
        /*!DYN007*/record[0]/*!*/ = 1;
        bpf_ringbuf_submit(record, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int dynptr_reservation_of_varying_size(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, bpf_get_prandom_u32(), 0, out Dynptr ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int reserved_in_a_loop_with_a_break(SkBuff skb)
    {
        for (int i = 0; i < 8; i++)
        {
            if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr) != 0)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                break;
            }

            if (bpf_get_prandom_u32() == 3)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                continue;
            }

            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int reserved_for_the_next_round(SkBuff skb)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        for (int i = 0; i < 4; i++)
        {
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out ptr);
        }

        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }
}
