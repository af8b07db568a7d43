namespace Dynptrs;

/// <summary>The header of a UDP datagram.</summary>
/// <remarks>Follows <c>struct udphdr</c>.</remarks>
[BpfStruct]
public partial struct UdpHdr
{
    /// <summary>The port that it is from, <c>source</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _sourcePort;

    /// <summary>The port that it is for, <c>dest</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _destinationPort;

    /// <summary>The length of the datagram in bytes, with its header, <c>len</c>.</summary>
    [NetworkOrder]
    private ushort _length;

    /// <summary>The checksum as it stands in memory, <c>check</c>.</summary>
    public ushort Checksum;
}
