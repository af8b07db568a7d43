using System.Collections.Immutable;

namespace Dynptrs.Verifier.Contracts;

/// <summary>A field of a program's context that a call reads or writes.</summary>
/// <param name="Context">The kernel's name of the context.</param>
/// <param name="Field">The kernel's name of the field.</param>
/// <param name="Size">How many bytes of it are read or written.</param>
/// <param name="IsWrite">Whether they are written.</param>
public sealed record ContextAccess(string Context, string Field, int Size, bool IsWrite)
{
    /// <summary>
    /// The program types that are given the context, without prefix. Others see the same object as one of the kernel's own, which is only
    /// read.
    /// </summary>
    public ImmutableArray<string> Users { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>
    /// The programs that may do this: program types without prefix, or sections without the place that they are attached to.
    /// </summary>
    public ImmutableArray<string> Programs { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The programs that may do this with the whole field.</summary>
    public ImmutableArray<string> ProgramsOfWhole { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The size of the field in bytes.</summary>
    public int FieldSize { get; init; }

    /// <summary>Whether a program may do this.</summary>
    /// <param name="program">The program, whose type is known.</param>
    public bool IsAllowed(ProgramFacts program)
    {
        var type = program.Type!;
        return Users.Contains(type) ? Programs.Contains(type) || Programs.Contains(program.Kind) : !IsWrite;
    }
}
