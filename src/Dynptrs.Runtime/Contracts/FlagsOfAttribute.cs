using System;

namespace Dynptrs;

/// <summary>
/// The number in this parameter consists of members of an enumeration. The stub gets a second form that takes the enumeration, beside the
/// one that takes any number.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FlagsOfAttribute : Attribute
{
    /// <summary>Names the enumeration.</summary>
    /// <param name="type">The enumeration, whose underlying type is the parameter's.</param>
    public FlagsOfAttribute(Type type) => Type = type;

    /// <summary>The enumeration.</summary>
    public Type Type { get; }
}
