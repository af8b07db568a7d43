using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Sockets that programs look up, and give back.</summary>
internal static class Sockets
{
    [BpfProgram("tc")]
    public static int tcp_socket_released(SkBuff skb)
    {
        var tuple = new Ipv4Tuple { SourcePort = 1, DestinationPort = 2 };
        var socket = bpf_sk_lookup_tcp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is null)
            return 2;
        bpf_sk_release(socket);
        return 1;
    }

    [BpfProgram("xdp")]
    public static int udp_socket_released(XdpBuff xdp)
    {
        var tuple = new Ipv4Tuple { SourcePort = 1, DestinationPort = 2 };
        var socket = bpf_sk_lookup_udp(xdp, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is null)
            return 2;
        bpf_sk_release(socket);
        return 1;
    }

    [BpfProgram("tc")]
    public static int tcp_connection_released(SkBuff skb)
    {
        var tuple = new Ipv4Tuple { SourcePort = 1, DestinationPort = 2 };
        var socket = bpf_skc_lookup_tcp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is null)
            return 2;
        bpf_sk_release(socket);
        return 1;
    }

    [BpfProgram("tc")]
    public static int tcp_socket_kept(SkBuff skb)
    {
        var tuple = new Ipv4Tuple { SourcePort = 1, DestinationPort = 2 };
        var socket = bpf_sk_lookup_tcp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        /*!DYN001*/return socket is null ? 2 : 1;/*!*/
    }

    [BpfProgram("tc")]
    public static int tcp_socket_kept_on_one_path(SkBuff skb)
    {
        var tuple = new Ipv4Tuple { SourcePort = 1, DestinationPort = 2 };
        var socket = bpf_sk_lookup_tcp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is null)
            return 2;
        if (skb.Length < 100)
            /*!DYN001*/return 0;/*!*/
        bpf_sk_release(socket);
        return 1;
    }

    [BpfProgram("tc")]
    public static int tcp_socket_released_untested(SkBuff skb)
    {
        var tuple = new Ipv4Tuple { SourcePort = 1, DestinationPort = 2 };
        var socket = bpf_sk_lookup_tcp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        bpf_sk_release(/*!DYN006*/socket/*!*/);
        return 1;
    }

    [BpfProgram("tc")]
    public static int tcp_socket_released_twice(SkBuff skb)
    {
        var tuple = new Ipv4Tuple { SourcePort = 1, DestinationPort = 2 };
        var socket = bpf_sk_lookup_tcp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is null)
            return 2;
        bpf_sk_release(socket);
        bpf_sk_release(/*!DYN002*/socket/*!*/);
        return 1;
    }

    [BpfProgram("xdp")]
    public static int socket_of_a_tuple_in_the_packet(XdpBuff xdp)
    {
        var data = xdp.Data;
        var end = xdp.DataEnd;
        if (data + 38 > end)
            return 0;
        var socket = bpf_sk_lookup_tcp(xdp, (data + 26).As<Ipv4Tuple>(), BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is not null)
            bpf_sk_release(socket);
        return 1;
    }

    [BpfProgram("xdp")]
    public static int socket_of_a_tuple_half_in_the_packet(XdpBuff xdp)
    {
        var data = xdp.Data;
        var end = xdp.DataEnd;
        if (data + 34 > end)
            return 0;
        var socket = bpf_sk_lookup_tcp(xdp, /*!DYN007*/(data + 26).As<Ipv4Tuple>()/*!*/, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is not null)
            bpf_sk_release(socket);
        return 1;
    }

    [BpfProgram("tc")]
    public static int socket_of_another_length(SkBuff skb)
    {
        Span<byte> tuple = stackalloc byte[16];
        tuple.Clear();
        var socket = bpf_sk_lookup_udp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is null)
            return 2;
        bpf_sk_release(socket);
        return 1;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int ipv6_socket_in_a_control_group(SkBuff skb)
    {
        var tuple = new Ipv6Tuple { DestinationPort = 53 };
        var socket = bpf_sk_lookup_udp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0);
        if (socket is not null)
            bpf_sk_release(socket);
        return 1;
    }

    [BpfProgram("socket")]
    public static int socket_in_a_filter(SkBuff skb)
    {
        var tuple = new Ipv4Tuple { DestinationPort = 53 };
        var socket = /*!DYN020*/bpf_sk_lookup_udp(skb, tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0)/*!*/;
        if (socket is not null)
            /*!DYN020*/bpf_sk_release(socket)/*!*/;
        return 1;
    }
}
