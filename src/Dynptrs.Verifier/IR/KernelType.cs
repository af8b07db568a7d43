using System.Collections.Immutable;

namespace Dynptrs.Verifier.IR;

/// <summary>The type of the kernel's that a type stands for.</summary>
/// <param name="Name">The type in C.</param>
/// <param name="Size">Its size in bytes there, or 0 for what programs only point to.</param>
/// <param name="Destroy">The function that gives an enumerator back where its loop is left, or <see langword="null"/>.</param>
public sealed record KernelType(string Name, int Size, string? Destroy)
{
    /// <summary>The program types that may not use a map whose values hold one.</summary>
    public ImmutableArray<string> ExceptProgramTypes { get; init; } = ImmutableArray<string>.Empty;
}
