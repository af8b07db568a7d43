using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>
/// A test: of a view or handle against null, of a number against a constant or another number, or a bool that was computed before.
/// </summary>
internal abstract record Condition
{
    public sealed record IsNull(int View) : Condition;

    public sealed record IsNullHandle(int Handle) : Condition;

    public sealed record Compare(int Left, BinaryOperator Operator, Size Right) : Condition;

    /// <summary>Whether some bits of a number are all clear.</summary>
    public sealed record Bits(int Number, long Mask) : Condition;

    public sealed record Flag(int Index, bool IsNegated) : Condition;
}
