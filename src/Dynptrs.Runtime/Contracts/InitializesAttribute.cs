using System;

namespace Dynptrs;

/// <summary>
/// The call makes a live owner of the given kind in this <see langword="out"/> parameter, without a reference that must be
/// given back.
/// </summary>
/// <remarks>
/// Follows a <c>__uninit</c> dynptr argument of a constructor such as <c>bpf_dynptr_from_skb</c>. The owner is live whatever the call
/// returns.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class InitializesAttribute : Attribute
{
    /// <summary>Declares an owner of no particular kind.</summary>
    public InitializesAttribute()
    {
    }

    /// <summary>Declares an owner of the given kind.</summary>
    /// <param name="kind">The kind, for example <c>"skb"</c>.</param>
    public InitializesAttribute(string kind) => Kind = kind;

    /// <summary>The kind of the owner, or <see langword="null"/>.</summary>
    public string? Kind { get; }
}
