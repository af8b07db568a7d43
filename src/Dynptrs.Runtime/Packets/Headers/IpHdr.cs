namespace Dynptrs;

/// <summary>The header of an IPv4 packet, without its options.</summary>
/// <remarks>Follows <c>struct iphdr</c>.</remarks>
[BpfStruct]
public partial struct IpHdr
{
    [BitField("HeaderLength", 4, Summary = "The length of the header with its options, in words of four bytes, <c>ihl</c>.")]
    [BitField("Version", 4, Summary = "The version of the protocol, 4.")]
    private byte _versionAndLength;

    /// <summary>How it is to be treated, <c>tos</c>.</summary>
    public byte TypeOfService;

    /// <summary>The length of the packet in bytes, with its header, <c>tot_len</c>.</summary>
    [NetworkOrder]
    private ushort _totalLength;

    /// <summary>What the fragments of a packet have in common, <c>id</c>.</summary>
    [NetworkOrder]
    private ushort _id;

    [NetworkOrder]
    [BitField("FragmentOffset", 13, Summary = "Where the fragment belongs, in units of eight bytes.")]
    [BitField("MoreFragments", 1, Summary = "Whether more fragments follow.")]
    [BitField("DontFragment", 1, Summary = "Whether it must not be fragmented.")]
    private ushort _fragment;

    /// <summary>How many more hops it may take, <c>ttl</c>.</summary>
    public byte TimeToLive;

    /// <summary>What follows, <c>protocol</c>.</summary>
    public IpProtocol Protocol;

    /// <summary>
    /// The checksum of the header as it stands in memory, <c>check</c>: a sum of the words as they stand there needs no other order.
    /// </summary>
    public ushort Checksum;

    /// <summary>Whom it is from, <c>saddr</c>.</summary>
    public Ipv4Address Source;

    /// <summary>Whom it is for, <c>daddr</c>.</summary>
    public Ipv4Address Destination;
}
