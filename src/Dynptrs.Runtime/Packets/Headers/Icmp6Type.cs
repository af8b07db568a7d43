namespace Dynptrs;

/// <summary>What a control message of IPv6 says: <c>ICMPV6_*</c>, <c>NDISC_*</c>.</summary>
public enum Icmp6Type : byte
{
    /// <summary>The destination cannot be reached, <c>ICMPV6_DEST_UNREACH</c>.</summary>
    DestinationUnreachable = 1,

    /// <summary>The packet was too long for a link, <c>ICMPV6_PKT_TOOBIG</c>.</summary>
    PacketTooBig = 2,

    /// <summary>The hop limit was used up, <c>ICMPV6_TIME_EXCEED</c>.</summary>
    TimeExceeded = 3,

    /// <summary>A header is wrong, <c>ICMPV6_PARAMPROB</c>.</summary>
    ParameterProblem = 4,

    /// <summary>A request to answer, <c>ICMPV6_ECHO_REQUEST</c>.</summary>
    EchoRequest = 128,

    /// <summary>The answer to an echo, <c>ICMPV6_ECHO_REPLY</c>.</summary>
    EchoReply = 129,

    /// <summary>A search for routers, <c>NDISC_ROUTER_SOLICITATION</c>.</summary>
    RouterSolicitation = 133,

    /// <summary>A router says what it is, <c>NDISC_ROUTER_ADVERTISEMENT</c>.</summary>
    RouterAdvertisement = 134,

    /// <summary>A search for the Ethernet address of a neighbour, <c>NDISC_NEIGHBOUR_SOLICITATION</c>.</summary>
    NeighbourSolicitation = 135,

    /// <summary>A neighbour says its Ethernet address, <c>NDISC_NEIGHBOUR_ADVERTISEMENT</c>.</summary>
    NeighbourAdvertisement = 136,

    /// <summary>Another router is nearer, <c>NDISC_REDIRECT</c>.</summary>
    Redirect = 137,
}
