using System.Collections.Immutable;

namespace Dynptrs.Verifier.IR;

/// <summary>The type of the kernel's that a type stands for.</summary>
/// <param name="Name">The type in C.</param>
/// <param name="Size">Its size in bytes there, or 0 for what programs only point to.</param>
/// <param name="Destroy">The function that gives an enumerator back where its loop is left, or <see langword="null"/>.</param>
public sealed record KernelType(string Name, int Size, string? Destroy)
{
    /// <summary>Whether nothing but its own functions may reach its bytes in a map value or a static variable.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>The program types that may not use a map whose values hold one.</summary>
    public ImmutableArray<string> ExceptProgramTypes { get; init; } = ImmutableArray<string>.Empty;
}
