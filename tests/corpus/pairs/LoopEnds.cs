using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class LoopEnds
{
    private static readonly RingBuf ringbuf = new(maxEntries: 1 << 20);
    private static readonly HashMap<uint, Bytes64> blocks = new(maxEntries: 4);

    private static uint count;

    [BpfProgram("tc")]
    public static int unknown_number_counted_down(SkBuff skb)
    {
        var a = bpf_get_prandom_u32();
        while (/*!DYN031*/a > 0/*!*/)
        {
            a--;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int masked_number_counted_down(SkBuff skb)
    {
        var a = bpf_get_prandom_u32() & 63;
        while (a > 0)
        {
            a--;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int halved_or_enlarged(SkBuff skb)
    {
        var a = bpf_get_prandom_u32();
        while (/*!DYN031*/a > 1/*!*/)
        {
            a = (a & 1) != 0 ? a + 3 : a >> 1;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int halved_or_enlarged_sixteen_times(SkBuff skb)
    {
        var a = bpf_get_prandom_u32();
        for (var i = 0; i < 16 && a > 1; i++)
        {
            a = (a & 1) != 0 ? a + 3 : a >> 1;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int greatest_common_divisor(SkBuff skb)
    {
        var a = bpf_get_prandom_u32();
        var b = bpf_get_prandom_u32();
        while (/*!DYN031*/b != 0/*!*/)
        {
            var rest = a % b;
            a = b;
            b = rest;
            count++;
        }

        return (int)a;
    }

    [BpfProgram("tc")]
    public static int greatest_common_divisor_in_forty_rounds(SkBuff skb)
    {
        var a = bpf_get_prandom_u32();
        var b = bpf_get_prandom_u32();
        for (var i = 0; i < 40 && b != 0; i++)
        {
            var rest = a % b;
            a = b;
            b = rest;
            count++;
        }

        return (int)a;
    }

    [BpfProgram("tc")]
    public static int flag_cleared_after_twenty_rounds(SkBuff skb)
    {
        var n = 0;
        var go = true;
        while (go)
        {
            if (++n == 20)
                go = false;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int flag_cleared_by_chance(SkBuff skb)
    {
        var go = true;
        while (/*!DYN031*/go/*!*/)
        {
            if (bpf_get_prandom_u32() == 20)
                go = false;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int thirty_thousand_records(SkBuff skb)
    {
        for (uint i = 0; i < 30_000; i++)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
            var copy = i;
            bpf_dynptr_write(ptr, 0, copy, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int records_until_thirty_thousand(SkBuff skb)
    {
        for (uint i = 0; i != 30_000; i++)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
            var copy = i;
            bpf_dynptr_write(ptr, 0, copy, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int records_past_thirty_thousand(SkBuff skb)
    {
        for (uint i = 0; /*!DYN031*/i != 30_001/*!*/; i += 2)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
            var copy = i;
            bpf_dynptr_write(ptr, 0, copy, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int three_hundred_thousand_records(SkBuff skb)
    {
        for (uint i = 0; /*!DYN031*/i < 300_000/*!*/; i++)
        {
            bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr);
            var copy = i;
            bpf_dynptr_write(ptr, 0, copy, 0);
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int ten_thousand_records_or_a_break(SkBuff skb)
    {
        for (uint i = 0; i < 10_000; i++)
        {
            if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr) != 0)
            {
                bpf_ringbuf_discard_dynptr(ref ptr, 0);
                break;
            }

            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int ten_thousand_records_that_may_be_null(SkBuff skb)
    {
        for (uint i = 0; /*!DYN031*/i < 10_000/*!*/; i++)
        {
            var record = bpf_ringbuf_reserve<uint>(ringbuf, 0);
            if (record)
            {
                record.Value = i;
                bpf_ringbuf_submit(record, 0);
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int one_thousand_records_that_may_be_null(SkBuff skb)
    {
        for (uint i = 0; i < 1_000; i++)
        {
            var record = bpf_ringbuf_reserve<uint>(ringbuf, 0);
            if (record)
            {
                record.Value = i;
                bpf_ringbuf_submit(record, 0);
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int four_thousand_comparisons(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        for (var i = 0; i < 200; i++)
        {
            for (var j = 0; j < 20; j++)
            {
                if (value.Value[j] != (byte)i)
                    count++;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int four_thousand_different_paths(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[20];
        for (uint i = 0; i < 200; i++)
        {
            if (bpf_dynptr_read(buffer, ptr, i * 20, 0) != 0)
                return 1;
            for (var j = 0; j < 20; j++)
            {
                if (buffer[j] != 7)
                    return 2;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int four_hundred_different_paths(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[20];
        for (uint i = 0; i < 20; i++)
        {
            if (bpf_dynptr_read(buffer, ptr, i * 20, 0) != 0)
                return 1;
            for (var j = 0; j < 20; j++)
            {
                if (buffer[j] != 7)
                    return 2;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int sixteen_thousand_different_paths(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        Span<byte> buffer = stackalloc byte[20];
        for (uint i = 0; i < 800; i++)
        {
            if (bpf_dynptr_read(buffer, ptr, i * 20, 0) != 0)
                return 1;
            for (var j = 0; j < 20; j++)
            {
                if (buffer[j] != 7)
                    return 2;
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_written_by_in(SkBuff skb)
    {
        if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr) == 0)
        {
            for (var i = 0; /*!DYN031*/i < 1_000/*!*/; i++)
                bpf_dynptr_write(ptr, 0, i, 0);
        }

        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int copy_of_the_counter_written_by_in(SkBuff skb)
    {
        if (bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out var ptr) == 0)
        {
            for (var i = 0; i < 1_000; i++)
            {
                var copy = i;
                bpf_dynptr_write(ptr, 0, copy, 0);
            }
        }

        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_as_a_key(SkBuff skb)
    {
        for (uint i = 0; /*!DYN031*/i < 1_000/*!*/; i++)
        {
            var value = bpf_map_lookup_elem(blocks, i);
            if (value)
                value.Value[0] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int copy_of_the_counter_as_a_key(SkBuff skb)
    {
        for (uint i = 0; i < 1_000; i++)
        {
            var key = i;
            var value = bpf_map_lookup_elem(blocks, key);
            if (value)
                value.Value[0] = 1;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_that_waits_for_a_flag(SkBuff skb)
    {
        var n = 0u;
        var go = false;
        while (n < 8)
        {
            if (go)
                n++;
            go = !go;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_that_waits_for_a_number(SkBuff skb)
    {
        var n = 0u;
        var turn = 0u;
        while (n < 8)
        {
            if (turn == 3)
            {
                n++;
                turn = 0;
            }
            else
            {
                turn++;
            }

            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_that_waits_for_chance(SkBuff skb)
    {
        var n = 0u;
        while (/*!DYN031*/n < 8/*!*/)
        {
            if ((bpf_get_prandom_u32() & 1) == 1)
                n++;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_that_waits_for_two_flags(SkBuff skb)
    {
        var n = 0u;
        var a = false;
        var b = false;
        while (n < 8)
        {
            if (a)
            {
                if (b)
                    n++;
                b = !b;
            }

            a = !a;
            count++;
        }

        return 0;
    }
}
