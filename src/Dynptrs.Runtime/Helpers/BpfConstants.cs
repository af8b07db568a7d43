namespace Dynptrs;

/// <summary>Flags of the helpers, under the kernel's names.</summary>
public static class BpfConstants
{
    /// <summary>Map update: create the element or replace it.</summary>
    public const ulong BPF_ANY = 0;

    /// <summary>Map update: only create the element.</summary>
    public const ulong BPF_NOEXIST = 1;

    /// <summary>Map update: only replace the element.</summary>
    public const ulong BPF_EXIST = 2;

    /// <summary>Map update: take the spin lock inside the value.</summary>
    public const ulong BPF_F_LOCK = 4;

    /// <summary>Packet write: adjust the packet's checksum to the new bytes.</summary>
    public const ulong BPF_F_RECOMPUTE_CSUM = 1;

    /// <summary>Packet write: forget the packet's flow hash.</summary>
    public const ulong BPF_F_INVALIDATE_HASH = 2;

    /// <summary>Transport checksum: the field belongs to the pseudo-header.</summary>
    public const ulong BPF_F_PSEUDO_HDR = 16;

    /// <summary>Transport checksum: 0 says that there is none, so leave it alone, and write a sum of 0 as 0xffff.</summary>
    public const ulong BPF_F_MARK_MANGLED_0 = 32;

    /// <summary>Transport checksum: change a checksum of 0, too.</summary>
    public const ulong BPF_F_MARK_ENFORCE = 64;

    /// <summary>Transport checksum: the field is one of IPv6.</summary>
    public const ulong BPF_F_IPV6 = 128;

    /// <summary>Redirection: to the receiving side of the interface.</summary>
    public const ulong BPF_F_INGRESS = 1;

    /// <summary>Room in a packet: behind the network header, which has no options.</summary>
    public const uint BPF_ADJ_ROOM_NET = 0;

    /// <summary>Room in a packet: behind the Ethernet header.</summary>
    public const uint BPF_ADJ_ROOM_MAC = 1;

    /// <summary>Room in a packet: the segments of a packet that a device is to divide keep their length.</summary>
    public const ulong BPF_F_ADJ_ROOM_FIXED_GSO = 1;

    /// <summary>Room in a packet: for an outer header of IPv4.</summary>
    public const ulong BPF_F_ADJ_ROOM_ENCAP_L3_IPV4 = 2;

    /// <summary>Room in a packet: for an outer header of IPv6.</summary>
    public const ulong BPF_F_ADJ_ROOM_ENCAP_L3_IPV6 = 4;

    /// <summary>Room in a packet: for a header of GRE behind the outer one.</summary>
    public const ulong BPF_F_ADJ_ROOM_ENCAP_L4_GRE = 8;

    /// <summary>Room in a packet: for a header of UDP behind the outer one.</summary>
    public const ulong BPF_F_ADJ_ROOM_ENCAP_L4_UDP = 16;

    /// <summary>Room in a packet: keep what is known of its checksums.</summary>
    public const ulong BPF_F_ADJ_ROOM_NO_CSUM_RESET = 32;

    /// <summary>Room in a packet: for an Ethernet header in front of the inner packet, whose length is in the highest eight bits.</summary>
    public const ulong BPF_F_ADJ_ROOM_ENCAP_L2_ETH = 64;

    /// <summary>Room in a packet: what was inside the outer header is IPv4.</summary>
    public const ulong BPF_F_ADJ_ROOM_DECAP_L3_IPV4 = 128;

    /// <summary>Room in a packet: what was inside the outer header is IPv6.</summary>
    public const ulong BPF_F_ADJ_ROOM_DECAP_L3_IPV6 = 256;

    /// <summary>Room in a packet: by how many bits the length of the inner Ethernet header is shifted in the flags.</summary>
    public const int BPF_ADJ_ROOM_ENCAP_L2_SHIFT = 56;

    /// <summary>Checksums of a packet: how many are known to be right, less one.</summary>
    public const ulong BPF_CSUM_LEVEL_QUERY = 0;

    /// <summary>Checksums of a packet: one more is known to be right.</summary>
    public const ulong BPF_CSUM_LEVEL_INC = 1;

    /// <summary>Checksums of a packet: one less is known to be right.</summary>
    public const ulong BPF_CSUM_LEVEL_DEC = 2;

    /// <summary>Checksums of a packet: none is known to be right.</summary>
    public const ulong BPF_CSUM_LEVEL_RESET = 3;

    /// <summary>Offsets into a packet: from its Ethernet header.</summary>
    public const uint BPF_HDR_START_MAC = 0;

    /// <summary>Offsets into a packet: from its network header.</summary>
    public const uint BPF_HDR_START_NET = 1;

    /// <summary>Length of a packet: ask for each of the segments that a device is to make of it.</summary>
    public const ulong BPF_MTU_CHK_SEGS = 1;

    /// <summary>Length of a packet: it is not too long.</summary>
    public const int BPF_MTU_CHK_RET_SUCCESS = 0;

    /// <summary>Length of a packet: it is too long, and would have to be fragmented.</summary>
    public const int BPF_MTU_CHK_RET_FRAG_NEEDED = 1;

    /// <summary>Length of a packet: a segment of it is too long.</summary>
    public const int BPF_MTU_CHK_RET_SEGS_TOOBIG = 2;

    /// <summary>Type of a packet: for this machine.</summary>
    public const uint PACKET_HOST = 0;

    /// <summary>Type of a packet: for all.</summary>
    public const uint PACKET_BROADCAST = 1;

    /// <summary>Type of a packet: for a group.</summary>
    public const uint PACKET_MULTICAST = 2;

    /// <summary>Type of a packet: for another machine.</summary>
    public const uint PACKET_OTHERHOST = 3;

    /// <summary>Redirection by a map: to all interfaces of the map.</summary>
    public const ulong BPF_F_BROADCAST = 8;

    /// <summary>Redirection to all interfaces of a map: but not to that which the packet came from.</summary>
    public const ulong BPF_F_EXCLUDE_INGRESS = 16;

    /// <summary>Route: ask one table, and no rules.</summary>
    public const uint BPF_FIB_LOOKUP_DIRECT = 1;

    /// <summary>Route: from the view of what is sent, not of what came in.</summary>
    public const uint BPF_FIB_LOOKUP_OUTPUT = 2;

    /// <summary>Route: leave out the Ethernet addresses.</summary>
    public const uint BPF_FIB_LOOKUP_SKIP_NEIGH = 4;

    /// <summary>Route: ask the table that is named.</summary>
    public const uint BPF_FIB_LOOKUP_TBID = 8;

    /// <summary>Route: give the address to send from.</summary>
    public const uint BPF_FIB_LOOKUP_SRC = 16;

    /// <summary>Route: go by the mark, where there are rules for it.</summary>
    public const uint BPF_FIB_LOOKUP_MARK = 32;

    /// <summary>Route: the packet may be forwarded.</summary>
    public const int BPF_FIB_LKUP_RET_SUCCESS = 0;

    /// <summary>Route: the packet is to be dropped.</summary>
    public const int BPF_FIB_LKUP_RET_BLACKHOLE = 1;

    /// <summary>Route: the destination is unreachable.</summary>
    public const int BPF_FIB_LKUP_RET_UNREACHABLE = 2;

    /// <summary>Route: the destination is prohibited.</summary>
    public const int BPF_FIB_LKUP_RET_PROHIBIT = 3;

    /// <summary>Route: the packet is not one to be forwarded.</summary>
    public const int BPF_FIB_LKUP_RET_NOT_FWDED = 4;

    /// <summary>Route: the interface forwards nothing.</summary>
    public const int BPF_FIB_LKUP_RET_FWD_DISABLED = 5;

    /// <summary>Route: it goes through a tunnel that would have to be made.</summary>
    public const int BPF_FIB_LKUP_RET_UNSUPP_LWT = 6;

    /// <summary>Route: the Ethernet address of the next hop is not known.</summary>
    public const int BPF_FIB_LKUP_RET_NO_NEIGH = 7;

    /// <summary>Route: the packet is too long.</summary>
    public const int BPF_FIB_LKUP_RET_FRAG_NEEDED = 8;

    /// <summary>Route: there is no address to send from.</summary>
    public const int BPF_FIB_LKUP_RET_NO_SRC_ADDR = 9;

    /// <summary>Address family: IPv4.</summary>
    public const byte AF_INET = 2;

    /// <summary>Address family: IPv6.</summary>
    public const byte AF_INET6 = 10;

    /// <summary>Socket look-up: in the network that the program runs in.</summary>
    public const ulong BPF_F_CURRENT_NETNS = ulong.MaxValue;

    /// <summary>Tunnel key: the addresses are of IPv6.</summary>
    public const ulong BPF_F_TUNINFO_IPV6 = 1;

    /// <summary>Tunnel key: send without a checksum.</summary>
    public const ulong BPF_F_ZERO_CSUM_TX = 2;

    /// <summary>Tunnel key: the outer packet must not be fragmented.</summary>
    public const ulong BPF_F_DONT_FRAGMENT = 4;

    /// <summary>Tunnel key: number the packets.</summary>
    public const ulong BPF_F_SEQ_NUMBER = 8;

    /// <summary>Tunnel key: send without the number of the tunnel.</summary>
    public const ulong BPF_F_NO_TUNNEL_KEY = 16;

    /// <summary>Tunnel key: give the flags of the tunnel.</summary>
    public const ulong BPF_F_TUNINFO_FLAGS = 16;

    /// <summary>Ring buffer release: do not wake the reader.</summary>
    public const ulong BPF_RB_NO_WAKEUP = 1;

    /// <summary>Ring buffer release: wake the reader even when it is behind.</summary>
    public const ulong BPF_RB_FORCE_WAKEUP = 2;

    /// <summary>Ring buffer query: the bytes that were not read yet.</summary>
    public const ulong BPF_RB_AVAIL_DATA = 0;

    /// <summary>Ring buffer query: the size.</summary>
    public const ulong BPF_RB_RING_SIZE = 1;

    /// <summary>Ring buffer query: the consumer position.</summary>
    public const ulong BPF_RB_CONS_POS = 2;

    /// <summary>Ring buffer query: the producer position.</summary>
    public const ulong BPF_RB_PROD_POS = 3;

    /// <summary>Ring buffer query: the overwrite position.</summary>
    public const ulong BPF_RB_OVERWRITE_POS = 4;

    /// <summary>The largest number of iterations of <c>bpf_loop</c>.</summary>
    public const uint BPF_MAX_LOOPS = 8388608;

    /// <summary>Key lookup: make a special keyring that is not there yet.</summary>
    public const ulong KEY_LOOKUP_CREATE = 1;

    /// <summary>Key lookup: find a key that is still being made, too.</summary>
    public const ulong KEY_LOOKUP_PARTIAL = 2;

    /// <summary>Extended attribute: only create it.</summary>
    public const int XATTR_CREATE = 1;

    /// <summary>Extended attribute: only replace it.</summary>
    public const int XATTR_REPLACE = 2;
}
