using System;

namespace Dynptrs;

/// <summary>
/// What room in a packet is made for, and what was where room is taken away. Where there is an inner Ethernet header, its length is in the
/// highest eight bits.
/// </summary>
[Flags]
public enum RoomFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The segments of a packet that a device is to divide keep their length.</summary>
    BPF_F_ADJ_ROOM_FIXED_GSO = BpfConstants.BPF_F_ADJ_ROOM_FIXED_GSO,

    /// <summary>For an outer header of IPv4.</summary>
    BPF_F_ADJ_ROOM_ENCAP_L3_IPV4 = BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L3_IPV4,

    /// <summary>For an outer header of IPv6.</summary>
    BPF_F_ADJ_ROOM_ENCAP_L3_IPV6 = BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L3_IPV6,

    /// <summary>For a header of GRE behind the outer one.</summary>
    BPF_F_ADJ_ROOM_ENCAP_L4_GRE = BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L4_GRE,

    /// <summary>For a header of UDP behind the outer one.</summary>
    BPF_F_ADJ_ROOM_ENCAP_L4_UDP = BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L4_UDP,

    /// <summary>Keep what is known of its checksums.</summary>
    BPF_F_ADJ_ROOM_NO_CSUM_RESET = BpfConstants.BPF_F_ADJ_ROOM_NO_CSUM_RESET,

    /// <summary>For an Ethernet header in front of the inner packet.</summary>
    BPF_F_ADJ_ROOM_ENCAP_L2_ETH = BpfConstants.BPF_F_ADJ_ROOM_ENCAP_L2_ETH,

    /// <summary>What was inside the outer header is IPv4.</summary>
    BPF_F_ADJ_ROOM_DECAP_L3_IPV4 = BpfConstants.BPF_F_ADJ_ROOM_DECAP_L3_IPV4,

    /// <summary>What was inside the outer header is IPv6.</summary>
    BPF_F_ADJ_ROOM_DECAP_L3_IPV6 = BpfConstants.BPF_F_ADJ_ROOM_DECAP_L3_IPV6,
}
