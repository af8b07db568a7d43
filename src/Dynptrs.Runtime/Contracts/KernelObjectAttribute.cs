using System;

namespace Dynptrs;

/// <summary>The class stands for an object of the kernel's.</summary>
/// <remarks>
/// Follows <c>PTR_TO_BTF_ID</c>. With the section of a program, it says whether the kernel gives the program the object's reference,
/// which the program must then keep or release.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KernelObjectAttribute : Attribute
{
    /// <summary>Declares the type.</summary>
    /// <param name="type">The kernel's name of the type, for example <c>"struct sk_buff"</c>.</param>
    public KernelObjectAttribute(string type) => Type = type;

    /// <summary>The kernel's name of the type.</summary>
    public string Type { get; }

    /// <summary>
    /// Whether an object that is read out of a map value or of another object is trusted, as if a helper had returned it. The kernel keeps
    /// such objects until no program sees them any more.
    /// </summary>
    /// <remarks>Follows <c>rcu_protected_types</c>.</remarks>
    public bool IsRcuProtected { get; set; }
}
