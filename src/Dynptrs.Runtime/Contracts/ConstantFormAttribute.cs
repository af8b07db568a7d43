using System;

namespace Dynptrs;

/// <summary>If this parameter is a constant, another helper returns the memory at once, without an owner in between.</summary>
/// <remarks>
/// Follows <c>bpf_ringbuf_reserve_dynptr</c>, which exists for sizes that <c>bpf_ringbuf_reserve</c> does not take. The verifier ignores
/// it; suggestions read it.
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
