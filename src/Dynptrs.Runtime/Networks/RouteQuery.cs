namespace Dynptrs;

/// <summary>A packet whose route is looked for; afterwards, how it goes on.</summary>
/// <remarks>Follows <c>struct bpf_fib_lookup</c>, whose unions are one field each.</remarks>
[BpfStruct]
public partial struct RouteQuery
{
    /// <summary>
    /// The family of the addresses, <see cref="BpfConstants.AF_INET"/> or <see cref="BpfConstants.AF_INET6"/>; afterwards that of the next
    /// hop. <c>family</c>.
    /// </summary>
    public byte Family;

    /// <summary>What the packet carries, <c>l4_protocol</c>.</summary>
    public IpProtocol Protocol;

    /// <summary>The port that it is from, <c>sport</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _sourcePort;

    /// <summary>The port that it is for, <c>dport</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _destinationPort;

    /// <summary>
    /// The length of the packet with its network header, or 0 for a socket buffer's own, <c>tot_len</c>; afterwards how long it may be,
    /// <c>mtu_result</c>.
    /// </summary>
    public ushort TotalLength;

    /// <summary>The number of the network interface that it came from; afterwards of that which it goes to. <c>ifindex</c>.</summary>
    public uint InterfaceIndex;

    /// <summary>
    /// How it is to be treated, in the first byte of memory for IPv4, <c>tos</c>, and in network order for IPv6, <c>flowinfo</c>; afterwards
    /// the metric of the route, <c>rt_metric</c>.
    /// </summary>
    public uint Flow;

    /// <summary>Whom it is from; an address of IPv4 is the first word. <c>ipv6_src</c>, <c>ipv4_src</c>.</summary>
    public Ipv6Address Source;

    /// <summary>Whom it is for; afterwards the next hop. An address of IPv4 is the first word. <c>ipv6_dst</c>, <c>ipv4_dst</c>.</summary>
    public Ipv6Address Destination;

    /// <summary>
    /// The number of the table for <see cref="BpfConstants.BPF_FIB_LOOKUP_TBID"/>, <c>tbid</c>; afterwards 0, as there is no VLAN tag.
    /// </summary>
    public uint Table;

    /// <summary>The Ethernet address to send from, afterwards; <c>smac</c>.</summary>
    public MacAddress SourceMac;

    /// <summary>The Ethernet address to send to, afterwards; <c>dmac</c>.</summary>
    public MacAddress DestinationMac;
}
