using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Pointers into packets, and what comparisons with the end prove.</summary>
internal static class PacketComparisons
{
    [BpfProgram("xdp")]
    public static int greater_than_end(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 2;
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int greater_than_end_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 2;
        return /*!DYN007*/data[14]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int greater_or_equal(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 >= end)
            return 2;
        return data[14];
    }

    [BpfProgram("xdp")]
    public static int greater_or_equal_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 >= end)
            return 2;
        return /*!DYN007*/data[15]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int less_than_end(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 < end)
            return data[14];
        return 2;
    }

    [BpfProgram("xdp")]
    public static int less_than_end_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 < end)
            return /*!DYN007*/data[15]/*!*/;
        return 2;
    }

    [BpfProgram("xdp")]
    public static int less_or_equal(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 <= end)
            return data[13];
        return 2;
    }

    [BpfProgram("xdp")]
    public static int less_or_equal_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 <= end)
            return /*!DYN007*/data[14]/*!*/;
        return 2;
    }

    [BpfProgram("xdp")]
    public static int end_less_than(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end < data + 14)
            return 2;
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int end_less_than_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end < data + 14)
            return 2;
        return /*!DYN007*/data[14]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int end_less_or_equal(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end <= data + 14)
            return 2;
        return data[14];
    }

    [BpfProgram("xdp")]
    public static int end_less_or_equal_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end <= data + 14)
            return 2;
        return /*!DYN007*/data[15]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int end_greater_than(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end > data + 14)
            return data[14];
        return 2;
    }

    [BpfProgram("xdp")]
    public static int end_greater_than_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end > data + 14)
            return /*!DYN007*/data[15]/*!*/;
        return 2;
    }

    [BpfProgram("xdp")]
    public static int end_greater_or_equal(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end >= data + 14)
            return data[13];
        return 2;
    }

    [BpfProgram("xdp")]
    public static int end_greater_or_equal_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end >= data + 14)
            return /*!DYN007*/data[14]/*!*/;
        return 2;
    }

    [BpfProgram("xdp")]
    public static int other_branch(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return /*!DYN007*/data[0]/*!*/;
        return 2;
    }

    [BpfProgram("xdp")]
    public static int start_before_end(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data < end)
            return /*!DYN007*/data[0]/*!*/;
        return 2;
    }

    [BpfProgram("xdp")]
    public static int one_byte_behind_start(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 1 <= end)
            return data[0];
        return 2;
    }

    [BpfProgram("xdp")]
    public static int equal_to_end(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 == end)
            return /*!DYN007*/data[0]/*!*/;
        return 2;
    }

    [BpfProgram("xdp")]
    public static int length_proves_nothing(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (end - data < 14)
            return 2;
        return /*!DYN007*/data[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int negated_twice(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (!(data + 14 <= end))
            return 2;
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int before_the_packet(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 2;
        return /*!DYN007*/data[-1]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int as_far_as_may_be(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 65535 > end)
            return 2;
        return data[0];
    }

    [BpfProgram("xdp")]
    public static int farther_than_may_be(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 65536 > end)
            return 2;
        return /*!DYN007*/data[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int never_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        return /*!DYN007*/data[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int kept_outcome(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var isShort = data + 14 > end;
        if (isShort)
            return 2;
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int part_of_a_condition(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end || data[12] != 8)
            return 2;
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int first_part_of_a_condition(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (/*!DYN007*/data[12]/*!*/ != 8 || data + 14 > end)
            return 2;
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int less_compared_later(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 34 > end)
            return 2;
        if (data + 14 > end)
            return 1;
        return data[33];
    }

    [BpfProgram("xdp")]
    public static int compared_on_one_way(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (bpf_get_prandom_u32() > 5)
        {
            if (data + 34 > end)
                return 2;
        }
        else if (data + 14 > end)
        {
            return 1;
        }

        return /*!DYN007*/data[33]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int compared_on_both_ways(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (bpf_get_prandom_u32() > 5)
        {
            if (data + 34 > end)
                return 2;
        }
        else if (data + 14 > end)
        {
            return 1;
        }

        return data[13];
    }

    [BpfProgram("xdp")]
    public static int copy_is_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var header = data;
        if (header + 14 > end)
            return 2;
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int behind_what_was_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var ip = data + 14;
        if (ip + 20 > end)
            return 2;
        return ip[19] + data[33];
    }

    [BpfProgram("xdp")]
    public static int behind_what_was_compared_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var ip = data + 14;
        if (ip + 20 > end)
            return 2;
        return /*!DYN007*/ip[20]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int header_by_its_type(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + Unsafe.SizeOf<EthHdr>() > end)
            return 2;
        ref var ethernet = ref data.As<EthHdr>();
        return (int)ethernet.Protocol;
    }

    [BpfProgram("xdp")]
    public static int header_larger_than_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + Unsafe.SizeOf<EthHdr>() > end)
            return 2;
        ref var ip = ref /*!DYN007*/data.As<IpHdr>()/*!*/;
        return (int)ip.Destination.Raw;
    }

    [BpfProgram("xdp")]
    public static int read_again_after(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 2;
        var again = context.Data;
        return /*!DYN007*/again[13]/*!*/;
    }
}
