using System;

namespace Dynptrs;

/// <summary>For a constant in this parameter there is a helper that gives its memory at once, without an owner between.</summary>
/// <remarks>
/// Follows <c>bpf_ringbuf_reserve_dynptr</c>, which exists for sizes that <c>bpf_ringbuf_reserve</c> does not take. The verifier asks nothing about it; suggestions do.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConstantFormAttribute : Attribute
{
    /// <summary>Names the other helper.</summary>
    /// <param name="helper">The kernel's name, for example <c>"bpf_ringbuf_reserve"</c>.</param>
    public ConstantFormAttribute(string helper) => Helper = helper;

    /// <summary>The kernel's name of the other helper.</summary>
    public string Helper { get; }
}
