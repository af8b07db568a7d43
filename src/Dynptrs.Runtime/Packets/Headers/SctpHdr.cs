namespace Dynptrs;

/// <summary>The header of an SCTP packet, in front of its chunks.</summary>
/// <remarks>Follows <c>struct sctphdr</c>.</remarks>
[BpfStruct]
public partial struct SctpHdr
{
    /// <summary>The port that it is from, <c>source</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _sourcePort;

    /// <summary>The port that it is for, <c>dest</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _destinationPort;

    /// <summary>What the packets of an association have in common, <c>vtag</c>.</summary>
    [NetworkOrder]
    private uint _verificationTag;

    /// <summary>The checksum as it stands in memory: a CRC-32C, little-endian, <c>checksum</c>.</summary>
    public uint Checksum;
}
