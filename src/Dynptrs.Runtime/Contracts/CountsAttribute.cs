using System;

namespace Dynptrs;

/// <summary>Enumerating the result gives the numbers from one parameter up to, but excluding, another.</summary>
/// <remarks>
/// Follows the macro <c>bpf_for</c>, which compares each number with both bounds for the verifier. In a <c>foreach</c> over the call itself
/// the numbers are known to lie between what the bounds may be.
/// </remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class CountsAttribute : Attribute
{
    /// <summary>Declares the bounds.</summary>
    /// <param name="start">The name of the parameter that is the first number.</param>
    /// <param name="end">The name of the parameter that is the number after the last.</param>
    public CountsAttribute(string start, string end)
    {
        Start = start;
        End = end;
    }

    /// <summary>The name of the parameter that is the first number.</summary>
    public string Start { get; }

    /// <summary>The name of the parameter that is the number after the last.</summary>
    public string End { get; }
}
