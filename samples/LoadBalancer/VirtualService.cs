using Dynptrs;

namespace LoadBalancer;

/// <summary>What clients connect to: an address, a port and a protocol.</summary>
[BpfStruct]
public partial struct VirtualService
{
    /// <summary>The address; one of IPv4 is its first word.</summary>
    public Ipv6Address Address;

    /// <summary>The port, as it stands in packets.</summary>
    public ushort Port;

    /// <summary>TCP or UDP.</summary>
    public IpProtocol Protocol;

    /// <summary>The version of IP, 4 or 6.</summary>
    public byte Version;
}
