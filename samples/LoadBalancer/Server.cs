using Dynptrs;

namespace LoadBalancer;

/// <summary>A server that answers for a service.</summary>
[BpfStruct]
public partial struct Server
{
    /// <summary>Its address, to which packets are sent; one of IPv4 is the first word.</summary>
    public Ipv6Address Address;

    /// <summary>The version of that address, 4 or 6.</summary>
    public uint Version;
}
