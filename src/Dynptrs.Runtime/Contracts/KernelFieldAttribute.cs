using System;

namespace Dynptrs;

/// <summary>
/// The member stands for a field that the kernel lays out, of a context or of another object that it gives to a program. So program code
/// may use it, whatever the member does when it runs on the host.
/// </summary>
/// <remarks>
/// Follows the accesses to <c>PTR_TO_CTX</c> and <c>PTR_TO_BTF_ID</c> registers, such as <c>skb-&gt;len</c>. Of a field of a context, the
/// section of a program says whether it may be read or written, and the size of the member's type is the width of the access.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class KernelFieldAttribute : Attribute
{
    /// <summary>The member stands for a field of an object of the kernel's.</summary>
    public KernelFieldAttribute()
    {
    }

    /// <summary>The member stands for a field of a context, or for the distance from one of two fields to the other.</summary>
    /// <param name="context">The kernel's name of the context's type, for example <c>"__sk_buff"</c>.</param>
    /// <param name="fields">The kernel's names of the fields, without an index: what holds for an array holds for each element.</param>
    public KernelFieldAttribute(string context, params string[] fields)
    {
        Context = context;
        Fields = fields;
    }

    /// <summary>The kernel's name of the context's type, or <see langword="null"/> for an object that is no context.</summary>
    public string? Context { get; }

    /// <summary>The kernel's names of the fields.</summary>
    public string[] Fields { get; } = [];

    /// <summary>
    /// In a class with <see cref="KernelStructAttribute"/>, the kernel's name of the field where it is not that of the property. A field of
    /// a struct that lies in the other is named by both: <c>"se.sum_exec_runtime"</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// In a class with <see cref="KernelStructAttribute"/>, what the kernel vouches for of the object that the field points to.
    /// </summary>
    public PointerTrust Trust { get; set; }

    /// <summary>
    /// In a class with <see cref="KernelStructAttribute"/> that is a context, where the field lies, in bytes from the start; -1 where the
    /// loader finds it by its name. A program of a tracepoint may read none before 8.
    /// </summary>
    public int Offset { get; set; } = -1;
}
