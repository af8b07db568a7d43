using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>A comparison of two numbers.</summary>
internal sealed class CompareOutcome(BinaryOperator @operator, NumberValue left, NumberValue right, bool isSigned) : Outcome
{
    public BinaryOperator Operator { get; } = @operator;

    public NumberValue Left { get; } = left;

    public NumberValue Right { get; } = right;

    public bool IsSigned { get; } = isSigned;
}
