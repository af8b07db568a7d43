using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>A test: of a view against null, or of a number against a constant or another number.</summary>
internal abstract record Condition
{
    public sealed record IsNull(int View) : Condition;

    public sealed record Compare(int Left, BinaryOperator Operator, Size Right) : Condition;

    /// <summary>Whether some bits of a number are all clear.</summary>
    public sealed record Bits(int Number, long Mask) : Condition;
}
