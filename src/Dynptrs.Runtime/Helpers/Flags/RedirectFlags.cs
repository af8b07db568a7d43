using System;

namespace Dynptrs;

/// <summary>Where a redirected packet goes.</summary>
[Flags]
public enum RedirectFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>To the receiving side of the interface.</summary>
    BPF_F_INGRESS = BpfConstants.BPF_F_INGRESS,
}
