using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class Loops
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);

    private static ulong total;
    private static uint count;
    private static int counter;

    private struct Flags
    {
        public bool f;
        public byte x;
        public ushort unused;
    }

    [BpfProgram("tc")]
    public static int three_hundred_thousand_rounds(SkBuff skb)
    {
        for (int i = 0; /*!DYN031*/i < 300000/*!*/; i++)
        {
            total += bpf_get_prandom_u32();
            count ^= (uint)total;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int ten_thousand_rounds(SkBuff skb)
    {
        for (int i = 0; i < 10000; i++)
        {
            total += bpf_get_prandom_u32();
            count ^= (uint)total;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int shifted_to_zero(SkBuff skb)
    {
        int c = 0;
        for (uint x = bpf_get_prandom_u32(); x != 0; x >>= 1)
        {
            c++;
            count += x;
        }

        return c;
    }

    [BpfProgram("tc")]
    public static int divided_to_one_digit(SkBuff skb)
    {
        uint x = bpf_get_prandom_u32();
        int c = 0;
        while (x > 9)
        {
            x /= 10;
            c++;
            count += x;
        }

        return c;
    }

    [BpfProgram("tc")]
    public static int unsigned_countdown(SkBuff skb)
    {
        uint n = bpf_get_prandom_u32() & 63;
        while (n-- > 0)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int until_equal(SkBuff skb)
    {
        for (int i = 0; i != 10; i++)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int until_equal_by_steps(SkBuff skb)
    {
        for (int i = 0; i != 20; i += 2)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int left_by_break(SkBuff skb)
    {
        int i = 0;
        for (;;)
        {
            if (i >= 10)
                break;
            count += bpf_get_prandom_u32();
            i++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int counted_before_the_test(SkBuff skb)
    {
        int i = 0;
        while (true)
        {
            if (++i > 5)
                break;
            count += bpf_get_prandom_u32();
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int tested_at_the_end(SkBuff skb)
    {
        int i = 0;
        do
        {
            count += bpf_get_prandom_u32();
        } while (++i < 10);
        return 0;
    }

    [BpfProgram("tc")]
    public static int downwards(SkBuff skb)
    {
        uint n = bpf_get_prandom_u32() & 63;
        for (uint i = n; i > 0; i--)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int signed_countdown(SkBuff skb)
    {
        int n = (int)(bpf_get_prandom_u32() & 63);
        while (n-- > 0)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int countdown_before_the_test(SkBuff skb)
    {
        int n = (int)(bpf_get_prandom_u32() & 63) + 1;
        while (--n > 0)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int two_counters(SkBuff skb)
    {
        for (int i = 0, j = 31; i < j; i++, j--)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_in_a_global(SkBuff skb)
    {
        for (counter = 0; /*!DYN031*/counter < 10/*!*/; counter++)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int counter_in_a_struct(SkBuff skb)
    {
        Flags f = default;
        for (f.x = 0; f.x < 10; f.x++)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int step_by_branch(SkBuff skb)
    {
        for (int i = 0; i < 100;)
        {
            if (bpf_get_prandom_u32() > 5)
                i += 1;
            else
                i += 2;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int step_of_at_least_one(SkBuff skb)
    {
        uint st = (bpf_get_prandom_u32() & 7) + 1;
        for (uint i = 0; i < 100; i += st)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int step_of_zero(SkBuff skb)
    {
        uint st = bpf_get_prandom_u32() & 7;
        for (uint i = 0; /*!DYN031*/i < 100/*!*/; i += st)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int step_that_may_go_past_the_end(SkBuff skb)
    {
        uint st = bpf_get_prandom_u32() | 7;
        for (uint i = 0; /*!DYN031*/i < 100/*!*/; i += st)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int step_that_is_not_too_large(SkBuff skb)
    {
        uint st = (bpf_get_prandom_u32() & 255) | 7;
        for (uint i = 0; i < 100; i += st)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int step_on_one_branch(SkBuff skb)
    {
        for (int i = 0; /*!DYN031*/i < 100/*!*/;)
        {
            if (bpf_get_prandom_u32() > 5)
                i += 1;
            count++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int records_of_varying_length(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        uint off = 0;
        Span<byte> buffer = stackalloc byte[2];
        for (int i = 0; i < 16; i++)
        {
            if (bpf_dynptr_read(buffer, ptr, off, 0) != 0)
                break;
            if (buffer[1] < 2)
                break;
            off += buffer[1];
        }

        return (int)off;
    }

    [BpfProgram("tc")]
    public static int decimal_digits(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        buffer.Clear();
        uint v = bpf_get_prandom_u32();
        int n = 0;
        do
        {
            buffer[n++] = (byte)('0' + v % 10);
            v /= 10;
        } while (v != 0 && n < 16);
        return buffer[0];
    }

    [BpfProgram("tc")]
    public static int hexadecimal_digits(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[8];
        uint v = bpf_get_prandom_u32();
        for (int i = 7; i >= 0; i--)
        {
            uint d = v & 15;
            buffer[i] = (byte)(d < 10 ? '0' + d : 'a' + d - 10);
            v >>= 4;
        }

        return buffer[0];
    }

    [BpfProgram("tc")]
    public static int length_of_a_string(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        bpf_get_current_comm(buffer);
        int n = 0;
        while (n < 16 && buffer[n] != 0)
            n++;
        return bpf_ringbuf_output(ringbuf, buffer[..n], 0);
    }

    [BpfProgram("tc")]
    public static int position_in_a_buffer(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[16];
        bpf_get_current_comm(buffer);
        int at = -1;
        for (int i = 0; i < 16; i++)
            if (buffer[i] == 'x')
            {
                at = i;
                break;
            }

        if (at < 0)
            return 0;
        return buffer[at];
    }

    [BpfProgram("tc")]
    public static int lowest_bits_cleared(SkBuff skb)
    {
        uint x = bpf_get_prandom_u32();
        int c = 0;
        while (/*!DYN031*/x != 0/*!*/)
        {
            x &= x - 1;
            c++;
            count++;
        }

        return c;
    }

    [BpfProgram("tc")]
    public static int nested(SkBuff skb)
    {
        for (int i = 0; i < 100; i++)
            for (int j = 0; j < 100; j++)
                count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int nested_million(SkBuff skb)
    {
        for (int i = 0; i < 1000; i++)
            for (int j = 0; /*!DYN031*/j < 1000/*!*/; j++)
                count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int doubling(SkBuff skb)
    {
        for (uint i = 1; i < 1000; i *= 2)
            count += bpf_get_prandom_u32();
        return 0;
    }

    [BpfProgram("tc")]
    public static int binary_search(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(blocks, 0u);
        if (!value)
            return 0;
        int lo = 0, hi = 64;
        for (int k = 0; k < 7 && lo < hi; k++)
        {
            int mid = (lo + hi) / 2;
            if (value.Value[mid & 63] < 5)
                lo = mid + 1;
            else
                hi = mid;
        }

        return lo;
    }

    [BpfProgram("tc")]
    public static int nested_seven_times(SkBuff skb)
    {
        for (var again = 0; again < (int)(bpf_get_prandom_u32() & 7); again++)
        {
            for (var i = 0; i < 100; i++)
            {
                for (var j = 0; j < 100; j++)
                    count += bpf_get_prandom_u32();
            }
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int nested_thirty_one_times(SkBuff skb)
    {
        for (var again = 0; again < (int)(bpf_get_prandom_u32() & 31); again++)
        {
            for (var i = 0; i < 100; i++)
            {
                for (var j = 0; /*!DYN031*/j < 100/*!*/; j++)
                    count += bpf_get_prandom_u32();
            }
        }

        return 0;
    }
}
