namespace Dynptrs;

/// <summary>The header of a TCP segment, without its options.</summary>
/// <remarks>Follows <c>struct tcphdr</c>.</remarks>
[BpfStruct]
public partial struct TcpHdr
{
    /// <summary>The port that it is from, <c>source</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _sourcePort;

    /// <summary>The port that it is for, <c>dest</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ushort _destinationPort;

    /// <summary>The number of its first byte, <c>seq</c>.</summary>
    [NetworkOrder]
    private uint _sequence;

    /// <summary>The number of the byte that is expected next, <c>ack_seq</c>.</summary>
    [NetworkOrder]
    private uint _acknowledgment;

    [BitField("Ae", 1, Summary = "Accurate congestion notification, <c>ae</c>.")]
    [BitField("DataOffset", 4, Offset = 4, Summary = "The length of the header with its options, in words of four bytes, <c>doff</c>.")]
    [BitField("Fin", 1, Summary = "No more data comes.")]
    [BitField("Syn", 1, Summary = "The sequence numbers start.")]
    [BitField("Rst", 1, Summary = "The connection is reset.")]
    [BitField("Psh", 1, Summary = "The data should be given on at once.")]
    [BitField("Ack", 1, Summary = "The acknowledgment counts.")]
    [BitField("Urg", 1, Summary = "The urgent pointer counts.")]
    [BitField("Ece", 1, Summary = "Congestion was noticed.")]
    [BitField("Cwr", 1, Summary = "The congestion window was made smaller.")]
    private ushort _flags;

    /// <summary>How many bytes the sender takes, <c>window</c>.</summary>
    [NetworkOrder]
    private ushort _window;

    /// <summary>The checksum as it stands in memory, <c>check</c>.</summary>
    public ushort Checksum;

    /// <summary>Where urgent data ends, <c>urg_ptr</c>.</summary>
    [NetworkOrder]
    private ushort _urgentPointer;
}
