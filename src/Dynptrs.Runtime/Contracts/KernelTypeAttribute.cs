using System;

namespace Dynptrs;

/// <summary>Names the type in C for which a type stands where a program is emitted for the kernel.</summary>
/// <remarks>The kernel compares what kinds of types the arguments of its functions have, so that a struct must be a struct.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class KernelTypeAttribute : Attribute
{
    /// <summary>Names the type.</summary>
    /// <param name="name">The type in C, for example <c>"struct bpf_dynptr"</c>.</param>
    public KernelTypeAttribute(string name) => Name = name;

    /// <summary>The type in C.</summary>
    public string Name { get; }

    /// <summary>The size in bytes that a variable of an owner has in the kernel; 0 for what programs only point to.</summary>
    public int Size { get; set; }

    /// <summary>
    /// The kfunc that gives an enumerator back where its loop is left, which C# only forgets; <see langword="null"/> for other types.
    /// </summary>
    public string? Destroy { get; set; }

    /// <summary>
    /// Whether nothing but its own functions, those with a parameter of the type, may read or write its bytes in a map value or in a static
    /// variable.
    /// </summary>
    /// <remarks>Follows <c>check_map_access</c>, for locks, timers, and work that is scheduled.</remarks>
    public bool IsOpaque { get; set; }

    /// <summary>The program types, without prefix, that may not use a map whose values hold one.</summary>
    /// <remarks>Follows <c>check_map_prog_compatibility</c>.</remarks>
    public string[] ExceptProgramTypes { get; set; } = [];
}
