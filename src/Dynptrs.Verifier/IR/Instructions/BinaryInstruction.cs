namespace Dynptrs.Verifier.IR;

/// <summary>An arithmetic operation or a comparison of two numbers, or of two handles.</summary>
public sealed class BinaryInstruction(Site site, Place target, BinaryOperator @operator, Operand left, Operand right, IrType type)
    : Instruction(site)
{
    /// <summary>Where the result goes; a comparison gives a bool.</summary>
    public Place Target { get; } = target;

    /// <summary>The operation.</summary>
    public BinaryOperator Operator { get; } = @operator;

    /// <summary>The left operand.</summary>
    public Operand Left { get; } = left;

    /// <summary>The right operand.</summary>
    public Operand Right { get; } = right;

    /// <summary>The type of the left operand, which gives width and signedness.</summary>
    public IrType Type { get; } = type;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = {Left} {Operator}.{Type} {Right}";
}
