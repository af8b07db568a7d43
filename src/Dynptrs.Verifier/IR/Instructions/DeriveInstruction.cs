namespace Dynptrs.Verifier.IR;

/// <summary>
/// Makes a pointer from a pointer: a part of a span, another element type, a span over a ref, an address as a number and back.
/// </summary>
/// <remarks>
/// The new pointer is an alias of the same memory: it dies with it. One that is made of any other number points nobody knows where.
/// </remarks>
public sealed class DeriveInstruction(Site site, Place target, Operand source, Operand offset, Operand? length) : Instruction(site)
{
    /// <summary>Where the new pointer goes.</summary>
    public Place Target { get; } = target;

    /// <summary>The pointer that it is made from.</summary>
    public Operand Source { get; } = source;

    /// <summary>How far it is moved, in bytes.</summary>
    public Operand Offset { get; } = offset;

    /// <summary>The length of the new span in bytes, or <see langword="null"/> for all that is left.</summary>
    public Operand? Length { get; } = length;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = derive {Source} + {Offset}" + (Length is { } length ? $" length {length}" : "");
}
