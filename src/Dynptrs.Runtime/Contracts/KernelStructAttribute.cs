using System;

namespace Dynptrs;

/// <summary>
/// The class stands for a struct of the kernel's, with the fields of it that a program wants: its automatic properties. A program reads
/// them, wherever the kernel that loads it keeps them, and writes none. In process they are what the host sets them to.
/// </summary>
/// <remarks>
/// Follows <c>PTR_TO_BTF_ID</c> and the relocations of CO-RE. The name of a field is the property's in lower case, with an underscore in
/// front of each capital but the first, unless <see cref="KernelFieldAttribute.Name"/> says another.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KernelStructAttribute : Attribute
{
    /// <summary>Declares the struct.</summary>
    /// <param name="name">
    /// The kernel's name of it, for example <c>"task_struct"</c>. What follows three underscores, as in <c>"task_struct___old"</c>, is left
    /// out where the kernel is asked.
    /// </param>
    public KernelStructAttribute(string name) => Name = name;

    /// <summary>The kernel's name of the struct.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether the kernel gives it to programs as their context, such as <c>"bpf_iter__task"</c>, and not as an argument of what is traced.
    /// </summary>
    public bool IsContext { get; set; }

    /// <summary>
    /// Whether each field is copied with <c>bpf_probe_read_kernel</c>, as <c>BPF_CORE_READ</c> does, so that the object may lie at any
    /// address (<see cref="ProbeMemory.At{T}"/>); and not read at once, which the kernel allows where it knows what a pointer leads to.
    /// </summary>
    public bool IsProbed { get; set; }
}
