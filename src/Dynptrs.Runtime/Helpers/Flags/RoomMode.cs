namespace Dynptrs;

/// <summary>Where in a packet room is made or taken away.</summary>
public enum RoomMode : uint
{
    /// <summary>Behind the network header, which has no options.</summary>
    BPF_ADJ_ROOM_NET = BpfConstants.BPF_ADJ_ROOM_NET,

    /// <summary>Behind the Ethernet header.</summary>
    BPF_ADJ_ROOM_MAC = BpfConstants.BPF_ADJ_ROOM_MAC,
}
