namespace Dynptrs;

/// <summary>The header of a control message of IPv4.</summary>
/// <remarks>Follows <c>struct icmphdr</c>.</remarks>
[BpfStruct]
public partial struct IcmpHdr
{
    /// <summary>What it says, <c>type</c>.</summary>
    public IcmpType Type;

    /// <summary>What it says in detail, <c>code</c>.</summary>
    public byte Code;

    /// <summary>The checksum as it stands in memory, <c>checksum</c>.</summary>
    public ushort Checksum;

    /// <summary>What else it says, by its type: the address of a gateway, say, <c>un.gateway</c>.</summary>
    [NetworkOrder("Rest")]
    [BitField(
        "Sequence",
        16,
        Summary = "The number of an echo, <c>un.echo.sequence</c>; of a packet that was too long, how long it may be, <c>un.frag.mtu</c>.")]
    [BitField("Id", 16, Summary = "What the echoes of one sender have in common, <c>un.echo.id</c>.")]
    private uint _rest;
}
