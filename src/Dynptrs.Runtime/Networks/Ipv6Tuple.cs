namespace Dynptrs;

/// <summary>The two ends of a flow over IPv6, as a packet names them.</summary>
/// <remarks>Follows <c>ipv6</c> of <c>struct bpf_sock_tuple</c>.</remarks>
[BpfStruct]
public partial struct Ipv6Tuple
{
    /// <summary>Whom the packet is from, <c>saddr</c>.</summary>
    public Ipv6Address Source;

    /// <summary>Whom the packet is for, <c>daddr</c>.</summary>
    public Ipv6Address Destination;

    /// <summary>The port that the packet is from, <c>sport</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _sourcePort;

    /// <summary>The port that the packet is for, <c>dport</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _destinationPort;
}
