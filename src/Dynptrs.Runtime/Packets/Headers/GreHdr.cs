namespace Dynptrs;

/// <summary>The header of a packet in a GRE tunnel, without what its flags announce.</summary>
/// <remarks>Follows <c>struct gre_base_hdr</c>.</remarks>
[BpfStruct]
public partial struct GreHdr
{
    [NetworkOrder]
    [BitField("Version", 3, Summary = "The version of the protocol: 0, or 1 for PPTP.")]
    [BitField("HasSequence", 1, Offset = 12, Summary = "Whether a number of four bytes follows, behind the key; <c>GRE_SEQ</c>.")]
    [BitField("HasKey", 1, Offset = 13, Summary = "Whether a key of four bytes follows, behind the checksum; <c>GRE_KEY</c>.")]
    [BitField("HasRouting", 1, Offset = 14, Summary = "Whether a route follows, which nobody sends any more; <c>GRE_ROUTING</c>.")]
    [BitField("HasChecksum", 1, Offset = 15, Summary = "Whether a checksum follows, and two bytes more; <c>GRE_CSUM</c>.")]
    private ushort _flags;

    /// <summary>What is in the tunnel, <c>protocol</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private EtherType _protocol;
}
