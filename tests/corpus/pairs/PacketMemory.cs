using System;
using System.Runtime.InteropServices;
using System.Threading;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Memory of packets that calls are given, the end of packets, and writes.</summary>
internal static class PacketMemory
{
    private static readonly HashMap<uint, ulong> counts = new(maxEntries: 4);
    private static readonly RingBuf records = new(maxEntries: 4096);

    [BpfProgram("xdp")]
    public static int key_of_a_map(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        var value = bpf_map_lookup_elem(counts, (data + 12).As<uint>());
        return value ? (int)(value.Value & 3) : 0;
    }

    [BpfProgram("xdp")]
    public static int key_of_a_map_and_one_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        var value = bpf_map_lookup_elem(counts, /*!DYN007*/(data + 17).As<uint>()/*!*/);
        return value ? (int)(value.Value & 3) : 0;
    }

    [BpfProgram("xdp")]
    public static int value_of_a_map(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        _ = bpf_map_update_elem(counts, data.As<uint>(), (data + 12).As<ulong>(), 0);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int checksum(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        return (int)(bpf_csum_diff(default, data.AsSpan(20), 0) & 3);
    }

    [BpfProgram("xdp")]
    public static int checksum_and_more(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        return (int)(bpf_csum_diff(default, /*!DYN007*/data.AsSpan(24)/*!*/, 0) & 3);
    }

    [BpfProgram("xdp")]
    public static int record(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        _ = bpf_ringbuf_output(records, /*!DYN011*/data.AsSpan(20)/*!*/, 0);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int record_of_a_copy(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        var copy = data.As<ulong>();
        _ = bpf_ringbuf_output(records, MemoryMarshal.AsBytes(new Span<ulong>(ref copy)), 0);
        return 0;
    }

    [BpfProgram("tc")]
    public static int loaded_into_the_packet(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        _ = bpf_skb_load_bytes(context, 0, /*!DYN011*/data.AsSpan(4)/*!*/);
        return 0;
    }

    [BpfProgram("tc")]
    public static int kernel_read_into_the_packet(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        _ = bpf_probe_read_kernel(/*!DYN011*/data.AsSpan(8)/*!*/, 1234);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int dynptr_written_from_the_packet(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        bpf_dynptr_from_xdp(context, 0, out var ptr);
        _ = bpf_dynptr_write(ptr, 0, /*!DYN011*/data.AsSpan(4)/*!*/, 0);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int dynptr_read_into_the_packet(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        bpf_dynptr_from_xdp(context, 0, out var ptr);
        _ = bpf_dynptr_read(/*!DYN011*/data.AsSpan(4)/*!*/, ptr, 8, 0);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int buffer_of_a_slice(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        bpf_dynptr_from_xdp(context, 0, out var ptr);
        var slice = bpf_dynptr_slice(ptr, 0, data.AsSpan(8), 8);
        return slice ? slice[0] : 0;
    }

    [BpfProgram("xdp")]
    public static int changed_atomically(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        /*!DYN011*/Interlocked.Increment(ref data.As<ulong>())/*!*/;
        return 0;
    }

    [BpfProgram("xdp")]
    public static int changed(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        data.As<ulong>() += 1;
        return 0;
    }

    [BpfProgram("xdp")]
    public static int map_memory_asked_for(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 20 > end)
            return 0;
        bpf_dynptr_from_mem(ref /*!DYN011*/data.As<ulong>()/*!*/, 0, out _);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int end_moved_back(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data > /*!DYN007*/end - 14/*!*/)
            return 0;
        return data[0];
    }

    [BpfProgram("xdp")]
    public static int end_moved_by_a_number(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var p = /*!DYN007*/end + (bpf_get_prandom_u32() & 7)/*!*/;
        return data > p ? 1 : 0;
    }

    [BpfProgram("xdp")]
    public static int end_read(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        return /*!DYN007*/end[-1]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int end_less_data(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        return end - data > 1500 ? 1 : 0;
    }

    [BpfProgram("xdp")]
    public static int written_in_xdp(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        data[0] = 1;
        return 2;
    }

    [BpfProgram("tc")]
    public static int written_in_tc(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        data[0] = 1;
        return 0;
    }

    [BpfProgram("action")]
    public static int written_in_action(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        data[0] = 1;
        return 0;
    }

    [BpfProgram("lwt_xmit")]
    public static int written_in_lwt_xmit(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        data[0] = 1;
        return 0;
    }

    [BpfProgram("sk_skb/stream_verdict")]
    public static int written_in_sk_skb_stream_verdict(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        data[0] = 1;
        return 0;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int written_in_cgroup_skb_ingress(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        /*!DYN009*/data[0]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("lwt_in")]
    public static int written_in_lwt_in(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        /*!DYN009*/data[0]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("lwt_out")]
    public static int written_in_lwt_out(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        /*!DYN009*/data[0]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("lwt_seg6local")]
    public static int written_in_lwt_seg6local(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        /*!DYN009*/data[0]/*!*/ = 1;
        return 0;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int read_in_cgroup_skb_ingress(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        return data[13] & 1;
    }

    [BpfProgram("lwt_in")]
    public static int read_in_lwt_in(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        return data[13] & 1;
    }

    [BpfProgram("flow_dissector")]
    public static int read_in_flow_dissector(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        return data[13] & 1;
    }

    [BpfProgram("socket")]
    public static int read_in_a_socket_filter(SkBuff context)
    {
        var data = /*!DYN023*/context.Data/*!*/;
        return data == default ? 1 : 0;
    }
}
