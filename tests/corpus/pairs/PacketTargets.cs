using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Where packets go on: maps of targets, next hops, routes.</summary>
internal static class PacketTargets
{
    private static readonly DeviceMap devices = new(maxEntries: 4);
    private static readonly DeviceHashMap named_devices = new(maxEntries: 4);
    private static readonly CpuMap processors = new(maxEntries: 4);
    private static readonly XskMap sockets = new(maxEntries: 4);

    private static (int Result, uint Sum) found;

    [BpfProgram("xdp")]
    public static int redirected_by_a_map(XdpBuff xdp) => bpf_redirect_map(devices, 3, (ulong)XdpAction.XDP_PASS);

    [BpfProgram("xdp")]
    public static int redirected_by_a_map_with_other_flags(XdpBuff xdp) => bpf_redirect_map(devices, 0, 32);

    [BpfProgram("xdp")]
    public static int redirected_to_all(XdpBuff xdp) => bpf_redirect_map(named_devices, 0, BpfConstants.BPF_F_BROADCAST | BpfConstants.BPF_F_EXCLUDE_INGRESS);

    [BpfProgram("xdp")]
    public static int redirected_to_a_processor(XdpBuff xdp) => bpf_redirect_map(processors, 0, (ulong)XdpAction.XDP_DROP);

    [BpfProgram("xdp")]
    public static int redirected_to_all_processors(XdpBuff xdp) => bpf_redirect_map(processors, 0, BpfConstants.BPF_F_BROADCAST);

    [BpfProgram("xdp")]
    public static int redirected_to_a_socket(XdpBuff xdp) => bpf_redirect_map(sockets, 1, (ulong)XdpAction.XDP_TX);

    [BpfProgram("tc")]
    public static int redirected_by_a_map_in_a_classifier(SkBuff skb) => /*!DYN020*/bpf_redirect_map(devices, 3, 0)/*!*/;

    [BpfProgram("xdp")]
    public static int pointer_behind_a_redirect(XdpBuff xdp)
    {
        var data = xdp.Data;
        var end = xdp.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_redirect_map(devices, 3, 0);
        return data[13];
    }

    [BpfProgram("tc")]
    public static int redirected_to_a_peer(SkBuff skb) => bpf_redirect_peer(7, 0);

    [BpfProgram("tc")]
    public static int redirected_to_a_peer_with_flags(SkBuff skb) => bpf_redirect_peer(7, 1);

    [BpfProgram("xdp")]
    public static int redirected_to_a_peer_in_xdp(XdpBuff xdp) => /*!DYN020*/bpf_redirect_peer(7, 0)/*!*/;

    [BpfProgram("tc")]
    public static int redirected_to_a_neighbour(SkBuff skb) => bpf_redirect_neigh(7, default, 0);

    [BpfProgram("tc")]
    public static int redirected_to_a_next_hop(SkBuff skb)
    {
        var hop = new NextHop { Family = BpfConstants.AF_INET };
        hop.Address[0] = 0x0100000a;
        return bpf_redirect_neigh(7, hop, 0);
    }

    [BpfProgram("tc")]
    public static int redirected_to_a_short_next_hop(SkBuff skb)
    {
        Span<byte> hop = stackalloc byte[8];
        hop[0] = 2;
        return bpf_redirect_neigh(7, hop, 0);
    }

    [BpfProgram("tc")]
    public static int redirected_to_a_next_hop_in_the_packet(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 34 > end)
            return 0;
        return bpf_redirect_neigh(7, /*!DYN011*/data.AsSpan(20)/*!*/, 0);
    }

    [BpfProgram("tc")]
    public static int redirected_to_a_next_hop_of_unknown_length(SkBuff skb)
    {
        Span<byte> hop = stackalloc byte[20];
        hop.Clear();
        return bpf_redirect_neigh(7, /*!DYN008*/hop[..(int)bpf_get_prandom_u32()]/*!*/, 0);
    }

    [BpfProgram("xdp")]
    public static int route_through_no_interface(XdpBuff xdp)
    {
        var query = new RouteQuery { Family = BpfConstants.AF_INET, Protocol = IpProtocol.Udp, TotalLength = 0, InterfaceIndex = 77777 };
        query.SourcePort = 7;
        query.Source[0] = 0x0100000a;
        query.Destination[0] = 0x0200000a;
        var result = bpf_fib_lookup(xdp, ref query, 0);
        found = (result, query.InterfaceIndex + query.TotalLength + query.Table + query.Destination[0]);
        return result;
    }

    [BpfProgram("xdp")]
    public static int route_of_an_unknown_family(XdpBuff xdp)
    {
        var query = new RouteQuery { Family = 1, Protocol = IpProtocol.Udp, TotalLength = 0, InterfaceIndex = 1 };
        query.SourcePort = 7;
        query.Source[0] = 0x0100000a;
        query.Destination[0] = 0x0200000a;
        var result = bpf_fib_lookup(xdp, ref query, 0);
        found = (result, query.InterfaceIndex + query.TotalLength + query.Table + query.Destination[0]);
        return result;
    }

    [BpfProgram("xdp")]
    public static int route_with_unknown_flags(XdpBuff xdp)
    {
        var query = new RouteQuery { Family = BpfConstants.AF_INET, Protocol = IpProtocol.Udp, TotalLength = 0, InterfaceIndex = 1 };
        query.SourcePort = 7;
        query.Source[0] = 0x0100000a;
        query.Destination[0] = 0x0200000a;
        var result = bpf_fib_lookup(xdp, ref query, 64);
        found = (result, query.InterfaceIndex + query.TotalLength + query.Table + query.Destination[0]);
        return result;
    }

    [BpfProgram("xdp")]
    public static int route_of_an_interface_that_forwards_nothing(XdpBuff xdp)
    {
        var query = new RouteQuery { Family = BpfConstants.AF_INET, Protocol = IpProtocol.Udp, TotalLength = 100, InterfaceIndex = 1 };
        query.SourcePort = 7;
        query.Source[0] = 0x0100000a;
        query.Destination[0] = 0x0200000a;
        var result = bpf_fib_lookup(xdp, ref query, BpfConstants.BPF_FIB_LOOKUP_DIRECT);
        found = (result, query.InterfaceIndex + query.TotalLength + query.Table + query.Destination[0]);
        return result;
    }

    [BpfProgram("xdp")]
    public static int route_that_stays_on_the_link(XdpBuff xdp)
    {
        var query = new RouteQuery { Family = BpfConstants.AF_INET6, Protocol = IpProtocol.Udp, TotalLength = 0, InterfaceIndex = 77777 };
        query.SourcePort = 7;
        query.Source[0] = 0x0100000a;
        query.Destination[0] = 0x000080fe;
        var result = bpf_fib_lookup(xdp, ref query, 0);
        found = (result, query.InterfaceIndex + query.TotalLength + query.Table + query.Destination[0]);
        return result;
    }

    [BpfProgram("tc")]
    public static int route_in_a_classifier(SkBuff skb)
    {
        var query = new RouteQuery { Family = BpfConstants.AF_INET, Protocol = IpProtocol.Udp, TotalLength = 0, InterfaceIndex = 1 };
        query.SourcePort = 7;
        query.Source[0] = 0x0100000a;
        query.Destination[0] = 0x0200000a;
        var result = bpf_fib_lookup(skb, ref query, BpfConstants.BPF_FIB_LOOKUP_OUTPUT);
        found = (result, query.InterfaceIndex + query.TotalLength + query.Table + query.Destination[0]);
        return result;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int route_in_a_control_group(SkBuff skb)
    {
        var query = new RouteQuery { Family = BpfConstants.AF_INET, InterfaceIndex = 1 };
        _ = /*!DYN020*/bpf_fib_lookup(skb, ref query, 0)/*!*/;
        return 1;
    }

    [BpfProgram("xdp")]
    public static int route_of_what_is_in_the_packet(XdpBuff xdp)
    {
        var data = xdp.Data;
        var end = xdp.DataEnd;
        if (data + 64 > end)
            return 0;
        return bpf_fib_lookup(xdp, ref /*!DYN011*/data.As<RouteQuery>()/*!*/, 0);
    }
}
