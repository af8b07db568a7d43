using System;

namespace Dynptrs;

/// <summary>What all maps have in common: how many entries there may be, and how they were made.</summary>
/// <remarks>
/// A map is its class (the kernel's type, by <see cref="KernelMapAttribute"/>), the types of its keys and values, <see cref="MaxEntries"/>
/// and <see cref="Flags"/>. Its elements lie in memory that is made for them; where a map has a value for each processor, once for each.
/// </remarks>
public abstract class BpfMap
{
    private protected BpfMap(int maxEntries, MapFlags flags = MapFlags.None, MapFlags legal = MapFlags.None)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxEntries);
        if ((flags & ~legal) != 0)
            throw new ArgumentException($"A map of this type is not made with {flags & ~legal}.", nameof(flags));
        MaxEntries = maxEntries;
        Flags = flags;
    }

    /// <summary>The number of entries with which it was made, the kernel's <c>max_entries</c>.</summary>
    public int MaxEntries { get; }

    /// <summary>The flags with which it was made, the kernel's <c>map_flags</c>.</summary>
    public MapFlags Flags { get; }
}
