using System;

namespace Dynptrs;

/// <summary>Which elements an update of a map may touch.</summary>
[Flags]
public enum MapUpdateFlags : ulong
{
    /// <summary>Create the element or replace it.</summary>
    BPF_ANY = BpfConstants.BPF_ANY,

    /// <summary>Only create the element.</summary>
    BPF_NOEXIST = BpfConstants.BPF_NOEXIST,

    /// <summary>Only replace the element.</summary>
    BPF_EXIST = BpfConstants.BPF_EXIST,

    /// <summary>Take the spin lock inside the value.</summary>
    BPF_F_LOCK = BpfConstants.BPF_F_LOCK,
}
