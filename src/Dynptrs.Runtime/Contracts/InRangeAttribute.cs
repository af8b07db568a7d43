using System;

namespace Dynptrs;

/// <summary>
/// The returned number lies in a range. On a delegate, each callback must keep to it; on a method, its callers may rely on it. On a parameter: the call fails for
/// numbers outside.
/// </summary>
/// <remarks>Follows the range of return values that the verifier asks of a callback, 0 or 1; on parameters, what helpers answer errno to.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter)]
public sealed class InRangeAttribute : Attribute
{
    /// <summary>Declares a range.</summary>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    public InRangeAttribute(long min, long max)
    {
        Min = min;
        Max = max;
    }

    /// <summary>The least value.</summary>
    public long Min { get; }

    /// <summary>The greatest value.</summary>
    public long Max { get; }

    /// <summary>What a call answers to a number outside of the range, on a parameter: an errno of <see cref="Errno"/>, a positive number.</summary>
    public int Error { get; set; } = Errno.EINVAL;

    /// <summary>
    /// The kinds of the first owner for which the call takes other numbers, too, on a parameter. The body of a helper that is generated does not know the kind: its implementation
    /// checks such a number.
    /// </summary>
    /// <remarks>Follows <c>__bpf_dynptr_write</c>, which takes flags for a packet alone.</remarks>
    public string[] Except { get; set; } = [];
}
