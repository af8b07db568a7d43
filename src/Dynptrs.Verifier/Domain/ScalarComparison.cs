using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>Comparisons of sets of numbers: what they say, and what is learned from them.</summary>
/// <remarks>Follows <c>is_branch_taken</c> and <c>reg_set_min_max</c>.</remarks>
internal static class ScalarComparison
{
    /// <summary>The outcome, or <see langword="null"/> where both are possible.</summary>
    public static bool? Decide(BinaryOperator @operator, in Scalar left, in Scalar right, bool isSigned) => @operator switch
    {
        BinaryOperator.Equal => AreEqual(left, right),
        BinaryOperator.NotEqual => !AreEqual(left, right),
        BinaryOperator.Less => IsLess(left, right, isSigned),
        BinaryOperator.GreaterOrEqual => !IsLess(left, right, isSigned),
        BinaryOperator.Greater => IsLess(right, left, isSigned),
        _ => !IsLess(right, left, isSigned),
    };

    /// <summary>What both sides may be when the comparison has the given outcome; an empty set where it cannot.</summary>
    public static (Scalar Left, Scalar Right) Assume(BinaryOperator @operator, bool outcome, in Scalar left, in Scalar right, bool isSigned)
    {
        switch (outcome ? @operator : Negate(@operator))
        {
            case BinaryOperator.Equal:
                var both = left.Meet(right);
                return (both, both);
            case BinaryOperator.NotEqual:
                return (Exclude(left, right), Exclude(right, left));
            case BinaryOperator.Less:
                return Less(left, right, isSigned, strictly: 1);
            case BinaryOperator.LessOrEqual:
                return Less(left, right, isSigned, strictly: 0);
            case BinaryOperator.Greater:
                var (smaller, greater) = Less(right, left, isSigned, strictly: 1);
                return (greater, smaller);
            default:
                (smaller, greater) = Less(right, left, isSigned, strictly: 0);
                return (greater, smaller);
        }
    }

    public static BinaryOperator Negate(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        _ => BinaryOperator.Less,
    };

    private static bool? AreEqual(in Scalar left, in Scalar right)
    {
        if (left.IsConstant && right.IsConstant)
            return left.SignedMin == right.SignedMin;
        return left.Meet(right).IsEmpty ? false : null;
    }

    private static bool? IsLess(in Scalar left, in Scalar right, bool isSigned)
    {
        if (isSigned ? left.SignedMax < right.SignedMin : left.UnsignedMax < right.UnsignedMin)
            return true;
        return (isSigned ? left.SignedMin >= right.SignedMax : left.UnsignedMin >= right.UnsignedMax) ? false : null;
    }

    private static (Scalar Left, Scalar Right) Less(in Scalar left, in Scalar right, bool isSigned, int strictly)
    {
        if (isSigned)
        {
            if (strictly == 1 && (right.SignedMax == long.MinValue || left.SignedMin == long.MaxValue))
                return (Scalar.Empty, Scalar.Empty);
            return (
                left.Meet(Scalar.Signed(long.MinValue, right.SignedMax - strictly)),
                right.Meet(Scalar.Signed(left.SignedMin + strictly, long.MaxValue)));
        }

        if (strictly == 1 && (right.UnsignedMax == ulong.MinValue || left.UnsignedMin == ulong.MaxValue))
            return (Scalar.Empty, Scalar.Empty);
        return (
            left.Meet(Scalar.Unsigned(0, right.UnsignedMax - (ulong)strictly)),
            right.Meet(Scalar.Unsigned(left.UnsignedMin + (ulong)strictly, ulong.MaxValue)));
    }

    /// <summary>Only a bound can be excluded: a hole in the middle cannot be expressed, here or in the kernel.</summary>
    private static Scalar Exclude(in Scalar from, in Scalar excluded)
    {
        if (!excluded.IsConstant)
            return from;
        var (value, pattern) = (excluded.SignedMin, excluded.UnsignedMin);
        if (from.IsConstant)
            return from.SignedMin == value ? Scalar.Empty : from;
        var full = new Bounds(
            from.SignedMin == value ? value + 1 : from.SignedMin,
            from.SignedMax == value ? value - 1 : from.SignedMax,
            from.UnsignedMin == pattern ? pattern + 1 : from.UnsignedMin,
            from.UnsignedMax == pattern ? pattern - 1 : from.UnsignedMax);
        return full == from.Full ? from : new Scalar(full, from.Low, from.Bits).Normalized();
    }

    /// <summary>The comparison of the same numbers the other way round.</summary>
    public static BinaryOperator Swap(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => @operator,
    };
}
