using System;

namespace Dynptrs;

/// <summary>The method may be called inside a region that else allows no calls (<see cref="RegionCalls.OnlyAllowed"/>).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AllowedInRegionAttribute : Attribute
{
    /// <summary>Names the region.</summary>
    /// <param name="region">The type with <see cref="RegionAttribute"/>.</param>
    public AllowedInRegionAttribute(Type region) => Region = region;

    /// <summary>The type that stands for the region.</summary>
    public Type Region { get; }
}
