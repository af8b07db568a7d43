using System;

namespace Dynptrs;

/// <summary>
/// The call enters a region, which must be left on every path: on a parameter the region of that lock or that owner, on the return value
/// that of the owner that is returned, on a method that of its receiver or, where it has none, the one region of the type.
/// </summary>
/// <remarks>
/// What was entered through a lock is left through the same. What was entered through an owner that the call acquires ends when the owner
/// is released. The kernel verifies a method with a contract apart: what that enters by helpers of the kernel it must leave in programs.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Method, AllowMultiple = true)]
public sealed class EntersRegionAttribute : Attribute
{
    /// <summary>Names the region.</summary>
    /// <param name="region">The type with <see cref="RegionAttribute"/>.</param>
    public EntersRegionAttribute(Type region) => Region = region;

    /// <summary>The type that stands for the region.</summary>
    public Type Region { get; }
}
