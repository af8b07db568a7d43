using Dynptrs;

namespace LoadBalancer;

/// <summary>A packet: the service that it is for, and whom it is from.</summary>
[BpfStruct]
internal partial struct Flow
{
    /// <summary>The service.</summary>
    public VirtualService Service;

    /// <summary>The address of the client; one of IPv4 is its first word.</summary>
    public Ipv6Address Client;

    /// <summary>The port of the client, as it stands in packets.</summary>
    public uint ClientPort;

    /// <summary>How many bytes the packet has, with its IP header.</summary>
    public uint Length;
}
