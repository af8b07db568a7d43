using System;

namespace Dynptrs;

/// <summary>
/// The owner in this <see langword="ref"/> parameter is lent: it may be used and adjusted, but neither released nor made
/// anew. An <see langword="in"/> parameter is always lent.
/// </summary>
/// <remarks>Follows <c>CONST_PTR_TO_DYNPTR</c>: the dynptr given to a callback or to a global function.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BorrowedAttribute : Attribute
{
    /// <summary>Declares that an owner of any kind is lent.</summary>
    public BorrowedAttribute()
    {
    }

    /// <summary>Declares that an owner of the given kind is lent.</summary>
    /// <param name="kind">The kind, for example <c>"local"</c>.</param>
    public BorrowedAttribute(string kind) => Kind = kind;

    /// <summary>The kind that the body may rely on, or <see langword="null"/> where it may be any.</summary>
    public string? Kind { get; }
}
