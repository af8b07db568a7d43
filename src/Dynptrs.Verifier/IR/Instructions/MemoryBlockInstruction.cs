namespace Dynptrs.Verifier.IR;

/// <summary>Reads or writes all of the memory of a span at once.</summary>
public sealed class MemoryBlockInstruction(Site site, Place? target, MemoryBlockOperator @operator, Operand destination, Operand operand)
    : Instruction(site)
{
    /// <summary>Where the answer of a comparison goes, a bool, or that of a search, a 32-bit integer.</summary>
    public Place? Target { get; } = target;

    /// <summary>What is done.</summary>
    public MemoryBlockOperator Operator { get; } = @operator;

    /// <summary>The span that is written, compared or searched.</summary>
    public Operand Destination { get; } = destination;

    /// <summary>The span that is read, or the element that fills the destination or is searched there.</summary>
    public Operand Operand { get; } = operand;

    /// <summary>Where the operand stands in the source.</summary>
    public Site OperandSite { get; init; } = site;

    /// <inheritdoc/>
    public override string ToString() => (Target is { } target ? $"{target} = " : "") + $"{Operator} {Destination}, {Operand}";
}
