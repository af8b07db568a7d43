using System;

namespace Dynptrs;

/// <summary>
/// The type stands for a region: what lies between a call that enters it (<see cref="EntersRegionAttribute"/>) and one that leaves it
/// (<see cref="LeavesRegionAttribute"/>). Every path that enters one must leave it.
/// </summary>
/// <remarks>
/// Follows what the kernel counts on each path: RCU read sections, sections that are not preempted or interrupted, locks. A lock of your
/// own is a region of its own type.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class RegionAttribute : Attribute
{
    /// <summary>
    /// Whether the same region may be entered while it is open: then it is left as often as it was entered. A lock that would wait for
    /// itself does not nest.
    /// </summary>
    public bool Nests { get; set; }

    /// <summary>Whether regions of the type are left in the reverse order of that in which they were entered.</summary>
    public bool LeftInOrder { get; set; }

    /// <summary>What a program may call inside.</summary>
    public RegionCalls Calls { get; set; }

    /// <summary>
    /// Whether the kernel keeps objects inside that RCU protects (<see cref="PointerTrust.Rcu"/>). What was read of them is not trusted any
    /// more once the region is left.
    /// </summary>
    public bool KeepsObjects { get; set; }
}
