using System;

namespace Dynptrs;

/// <summary>On a parameter of a constructor: the number of entries of the object. Every lower index is in range.</summary>
/// <remarks>Follows <c>max_entries</c> of an array map. See <see cref="MayBeNullAttribute.ExceptIndex"/>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CapacityAttribute : Attribute
{
}
