using System;

namespace Dynptrs;

/// <summary>The member compares its receiver or, for an operator, its operand, with null.</summary>
/// <remarks>Follows the comparison of a <c>_or_null</c> register with 0: it decides about all copies of the value in each branch.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NullTestAttribute : Attribute
{
    /// <summary>Declares a null test.</summary>
    /// <param name="resultWhenNull">
    /// What the member answers for null: <see langword="true"/> for <c>IsNull</c>, <see langword="false"/> for a conversion to
    /// <see langword="bool"/>.
    /// </param>
    public NullTestAttribute(bool resultWhenNull) => ResultWhenNull = resultWhenNull;

    /// <summary>What the member answers for null.</summary>
    public bool ResultWhenNull { get; }
}
