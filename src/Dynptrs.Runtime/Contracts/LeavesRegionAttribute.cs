using System;

namespace Dynptrs;

/// <summary>
/// The call leaves a region that is open: on a parameter the region of that lock or that owner, on a method that of its receiver or, where
/// it has none, the one region of the type.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method, AllowMultiple = true)]
public sealed class LeavesRegionAttribute : Attribute
{
    /// <summary>Names the region.</summary>
    /// <param name="region">The type with <see cref="RegionAttribute"/>.</param>
    public LeavesRegionAttribute(Type region) => Region = region;

    /// <summary>The type that stands for the region.</summary>
    public Type Region { get; }
}
