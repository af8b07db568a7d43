using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Pointers to metadata in front of packets.</summary>
internal static class PacketMetadata
{
    [BpfProgram("xdp")]
    public static int metadata_compared_with_data(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (metadata + 4 > data)
            return 0;
        return (int)metadata.As<uint>();
    }

    [BpfProgram("xdp")]
    public static int metadata_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (metadata + 4 > data)
            return 0;
        return /*!DYN007*/metadata[4]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int metadata_less_than_data(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (!(metadata + 3 < data))
            return 0;
        return (int)metadata.As<uint>();
    }

    [BpfProgram("xdp")]
    public static int data_before_metadata(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (data < metadata + 4)
            return 0;
        return (int)metadata.As<uint>();
    }

    [BpfProgram("xdp")]
    public static int metadata_compared_with_end(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (metadata + 4 > end)
            return 0;
        return /*!DYN007*/metadata[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int metadata_compared_with_more_than_data(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (metadata + 4 > data + 1)
            return 0;
        return /*!DYN007*/metadata[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int data_behind_metadata(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (metadata + 4 > data)
            return 0;
        return /*!DYN007*/data[0]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int metadata_written(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (metadata + 4 > data)
            return 0;
        metadata.As<uint>() = 1;
        return 2;
    }

    [BpfProgram("tc")]
    public static int metadata_of_tc_written(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        if (metadata + 4 > data)
            return 0;
        metadata.As<uint>() = 1;
        return 0;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int metadata_of_a_control_group(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = /*!DYN023*/context.DataMeta/*!*/;
        return metadata == data ? 1 : 0;
    }

    [BpfProgram("xdp")]
    public static int metadata_moved_by_a_number(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var metadata = context.DataMeta;
        var p = metadata + (bpf_get_prandom_u32() & 3);
        if (p + 4 > data)
            return 0;
        return (int)p.As<uint>();
    }
}
