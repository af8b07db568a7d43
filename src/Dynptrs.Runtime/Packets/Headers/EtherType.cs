namespace Dynptrs;

/// <summary>What an Ethernet frame carries: <c>ETH_P_*</c>.</summary>
public enum EtherType : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>IPv4, <c>ETH_P_IP</c>.</summary>
    Ip = 0x0800,

    /// <summary>Address resolution, <c>ETH_P_ARP</c>.</summary>
    Arp = 0x0806,

    /// <summary>An Ethernet frame in a tunnel, <c>ETH_P_TEB</c>.</summary>
    TransparentEthernet = 0x6558,

    /// <summary>A VLAN tag, <c>ETH_P_8021Q</c>.</summary>
    Vlan = 0x8100,

    /// <summary>IPv6, <c>ETH_P_IPV6</c>.</summary>
    Ipv6 = 0x86DD,

    /// <summary>Labels of MPLS, <c>ETH_P_MPLS_UC</c>.</summary>
    Mpls = 0x8847,

    /// <summary>The outer of two VLAN tags, <c>ETH_P_8021AD</c>.</summary>
    ServiceVlan = 0x88A8,
}
