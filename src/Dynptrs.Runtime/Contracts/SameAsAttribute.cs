using System;

namespace Dynptrs;

/// <summary>
/// The object that is returned is the one in a parameter, under another type that stands for the same type of the kernel's; or the one that
/// lies at the address in it.
/// </summary>
/// <remarks>Stands for a cast of a pointer, which changes nothing that the kernel knows of it.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class SameAsAttribute : Attribute
{
    /// <summary>Declares the parameter.</summary>
    /// <param name="parameter">The name of the parameter, or <c>"this"</c> for the receiver.</param>
    public SameAsAttribute(string parameter) => Parameter = parameter;

    /// <summary>The name of the parameter.</summary>
    public string Parameter { get; }
}
