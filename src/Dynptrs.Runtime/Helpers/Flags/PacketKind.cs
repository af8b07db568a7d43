namespace Dynptrs;

/// <summary>Whom a packet is for.</summary>
public enum PacketKind : uint
{
    /// <summary>This machine.</summary>
    PACKET_HOST = BpfConstants.PACKET_HOST,

    /// <summary>All.</summary>
    PACKET_BROADCAST = BpfConstants.PACKET_BROADCAST,

    /// <summary>A group.</summary>
    PACKET_MULTICAST = BpfConstants.PACKET_MULTICAST,

    /// <summary>Another machine.</summary>
    PACKET_OTHERHOST = BpfConstants.PACKET_OTHERHOST,
}
