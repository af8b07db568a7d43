using System;

namespace Dynptrs;

/// <summary>
/// The call acquires a reference that must be released on every path: on a parameter for the owner in it, on the return
/// value for what is returned, on a method for its receiver.
/// </summary>
/// <remarks>
/// Follows <c>KF_ACQUIRE</c> and the referenced dynptrs (<c>ringbuf</c>, <c>file</c>). An owner in an
/// <see langword="out"/> parameter is held whatever the call returns: a failed reservation must be released too. A value
/// that is returned is held unless it is null, where <see cref="MayBeNullAttribute"/> says that it may be.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Method)]
public sealed class AcquiresAttribute : Attribute
{
    /// <summary>Declares a reference of no particular kind.</summary>
    public AcquiresAttribute()
    {
    }

    /// <summary>Declares a reference of the given kind.</summary>
    /// <param name="kind">The kind, for example <c>"ringbuf"</c>.</param>
    public AcquiresAttribute(string kind) => Kind = kind;

    /// <summary>The kind of the owner, or <see langword="null"/>.</summary>
    public string? Kind { get; }
}
