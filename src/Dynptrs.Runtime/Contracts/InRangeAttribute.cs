using System;

namespace Dynptrs;

/// <summary>
/// The returned number lies in a range. On a delegate, each callback must keep to it; on a method, callers may rely on it. On a parameter,
/// the call fails for numbers outside.
/// </summary>
/// <remarks>
/// Follows the range of return values that the verifier asks of a callback, 0 or 1; on parameters, what helpers answer with an errno.
/// </remarks>
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

    /// <summary>
    /// On a parameter: the errno that the call answers to a number outside the range, as a positive number of <see cref="Errno"/>.
    /// </summary>
    public int Error { get; set; } = Errno.EINVAL;

    /// <summary>
    /// On a parameter: the kinds of the first owner for which the call takes other numbers, too. A generated body does not know the kind,
    /// so the implementation checks such a number.
    /// </summary>
    /// <remarks>Follows <c>__bpf_dynptr_write</c>, which takes flags only for a packet.</remarks>
    public string[] Except { get; set; } = [];
}
