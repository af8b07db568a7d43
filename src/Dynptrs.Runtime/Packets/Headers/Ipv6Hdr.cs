namespace Dynptrs;

/// <summary>The header of an IPv6 packet.</summary>
/// <remarks>Follows <c>struct ipv6hdr</c>, with the traffic class and the flow label in one piece each.</remarks>
[BpfStruct]
public partial struct Ipv6Hdr
{
    [NetworkOrder]
    [BitField("FlowLabel", 20, Summary = "What the packets of a flow have in common, <c>flow_lbl</c>.")]
    [BitField("TrafficClass", 8, Summary = "How it is to be treated: <c>priority</c> and the first four bits of <c>flow_lbl</c>.")]
    [BitField("Version", 4, Summary = "The version of the protocol, 6.")]
    private uint _versionAndFlow;

    /// <summary>How many bytes follow the header, <c>payload_len</c>.</summary>
    [NetworkOrder]
    private ushort _payloadLength;

    /// <summary>What follows, <c>nexthdr</c>.</summary>
    public IpProtocol NextHeader;

    /// <summary>How many more hops it may take, <c>hop_limit</c>.</summary>
    public byte HopLimit;

    /// <summary>Whom it is from, <c>saddr</c>.</summary>
    public Ipv6Address Source;

    /// <summary>Whom it is for, <c>daddr</c>.</summary>
    public Ipv6Address Destination;
}
