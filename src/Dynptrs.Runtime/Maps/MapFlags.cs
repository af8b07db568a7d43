using System;

namespace Dynptrs;

/// <summary>How a map is made: the kernel's <c>map_flags</c>, as far as they are known here.</summary>
[Flags]
public enum MapFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Make elements when they are needed, not all with the map.</summary>
    BPF_F_NO_PREALLOC = 1,

    /// <summary>Keep a list of what was not used for long for each processor, not one for all.</summary>
    BPF_F_NO_COMMON_LRU = 2,

    /// <summary>Hash without a random number, for what measures.</summary>
    BPF_F_ZERO_SEED = 64,
}
