using System;

namespace Dynptrs;

/// <summary>What is asked of the length of a packet.</summary>
[Flags]
public enum MtuCheckFlags : ulong
{
    /// <summary>Its own length.</summary>
    None = 0,

    /// <summary>The length of each of the segments that a device is to make of it.</summary>
    BPF_MTU_CHK_SEGS = BpfConstants.BPF_MTU_CHK_SEGS,
}
