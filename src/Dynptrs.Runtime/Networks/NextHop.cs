namespace Dynptrs;

/// <summary>The next hop of a packet.</summary>
/// <remarks>Follows <c>struct bpf_redir_neigh</c>.</remarks>
[BpfStruct]
public partial struct NextHop
{
    /// <summary>The family of the address, <see cref="BpfConstants.AF_INET"/> or <see cref="BpfConstants.AF_INET6"/>; <c>nh_family</c>.</summary>
    public uint Family;

    /// <summary>The address; one of IPv4 is its first word. <c>ipv6_nh</c>, <c>ipv4_nh</c>.</summary>
    public Ipv6Address Address;
}
