namespace Dynptrs.Verifier.IR;

/// <summary>What a <see cref="BinaryInstruction"/> computes. Results wrap to the width of the type.</summary>
public enum BinaryOperator
{
    /// <summary>Addition.</summary>
    Add,

    /// <summary>Subtraction.</summary>
    Subtract,

    /// <summary>Multiplication.</summary>
    Multiply,

    /// <summary>Division, signed or unsigned.</summary>
    Divide,

    /// <summary>Remainder, signed or unsigned.</summary>
    Remainder,

    /// <summary>Bitwise and.</summary>
    And,

    /// <summary>Bitwise or.</summary>
    Or,

    /// <summary>Bitwise exclusive or.</summary>
    Xor,

    /// <summary>Shift to the left.</summary>
    ShiftLeft,

    /// <summary>Shift to the right, arithmetic for signed types.</summary>
    ShiftRight,

    /// <summary>Shift to the right that brings in zeros.</summary>
    UnsignedShiftRight,

    /// <summary>Comparison for equality.</summary>
    Equal,

    /// <summary>Comparison for inequality.</summary>
    NotEqual,

    /// <summary>Comparison, signed or unsigned.</summary>
    Less,

    /// <summary>Comparison, signed or unsigned.</summary>
    LessOrEqual,

    /// <summary>Comparison, signed or unsigned.</summary>
    Greater,

    /// <summary>Comparison, signed or unsigned.</summary>
    GreaterOrEqual,
}
