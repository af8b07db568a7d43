namespace Dynptrs.Verifier.IR;

/// <summary>Reads or writes all of the memory of a span at once.</summary>
public sealed class MemoryBlockInstruction(Site site, Place? target, MemoryBlockOperator @operator, Operand destination, Operand operand)
    : Instruction(site)
{
    /// <summary>Where the answer of a comparison goes, a bool.</summary>
    public Place? Target { get; } = target;

    /// <summary>What is done.</summary>
    public MemoryBlockOperator Operator { get; } = @operator;

    /// <summary>The span that is written, or compared.</summary>
    public Operand Destination { get; } = destination;

    /// <summary>The span that is read, or the element that fills the destination.</summary>
    public Operand Operand { get; } = operand;

    /// <inheritdoc/>
    public override string ToString() => (Target is { } target ? $"{target} = " : "") + $"{Operator} {Destination}, {Operand}";
}
