namespace Dynptrs.Verifier.IR;

/// <summary>Goes to one of two blocks, as a bool says.</summary>
public sealed class BranchTerminator(Site site, Operand condition, int whenTrue, int whenFalse) : Terminator(site)
{
    /// <summary>The bool.</summary>
    public Operand Condition { get; } = condition;

    /// <summary>The block when it is true.</summary>
    public int WhenTrue { get; } = whenTrue;

    /// <summary>The block when it is false.</summary>
    public int WhenFalse { get; } = whenFalse;

    /// <inheritdoc/>
    public override string ToString() => $"if {Condition} goto b{WhenTrue} else b{WhenFalse}";
}
