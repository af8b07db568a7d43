namespace Dynptrs;

/// <summary>What an offset into a packet counts from.</summary>
public enum HeaderStart : uint
{
    /// <summary>Its Ethernet header.</summary>
    BPF_HDR_START_MAC = BpfConstants.BPF_HDR_START_MAC,

    /// <summary>Its network header.</summary>
    BPF_HDR_START_NET = BpfConstants.BPF_HDR_START_NET,
}
