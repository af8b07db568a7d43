using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Pointers into packets that are moved by what is no constant.</summary>
internal static class PacketOffsets
{
    [BpfProgram("xdp")]
    public static int moved_by_a_number(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        var p = data + n;
        if (p + 4 > end)
            return 2;
        return p[3];
    }

    [BpfProgram("xdp")]
    public static int moved_by_a_number_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        var p = data + n;
        if (p + 4 > end)
            return 2;
        return /*!DYN007*/p[4]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int moved_after_the_comparison(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 64 > end)
            return 2;
        var n = bpf_get_prandom_u32() & 7;
        var p = data + n;
        return /*!DYN007*/p[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int varying_index(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 64 > end)
            return 2;
        var n = bpf_get_prandom_u32() & 7;
        return /*!DYN007*/data[n]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int start_of_what_was_moved(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        var p = data + n;
        if (p + 4 > end)
            return 2;
        return /*!DYN007*/data[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int moved_by_sixteen_bits(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xffff;
        var p = data + n;
        if (p + 4 > end)
            return 2;
        return /*!DYN007*/p[3]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int moved_by_nearly_sixteen_bits(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xffff;
        if (n > 0xfffb)
            return 2;
        var p = data + n;
        if (p + 4 > end)
            return 2;
        return p[3];
    }

    [BpfProgram("xdp")]
    public static int moved_by_one_more_than_nearly_sixteen_bits(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xffff;
        if (n > 0xfffc)
            return 2;
        var p = data + n;
        if (p + 4 > end)
            return 2;
        return /*!DYN007*/p[3]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int moved_by_thirty_two_bits(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32();
        var p = data + n;
        if (p + 4 > end)
            return 2;
        return /*!DYN007*/p[3]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int moved_by_what_may_be_negative(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = (int)bpf_get_prandom_u32();
        var p = /*!DYN007*/data + n/*!*/;
        if (p + 4 > end)
            return 2;
        return p[3];
    }

    [BpfProgram("xdp")]
    public static int moved_forward_and_back(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        var p = data + 8;
        p += n;
        p -= 1;
        if (p + 4 > end)
            return 2;
        return p[3];
    }

    [BpfProgram("xdp")]
    public static int moved_before_the_packet(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        var p = data + n;
        p -= 1;
        if (p + 4 > end)
            return 2;
        return /*!DYN007*/p[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int moved_before_the_packet_and_read_in_it(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        var p = data + n;
        p -= 1;
        if (p + 4 > end)
            return 2;
        return p[3];
    }

    [BpfProgram("xdp")]
    public static int moved_on_after_the_comparison(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        var p = data + n;
        if (p + 8 > end)
            return 2;
        var next = p + 4;
        return next[3];
    }

    [BpfProgram("xdp")]
    public static int moved_on_after_the_comparison_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        var p = data + n;
        if (p + 8 > end)
            return 2;
        var next = p + 4;
        return /*!DYN007*/next[4]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int moved_back_by_a_number(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 64 > end)
            return 2;
        ulong n = bpf_get_prandom_u32() & 7;
        var p = data + 32;
        p -= n;
        return /*!DYN007*/p[31]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int moved_by_a_signed_byte(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 1 > end)
            return 2;
        long n = data.As<sbyte>();
        var p = data + 200 + n;
        if (p + 4 > end)
            return 2;
        return p[3];
    }

    [BpfProgram("xdp")]
    public static int moved_by_an_unsigned_byte(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 1 > end)
            return 2;
        var p = data + 200 + data[0];
        if (p + 4 > end)
            return 2;
        return p[3];
    }

    [BpfProgram("xdp")]
    public static int moved_twice(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var p = data + (bpf_get_prandom_u32() & 0xff);
        var next = p + (bpf_get_prandom_u32() & 0xff);
        if (next + 1 > end)
            return 2;
        return next[0];
    }

    [BpfProgram("xdp")]
    public static int moved_twice_and_once_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var p = data + (bpf_get_prandom_u32() & 0xff);
        var next = p + (bpf_get_prandom_u32() & 0xff);
        if (next + 1 > end)
            return 2;
        return /*!DYN007*/p[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int sum_written_twice(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var n = bpf_get_prandom_u32() & 0xff;
        if (data + n + 4 > end)
            return 2;
        return (data + n)[3];
    }

    [BpfProgram("xdp")]
    public static int header_of_its_own_length(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var ip = data + 14;
        if (ip + 20 > end)
            return 2;
        var length = (uint)(ip[0] & 15) * 4;
        if (length < 20)
            return 2;
        var udp = ip + length;
        if (udp + 8 > end)
            return 2;
        return (udp + 2).As<ushort>();
    }

    [BpfProgram("xdp")]
    public static int header_of_its_own_length_not_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var ip = data + 14;
        if (ip + 20 > end)
            return 2;
        var length = (uint)(ip[0] & 15) * 4;
        if (length < 20)
            return 2;
        var udp = ip + length;
        return /*!DYN007*/(udp + 2).As<ushort>()/*!*/;
    }

    [BpfProgram("xdp")]
    public static int options(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var option = data + 34;
        var found = 0;
        for (var i = 0; i < 8; i++)
        {
            if (option + 2 > end)
                break;
            byte kind = option[0], length = option[1];
            if (kind == 0)
                break;
            if (kind == 1)
            {
                option += 1;
                continue;
            }

            found += kind;
            option += length;
        }

        return found & 3;
    }

    [BpfProgram("xdp")]
    public static int options_compared_once(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var option = data + 34;
        var found = 0;
        if (option + 2 > end)
            return 2;
        for (var i = 0; i < 8; i++)
        {
            byte kind = /*!DYN007*/option[0]/*!*/, length = option[1];
            if (kind == 0)
                break;
            found += kind;
            option += length;
        }

        return found & 3;
    }

    [BpfProgram("xdp")]
    public static int steps_of_a_constant(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            if (data + 4 > end)
                break;
            sum += data[3];
            data += 4;
        }

        return sum & 3;
    }

    [BpfProgram("xdp")]
    public static int steps_of_a_constant_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            if (data + 4 > end)
                break;
            sum += /*!DYN007*/data[4]/*!*/;
            data += 4;
        }

        return sum & 3;
    }

    [BpfProgram("xdp")]
    public static int steps_through_what_was_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var sum = 0;
        if (data + 32 > end)
            return 2;
        for (var i = 0; i < 8; i++)
        {
            sum += data[3];
            data += 4;
        }

        return sum & 3;
    }

    [BpfProgram("xdp")]
    public static int steps_behind_what_was_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var sum = 0;
        if (data + 31 > end)
            return 2;
        for (var i = 0; i < 8; i++)
        {
            sum += /*!DYN007*/data[3]/*!*/;
            data += 4;
        }

        return sum & 3;
    }
}
