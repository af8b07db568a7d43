using System;

namespace Dynptrs;

/// <summary>What is asked of the tunnel that a packet came through.</summary>
[Flags]
public enum TunnelReadFlags : ulong
{
    /// <summary>Addresses of IPv4.</summary>
    None = 0,

    /// <summary>Addresses of IPv6.</summary>
    BPF_F_TUNINFO_IPV6 = BpfConstants.BPF_F_TUNINFO_IPV6,

    /// <summary>The flags of the tunnel.</summary>
    BPF_F_TUNINFO_FLAGS = BpfConstants.BPF_F_TUNINFO_FLAGS,
}
