using System;

namespace Dynptrs;

/// <summary>
/// The memory in this parameter must be there, and have at least so many bytes: with 0 it may be empty, but not null, as a span is that is
/// <see langword="default"/>. On a number: the least length.
/// </summary>
/// <remarks>
/// Follows <c>ARG_CONST_SIZE</c>, a length that is at least 1, and <c>ARG_CONST_SIZE_OR_ZERO</c>, with which memory that is null is refused
/// all the same. Memory that may be null has <see cref="MayBeNullAttribute"/> instead.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MinimumSizeAttribute : Attribute
{
    /// <summary>Declares the least size.</summary>
    /// <param name="bytes">The least number of bytes.</param>
    public MinimumSizeAttribute(long bytes) => Bytes = bytes;

    /// <summary>The least number of bytes.</summary>
    public long Bytes { get; }
}
