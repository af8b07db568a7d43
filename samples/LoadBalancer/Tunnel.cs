using Dynptrs;

namespace LoadBalancer;

/// <summary>From and to which addresses packets go on.</summary>
public struct Tunnel
{
    /// <summary>The Ethernet address of this machine.</summary>
    public MacAddress Own;

    /// <summary>The Ethernet address of the router to the servers.</summary>
    public MacAddress Router;

    /// <summary>The IPv4 address that outer headers are from.</summary>
    public Ipv4Address Source4;

    /// <summary>The IPv6 address that outer headers are from.</summary>
    public Ipv6Address Source6;
}
