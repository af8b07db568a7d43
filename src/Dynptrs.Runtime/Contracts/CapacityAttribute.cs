using System;

namespace Dynptrs;

/// <summary>
/// On a parameter of a constructor: the number of entries of the object, or of bytes for a ring buffer. Where a key is an index, every lower
/// one is in range.
/// </summary>
/// <remarks>Follows <c>max_entries</c>. See <see cref="MayBeNullAttribute.ExceptIndex"/>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CapacityAttribute : Attribute
{
}
