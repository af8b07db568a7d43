using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>The tunnels of packets.</summary>
internal static class PacketTunnels
{
    private static (int Result, uint Id, uint Addresses, uint Flags) seen;

    [BpfProgram("tc")]
    public static int packet_without_a_tunnel(SkBuff skb)
    {
        var result = bpf_skb_get_tunnel_key(skb, out var key, 0);
        seen = (result, key.Id, key.Remote[0], key.Flags);
        return 0;
    }

    [BpfProgram("tc")]
    public static int tunnel_over_ipv4(SkBuff skb)
    {
        var key = new TunnelKey { Id = 7, TypeOfService = 8, TimeToLive = 9 };
        key.Local[0] = 0x0a000001;
        key.Local[3] = 5;
        var set = bpf_skb_set_tunnel_key(skb, key, 0);
        var got = bpf_skb_get_tunnel_key(skb, out var now, 16);
        seen = (set * 1000 + got, now.Id + now.Label, now.Remote[0] + now.Remote[3] + now.Local[0], now.Flags);
        return now.TypeOfService + now.TimeToLive;
    }

    [BpfProgram("tc")]
    public static int tunnel_over_ipv4_with_flags(SkBuff skb)
    {
        var key = new TunnelKey { Id = 7, TypeOfService = 8, TimeToLive = 9 };
        key.Local[0] = 0x0a000001;
        key.Local[3] = 5;
        var set = bpf_skb_set_tunnel_key(skb, key, BpfConstants.BPF_F_ZERO_CSUM_TX | BpfConstants.BPF_F_DONT_FRAGMENT | BpfConstants.BPF_F_SEQ_NUMBER);
        var got = bpf_skb_get_tunnel_key(skb, out var now, 16);
        seen = (set * 1000 + got, now.Id + now.Label, now.Remote[0] + now.Remote[3] + now.Local[0], now.Flags);
        return now.TypeOfService + now.TimeToLive;
    }

    [BpfProgram("tc")]
    public static int tunnel_over_ipv4_without_a_key(SkBuff skb)
    {
        var key = new TunnelKey { Id = 7, TypeOfService = 8, TimeToLive = 9 };
        key.Local[0] = 0x0a000001;
        key.Local[3] = 5;
        var set = bpf_skb_set_tunnel_key(skb, key, BpfConstants.BPF_F_NO_TUNNEL_KEY);
        var got = bpf_skb_get_tunnel_key(skb, out var now, 0);
        seen = (set * 1000 + got, now.Id + now.Label, now.Remote[0] + now.Remote[3] + now.Local[0], now.Flags);
        return now.TypeOfService + now.TimeToLive;
    }

    [BpfProgram("tc")]
    public static int tunnel_over_ipv6(SkBuff skb)
    {
        var key = new TunnelKey { Id = 7, TypeOfService = 8, TimeToLive = 9 };
        key.Local[0] = 0x0a000001;
        key.Local[3] = 5;
        key.Label = 3;
        var set = bpf_skb_set_tunnel_key(skb, key, BpfConstants.BPF_F_TUNINFO_IPV6);
        var got = bpf_skb_get_tunnel_key(skb, out var now, 17);
        seen = (set * 1000 + got, now.Id + now.Label, now.Remote[0] + now.Remote[3] + now.Local[0], now.Flags);
        return now.TypeOfService + now.TimeToLive;
    }

    [BpfProgram("tc")]
    public static int tunnel_over_ipv6_asked_as_ipv4(SkBuff skb)
    {
        var key = new TunnelKey { Id = 7, TypeOfService = 8, TimeToLive = 9 };
        key.Local[0] = 0x0a000001;
        key.Local[3] = 5;
        var set = bpf_skb_set_tunnel_key(skb, key, BpfConstants.BPF_F_TUNINFO_IPV6);
        var got = bpf_skb_get_tunnel_key(skb, out var now, 0);
        seen = (set * 1000 + got, now.Id + now.Label, now.Remote[0] + now.Remote[3] + now.Local[0], now.Flags);
        return now.TypeOfService + now.TimeToLive;
    }

    [BpfProgram("tc")]
    public static int tunnel_with_a_label_over_ipv4(SkBuff skb)
    {
        var key = new TunnelKey { Id = 7, TypeOfService = 8, TimeToLive = 9 };
        key.Local[0] = 0x0a000001;
        key.Local[3] = 5;
        key.Label = 3;
        var set = bpf_skb_set_tunnel_key(skb, key, 0);
        var got = bpf_skb_get_tunnel_key(skb, out var now, 16);
        seen = (set * 1000 + got, now.Id + now.Label, now.Remote[0] + now.Remote[3] + now.Local[0], now.Flags);
        return now.TypeOfService + now.TimeToLive;
    }

    [BpfProgram("tc")]
    public static int tunnel_with_flags_in_its_key(SkBuff skb)
    {
        var key = new TunnelKey { Id = 7, TypeOfService = 8, TimeToLive = 9 };
        key.Local[0] = 0x0a000001;
        key.Local[3] = 5;
        key.Flags = 1;
        var set = bpf_skb_set_tunnel_key(skb, key, 0);
        var got = bpf_skb_get_tunnel_key(skb, out var now, 16);
        seen = (set * 1000 + got, now.Id + now.Label, now.Remote[0] + now.Remote[3] + now.Local[0], now.Flags);
        return now.TypeOfService + now.TimeToLive;
    }

    [BpfProgram("tc")]
    public static int tunnel_with_unknown_flags(SkBuff skb)
    {
        var key = new TunnelKey { Id = 7, TypeOfService = 8, TimeToLive = 9 };
        key.Local[0] = 0x0a000001;
        key.Local[3] = 5;
        var set = bpf_skb_set_tunnel_key(skb, key, 32);
        var got = bpf_skb_get_tunnel_key(skb, out var now, 16);
        seen = (set * 1000 + got, now.Id + now.Label, now.Remote[0] + now.Remote[3] + now.Local[0], now.Flags);
        return now.TypeOfService + now.TimeToLive;
    }

    [BpfProgram("tc")]
    public static int tunnel_of_what_is_in_the_packet(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 44 > end)
            return 0;
        return bpf_skb_set_tunnel_key(skb, /*!DYN011*/data.As<TunnelKey>()/*!*/, 0);
    }

    [BpfProgram("tc")]
    public static int pointer_behind_a_tunnel(SkBuff skb)
    {
        var data = skb.Data;
        var end = skb.DataEnd;
        if (data + 44 > end)
            return 0;
        var key = new TunnelKey { Id = data[3] };
        _ = bpf_skb_set_tunnel_key(skb, key, 0);
        return data[4];
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int tunnel_in_a_control_group(SkBuff skb)
    {
        _ = /*!DYN020*/bpf_skb_get_tunnel_key(skb, out _, 0)/*!*/;
        return 1;
    }
}
