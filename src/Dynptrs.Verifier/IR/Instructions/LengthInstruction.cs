namespace Dynptrs.Verifier.IR;

/// <summary>Reads the length of a span or an array.</summary>
public sealed class LengthInstruction(Site site, Place target, Operand source, int stride) : Instruction(site)
{
    /// <summary>Where the number of elements goes, a signed 32-bit integer.</summary>
    public Place Target { get; } = target;

    /// <summary>The span or array.</summary>
    public Operand Source { get; } = source;

    /// <summary>The size of an element in bytes, or -1.</summary>
    public int Stride { get; } = stride;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = length {Source} / {Stride}";
}
