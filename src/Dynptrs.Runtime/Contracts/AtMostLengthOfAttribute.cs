using System;

namespace Dynptrs;

/// <summary>The returned number is an errno, or at most the length of a parameter in bytes.</summary>
/// <remarks>
/// Follows <c>do_refine_retval_range</c>, by which the verifier knows how much <c>bpf_probe_read_user_str</c> and its like have written.
/// </remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class AtMostLengthOfAttribute : Attribute
{
    /// <summary>Names the parameter.</summary>
    /// <param name="parameter">The name of the span, or other memory, into which the call writes.</param>
    public AtMostLengthOfAttribute(string parameter) => Parameter = parameter;

    /// <summary>The name of the span, or other memory, into which the call writes.</summary>
    public string Parameter { get; }
}
