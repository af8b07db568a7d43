using System;

namespace Dynptrs;

/// <summary>
/// The call makes slices invalid: those of the owner in this parameter or, with <see cref="Of"/>, all slices of the named kinds.
/// </summary>
/// <remarks>
/// Follows <c>clear_all_pkt_pointers</c>: a call that may change a packet makes every packet slice invalid, even when it fails.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class InvalidatesSlicesAttribute : Attribute
{
    /// <summary>The kinds of owner in this parameter for which the rule holds; empty for every kind.</summary>
    public string[] When { get; set; } = [];

    /// <summary>
    /// The kinds of owner whose tagged slices become invalid, whoever owns them; empty for the slices of this parameter's owner.
    /// </summary>
    public string[] Of { get; set; } = [];
}
