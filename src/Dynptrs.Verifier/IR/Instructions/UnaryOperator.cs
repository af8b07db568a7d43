namespace Dynptrs.Verifier.IR;

/// <summary>What a <see cref="UnaryInstruction"/> computes.</summary>
public enum UnaryOperator
{
    /// <summary>The negative.</summary>
    Negate,

    /// <summary>The bitwise complement.</summary>
    Complement,

    /// <summary>The logical negation of a bool.</summary>
    Not,
}
