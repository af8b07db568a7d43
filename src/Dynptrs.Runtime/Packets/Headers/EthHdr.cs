namespace Dynptrs;

/// <summary>The header of an Ethernet frame.</summary>
/// <remarks>Follows <c>struct ethhdr</c>.</remarks>
[BpfStruct]
public partial struct EthHdr
{
    /// <summary>Whom it is for, <c>h_dest</c>.</summary>
    public MacAddress Destination;

    /// <summary>Whom it is from, <c>h_source</c>.</summary>
    public MacAddress Source;

    /// <summary>What follows, <c>h_proto</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private EtherType _protocol;
}
