using System;

namespace Dynptrs;

/// <summary>
/// The call makes a clone of another parameter's owner in this <see langword="out"/> parameter. The clone has the kind of
/// its source and shares its reference: one release ends the whole family.
/// </summary>
/// <remarks>Follows <c>bpf_dynptr_clone</c>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CloneOfAttribute : Attribute
{
    /// <summary>Declares a clone.</summary>
    /// <param name="source">The name of the parameter that is cloned; <c>"this"</c> is the receiver.</param>
    public CloneOfAttribute(string source) => Source = source;

    /// <summary>The name of the parameter that is cloned; <c>"this"</c> is the receiver.</summary>
    public string Source { get; }
}
