using System;

namespace Dynptrs;

/// <summary>
/// The call releases the reference held by this parameter or, on a method, by its receiver. The owner, its clones and all
/// their slices are gone afterwards.
/// </summary>
/// <remarks>Follows <c>KF_RELEASE</c> and <c>OBJ_RELEASE</c> arguments.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class ReleasesAttribute : Attribute
{
    /// <summary>Declares the release of a reference of any kind.</summary>
    public ReleasesAttribute()
    {
    }

    /// <summary>Declares the release of a reference of the given kind.</summary>
    /// <param name="kind">The kind that the owner must have, for example <c>"ringbuf"</c>.</param>
    public ReleasesAttribute(string kind) => Kind = kind;

    /// <summary>The kind that the owner must have, or <see langword="null"/> for any.</summary>
    public string? Kind { get; }

    /// <summary>Whether the call is allowed when nothing is held any more, and then does nothing, like <c>Dispose</c>.</summary>
    public bool IfHeld { get; set; }
}
