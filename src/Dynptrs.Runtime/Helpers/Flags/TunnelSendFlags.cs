using System;

namespace Dynptrs;

/// <summary>How a packet is sent through a tunnel.</summary>
[Flags]
public enum TunnelSendFlags : ulong
{
    /// <summary>To an address of IPv4.</summary>
    None = 0,

    /// <summary>The addresses are of IPv6.</summary>
    BPF_F_TUNINFO_IPV6 = BpfConstants.BPF_F_TUNINFO_IPV6,

    /// <summary>Send without a checksum.</summary>
    BPF_F_ZERO_CSUM_TX = BpfConstants.BPF_F_ZERO_CSUM_TX,

    /// <summary>The outer packet must not be fragmented.</summary>
    BPF_F_DONT_FRAGMENT = BpfConstants.BPF_F_DONT_FRAGMENT,

    /// <summary>Number the packets.</summary>
    BPF_F_SEQ_NUMBER = BpfConstants.BPF_F_SEQ_NUMBER,

    /// <summary>Send without the number of the tunnel.</summary>
    BPF_F_NO_TUNNEL_KEY = BpfConstants.BPF_F_NO_TUNNEL_KEY,
}
