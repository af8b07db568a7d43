namespace Dynptrs.Verifier.IR;

/// <summary>What follows from a <see cref="BinaryOperator"/>.</summary>
public static class BinaryOperatorExtensions
{
    /// <summary>Whether the result is whether something holds of two numbers.</summary>
    /// <param name="operator">The operator.</param>
    public static bool IsComparison(this BinaryOperator @operator) =>
        @operator is BinaryOperator.Equal or BinaryOperator.NotEqual
            or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;
}
