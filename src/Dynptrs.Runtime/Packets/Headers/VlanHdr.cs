namespace Dynptrs;

/// <summary>A VLAN tag; it stands behind the <see cref="EthHdr"/> that announces it.</summary>
/// <remarks>Follows <c>struct vlan_hdr</c>.</remarks>
[BpfStruct]
public partial struct VlanHdr
{
    /// <summary>The tag as a whole, <c>h_vlan_TCI</c>.</summary>
    [NetworkOrder("ControlInformation")]
    [BitField("Id", 12, Summary = "Which VLAN it is.")]
    [BitField("IsDropEligible", 1, Summary = "Whether it may be dropped first.")]
    [BitField("Priority", 3, Summary = "How urgent it is.")]
    private ushort _controlInformation;

    /// <summary>What follows, <c>h_vlan_encapsulated_proto</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private EtherType _protocol;
}
