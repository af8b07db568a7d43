using System.ComponentModel;

namespace System;

/// <summary>Lets the compiler emit list patterns for a framework that lacks this type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;

    public static implicit operator Index(int value) => new(value);
}
