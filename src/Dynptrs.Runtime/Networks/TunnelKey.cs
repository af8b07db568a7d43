namespace Dynptrs;

/// <summary>The tunnel of a packet: of one that came in, or of one that goes out.</summary>
/// <remarks>Follows <c>struct bpf_tunnel_key</c>.</remarks>
[BpfStruct]
public partial struct TunnelKey
{
    /// <summary>The number of the tunnel, <c>tunnel_id</c>.</summary>
    public uint Id;

    /// <summary>
    /// The address of the other end: of IPv6 as it stands in memory, <c>remote_ipv6</c>; of IPv4 as a number in host order in the first word,
    /// <c>remote_ipv4</c>.
    /// </summary>
    public Ipv6Address Remote;

    /// <summary>How the outer packet is to be treated, <c>tunnel_tos</c>.</summary>
    public byte TypeOfService;

    /// <summary>How many hops the outer packet may take, <c>tunnel_ttl</c>.</summary>
    public byte TimeToLive;

    /// <summary>
    /// The flags of a tunnel that are asked for, in network order, <c>tunnel_flags</c>; 0 for a packet that goes out, <c>tunnel_ext</c>.
    /// </summary>
    public ushort Flags;

    /// <summary>The flow label of the outer packet, over IPv6; <c>tunnel_label</c>.</summary>
    public uint Label;

    /// <summary>The address of this end, as <see cref="Remote"/> is; <c>local_ipv6</c>, <c>local_ipv4</c>.</summary>
    public Ipv6Address Local;
}
