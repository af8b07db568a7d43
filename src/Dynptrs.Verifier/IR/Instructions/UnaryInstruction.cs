namespace Dynptrs.Verifier.IR;

/// <summary>An operation on one number.</summary>
public sealed class UnaryInstruction(Site site, Place target, UnaryOperator @operator, Operand source, ScalarType type)
    : Instruction(site)
{
    /// <summary>Where the result goes.</summary>
    public Place Target { get; } = target;

    /// <summary>The operation.</summary>
    public UnaryOperator Operator { get; } = @operator;

    /// <summary>The operand.</summary>
    public Operand Source { get; } = source;

    /// <summary>The type of operand and result.</summary>
    public ScalarType Type { get; } = type;

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = {Operator}.{Type} {Source}";
}
