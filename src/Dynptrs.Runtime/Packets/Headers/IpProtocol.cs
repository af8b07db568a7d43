namespace Dynptrs;

/// <summary>What an IP packet carries: <c>IPPROTO_*</c>.</summary>
public enum IpProtocol : byte
{
    /// <summary>The options of IPv6 that each hop reads, <c>IPPROTO_HOPOPTS</c>; in IPv4 a dummy, <c>IPPROTO_IP</c>.</summary>
    HopOptions = 0,

    /// <summary>Control messages of IPv4, <c>IPPROTO_ICMP</c>.</summary>
    Icmp = 1,

    /// <summary>Group membership of IPv4, <c>IPPROTO_IGMP</c>.</summary>
    Igmp = 2,

    /// <summary>An IPv4 packet, <c>IPPROTO_IPIP</c>.</summary>
    IpIp = 4,

    /// <summary>TCP, <c>IPPROTO_TCP</c>.</summary>
    Tcp = 6,

    /// <summary>UDP, <c>IPPROTO_UDP</c>.</summary>
    Udp = 17,

    /// <summary>An IPv6 packet, <c>IPPROTO_IPV6</c>.</summary>
    Ipv6 = 41,

    /// <summary>The routing header of IPv6, <c>IPPROTO_ROUTING</c>.</summary>
    Routing = 43,

    /// <summary>The fragment header of IPv6, <c>IPPROTO_FRAGMENT</c>.</summary>
    Fragment = 44,

    /// <summary>GRE, <c>IPPROTO_GRE</c>.</summary>
    Gre = 47,

    /// <summary>Encrypted payload, <c>IPPROTO_ESP</c>.</summary>
    Esp = 50,

    /// <summary>The header that authenticates a packet, <c>IPPROTO_AH</c>.</summary>
    Authentication = 51,

    /// <summary>Control messages of IPv6, <c>IPPROTO_ICMPV6</c>.</summary>
    IcmpV6 = 58,

    /// <summary>Nothing follows, <c>IPPROTO_NONE</c>.</summary>
    None = 59,

    /// <summary>The options of IPv6 that the destination reads, <c>IPPROTO_DSTOPTS</c>.</summary>
    DestinationOptions = 60,

    /// <summary>OSPF.</summary>
    Ospf = 89,

    /// <summary>SCTP, <c>IPPROTO_SCTP</c>.</summary>
    Sctp = 132,

    /// <summary>UDP with a checksum of a part, <c>IPPROTO_UDPLITE</c>.</summary>
    UdpLite = 136,

    /// <summary>Labels of MPLS, <c>IPPROTO_MPLS</c>.</summary>
    Mpls = 137,
}
