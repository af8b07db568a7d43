namespace Dynptrs.Verifier.IR;

/// <summary>What an <see cref="Operand"/> is.</summary>
public enum OperandKind
{
    /// <summary>A constant number.</summary>
    Constant,

    /// <summary>A null reference, a null pointer, or an empty span.</summary>
    Null,

    /// <summary>The value of a place.</summary>
    Copy,

    /// <summary>The value of a temporary that is not used again.</summary>
    Move,
}
