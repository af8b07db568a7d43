using System;

namespace Dynptrs;

/// <summary>What the release of a record, or the reading of samples, does with whoever waits on the other side of a ring buffer.</summary>
[Flags]
public enum RingBufFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Do not wake the reader.</summary>
    BPF_RB_NO_WAKEUP = BpfConstants.BPF_RB_NO_WAKEUP,

    /// <summary>Wake the reader even when it is behind.</summary>
    BPF_RB_FORCE_WAKEUP = BpfConstants.BPF_RB_FORCE_WAKEUP,
}
