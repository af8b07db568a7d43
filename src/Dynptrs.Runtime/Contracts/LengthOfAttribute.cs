using System;

namespace Dynptrs;

/// <summary>
/// On a parameter: the length in bytes that goes with a buffer, which must be at least as long. On a returned view of a type: the size of
/// the type is that length. On a member of a view: its result is the length of the view, in elements.
/// </summary>
/// <remarks>Follows the <c>__sz</c> and <c>__szk</c> suffixes of the kernel's buffer and length pairs.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public sealed class LengthOfAttribute : Attribute
{
    /// <summary>Declares that a member of a view gives its length.</summary>
    public LengthOfAttribute()
    {
    }

    /// <summary>Declares the buffer that a length goes with.</summary>
    /// <param name="buffer">The name of the parameter that holds the buffer.</param>
    public LengthOfAttribute(string buffer) => Buffer = buffer;

    /// <summary>The name of the parameter that holds the buffer, or <see langword="null"/> on a member of a view.</summary>
    public string? Buffer { get; }
}
