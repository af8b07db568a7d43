using System;

namespace Dynptrs;

/// <summary>What a push does where a map is full.</summary>
[Flags]
public enum MapPushFlags : ulong
{
    /// <summary>Refuse.</summary>
    BPF_ANY = BpfConstants.BPF_ANY,

    /// <summary>Drop the oldest element.</summary>
    BPF_EXIST = BpfConstants.BPF_EXIST,
}
