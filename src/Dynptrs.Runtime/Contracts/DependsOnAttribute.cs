using System;

namespace Dynptrs;

/// <summary>
/// What this parameter or the return value acquires is a child of another parameter's object, which may not be released while the child is
/// held.
/// </summary>
/// <remarks>Follows the parent of a reference: a file and the dynptr that was made from it.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class DependsOnAttribute : Attribute
{
    /// <summary>Declares the parent.</summary>
    /// <param name="parent">The name of the parameter that holds the parent; <c>"this"</c> is the receiver.</param>
    public DependsOnAttribute(string parent) => Parent = parent;

    /// <summary>The name of the parameter that holds the parent; <c>"this"</c> is the receiver.</summary>
    public string Parent { get; }
}
