using System;

namespace Dynptrs;

/// <summary>
/// The returned value may be null and must be tested before it is used; on a parameter: null (an empty span, a default
/// owner) is accepted.
/// </summary>
/// <remarks>Follows <c>PTR_MAYBE_NULL</c>, <c>KF_RET_NULL</c> and the <c>__nullable</c> suffix.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter)]
public sealed class MayBeNullAttribute : Attribute
{
    /// <summary>
    /// The name of a parameter that is an index into the receiver: the returned value is never null for the index 0, where the receiver's
    /// <see cref="CapacityAttribute">capacity</see> is known.
    /// </summary>
    /// <remarks>
    /// Follows <c>get_constant_map_key</c> and <c>can_elide_value_nullness</c>. Of a key of four bytes the kernel is sure to know a zero;
    /// another constant only where the compiler has put it at a multiple of eight, so that the verifier does not rely on it.
    /// </remarks>
    public string? ExceptIndex { get; set; }

    /// <summary>On a returned view: the kinds of its owner for which it is always null.</summary>
    /// <remarks>
    /// Follows <c>bpf_dynptr_data</c>, which the verifier accepts for every dynptr. The verifier ignores it; suggestions read it.
    /// </remarks>
    public string[] AlwaysFor { get; set; } = [];
}
