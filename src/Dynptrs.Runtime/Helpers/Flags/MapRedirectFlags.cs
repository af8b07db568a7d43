using System;

namespace Dynptrs;

/// <summary>Where a packet goes that is redirected by a map. In the lowest two bits is what the program is to return where the map has no such key.</summary>
[Flags]
public enum MapRedirectFlags : ulong
{
    /// <summary><see cref="XdpAction.XDP_ABORTED"/> where there is no such key.</summary>
    None = 0,

    /// <summary>To all interfaces of the map.</summary>
    BPF_F_BROADCAST = BpfConstants.BPF_F_BROADCAST,

    /// <summary>But not to that which the packet came from.</summary>
    BPF_F_EXCLUDE_INGRESS = BpfConstants.BPF_F_EXCLUDE_INGRESS,
}
