using System;

namespace Dynptrs;

/// <summary>What a write to a socket buffer does beside writing.</summary>
[Flags]
public enum PacketWriteFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Adjust the packet's checksum to the new bytes.</summary>
    BPF_F_RECOMPUTE_CSUM = BpfConstants.BPF_F_RECOMPUTE_CSUM,

    /// <summary>Forget the packet's flow hash.</summary>
    BPF_F_INVALIDATE_HASH = BpfConstants.BPF_F_INVALIDATE_HASH,
}
