namespace Dynptrs;

/// <summary>A request for the Ethernet address that an IPv4 address has, or the answer.</summary>
/// <remarks>
/// Follows <c>struct arphdr</c>. Behind it stand the Ethernet address of the sender, its IPv4 address, and the two of the target: 20 bytes,
/// which are not aligned.
/// </remarks>
[BpfStruct]
public partial struct ArpHdr
{
    /// <summary>What kind of link it is about, 1 for Ethernet; <c>ar_hrd</c>.</summary>
    [NetworkOrder]
    private ushort _hardware;

    /// <summary>What kind of address is asked for, <c>ar_pro</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private EtherType _protocol;

    /// <summary>The length of an address of the link, 6 for Ethernet; <c>ar_hln</c>.</summary>
    public byte HardwareLength;

    /// <summary>The length of an address that is asked for, 4 for IPv4; <c>ar_pln</c>.</summary>
    public byte ProtocolLength;

    /// <summary>What it is, <c>ar_op</c>.</summary>
    [NetworkOrder(HasRaw = true)]
    private ArpOperation _operation;
}
