using System;

namespace Dynptrs;

/// <summary>
/// The call is allowed only while a region is open: on a parameter the region of that lock, on a method that of its receiver or, where it
/// has none, any of the type. The body of such a method begins and ends inside it.
/// </summary>
/// <remarks>Follows <c>KF_RCU_PROTECTED</c>.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsRegionAttribute : Attribute
{
    /// <summary>Names the region.</summary>
    /// <param name="region">The type with <see cref="RegionAttribute"/>.</param>
    public NeedsRegionAttribute(Type region) => Region = region;

    /// <summary>The type that stands for the region.</summary>
    public Type Region { get; }
}
