namespace Dynptrs;

/// <summary>The header of a control message of IPv6.</summary>
/// <remarks>Follows <c>struct icmp6hdr</c>.</remarks>
[BpfStruct]
public partial struct Icmp6Hdr
{
    /// <summary>What it says, <c>icmp6_type</c>.</summary>
    public Icmp6Type Type;

    /// <summary>What it says in detail, <c>icmp6_code</c>.</summary>
    public byte Code;

    /// <summary>The checksum as it stands in memory, <c>icmp6_cksum</c>.</summary>
    public ushort Checksum;

    /// <summary>What else it says, by its type: how long a packet may be, say, <c>icmp6_mtu</c>.</summary>
    [NetworkOrder("Rest")]
    [BitField("Sequence", 16, Summary = "The number of an echo, <c>icmp6_sequence</c>.")]
    [BitField("Id", 16, Summary = "What the echoes of one sender have in common, <c>icmp6_identifier</c>.")]
    private uint _rest;
}
