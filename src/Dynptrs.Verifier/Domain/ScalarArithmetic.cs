using System;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>Arithmetic on sets of numbers: the result holds every result that two members can give.</summary>
internal static class ScalarArithmetic
{
    /// <summary>Cuts a pattern to a type and extends it again.</summary>
    public static long Truncate(long value, ScalarType type) => (type.Size, type.IsSigned) switch
    {
        (1, true) => unchecked((sbyte)value),
        (1, false) => unchecked((byte)value),
        (2, true) => unchecked((short)value),
        (2, false) => unchecked((ushort)value),
        (4, true) => unchecked((int)value),
        (4, false) => unchecked((uint)value),
        _ => value,
    };

    /// <summary>The result of an operation that is not a comparison.</summary>
    public static Scalar Apply(BinaryOperator @operator, in Scalar left, in Scalar right, ScalarType type)
    {
        if (left.IsConstant && right.IsConstant && ConstantArithmetic.TryApply(@operator, left.SignedMin, right.SignedMin, type) is { } value)
            return Scalar.Constant(value);
        var result = @operator switch
        {
            BinaryOperator.Add => Add(left, right),
            BinaryOperator.Subtract => Subtract(left, right),
            BinaryOperator.Multiply => Multiply(left, right),
            BinaryOperator.And => And(left, right),
            BinaryOperator.Or or BinaryOperator.Xor => Or(left, right, @operator == BinaryOperator.Or),
            BinaryOperator.ShiftLeft when right.IsConstant => ShiftLeft(left, Count(right, type)),
            BinaryOperator.ShiftRight when right.IsConstant => ShiftRight(left, Count(right, type), type.IsSigned),
            BinaryOperator.UnsignedShiftRight when right.IsConstant && left.SignedMin >= 0 => ShiftRight(left, Count(right, type), isSigned: false),
            BinaryOperator.Divide when left.SignedMin >= 0 && right.SignedMin > 0 => Scalar.Signed(left.SignedMin / right.SignedMax, left.SignedMax / right.SignedMin),
            BinaryOperator.Remainder when left.SignedMin >= 0 && right.SignedMin > 0 => Scalar.Signed(0, Math.Min(left.SignedMax, right.SignedMax - 1)),
            _ => Scalar.All,
        };
        return result.Fit(type);
    }

    public static Scalar Apply(UnaryOperator @operator, in Scalar source, ScalarType type)
    {
        var result = @operator switch
        {
            UnaryOperator.Negate => Subtract(Scalar.Constant(0), source),
            UnaryOperator.Complement => Scalar.Signed(~source.SignedMax, ~source.SignedMin),
            _ => Subtract(Scalar.Constant(1), source),
        };
        return result.Fit(type);
    }

    private static Scalar Add(in Scalar left, in Scalar right)
    {
        var signed = (Min: unchecked(left.SignedMin + right.SignedMin), Max: unchecked(left.SignedMax + right.SignedMax));
        if (AddOverflows(left.SignedMin, right.SignedMin) || AddOverflows(left.SignedMax, right.SignedMax))
            signed = (long.MinValue, long.MaxValue);
        var unsigned = (Min: unchecked(left.UnsignedMin + right.UnsignedMin), Max: unchecked(left.UnsignedMax + right.UnsignedMax));
        if (unsigned.Max < left.UnsignedMax)
            unsigned = (ulong.MinValue, ulong.MaxValue);
        return new Scalar(signed.Min, signed.Max, unsigned.Min, unsigned.Max).Normalized();
    }

    private static Scalar Subtract(in Scalar left, in Scalar right)
    {
        var signed = (Min: unchecked(left.SignedMin - right.SignedMax), Max: unchecked(left.SignedMax - right.SignedMin));
        if (SubtractOverflows(left.SignedMin, right.SignedMax) || SubtractOverflows(left.SignedMax, right.SignedMin))
            signed = (long.MinValue, long.MaxValue);
        var unsigned = left.UnsignedMin < right.UnsignedMax
            ? (Min: ulong.MinValue, Max: ulong.MaxValue)
            : (Min: left.UnsignedMin - right.UnsignedMax, Max: left.UnsignedMax - right.UnsignedMin);
        return new Scalar(signed.Min, signed.Max, unsigned.Min, unsigned.Max).Normalized();
    }

    private static Scalar Multiply(in Scalar left, in Scalar right)
    {
        if (left.SignedMin < 0 || right.SignedMin < 0)
            return Scalar.All;
        return right.SignedMax != 0 && left.SignedMax > long.MaxValue / right.SignedMax
            ? Scalar.All
            : Scalar.Signed(left.SignedMin * right.SignedMin, left.SignedMax * right.SignedMax);
    }

    private static Scalar And(in Scalar left, in Scalar right) =>
        left.SignedMin < 0 && right.SignedMin < 0 ? Scalar.All : Scalar.Unsigned(0, Math.Min(left.UnsignedMax, right.UnsignedMax));

    private static Scalar Or(in Scalar left, in Scalar right, bool keepsBits)
    {
        if (left.SignedMin < 0 || right.SignedMin < 0)
            return Scalar.All;
        var ones = left.UnsignedMax | right.UnsignedMax;
        for (var shift = 1; shift < 64; shift <<= 1)
            ones |= ones >> shift;
        return Scalar.Unsigned(keepsBits ? Math.Max(left.UnsignedMin, right.UnsignedMin) : 0, ones);
    }

    private static Scalar ShiftLeft(in Scalar left, int count) =>
        left.SignedMin < 0 || left.SignedMax > long.MaxValue >> count
            ? Scalar.All
            : Scalar.Signed(left.SignedMin << count, left.SignedMax << count);

    private static Scalar ShiftRight(in Scalar left, int count, bool isSigned) =>
        isSigned || left.SignedMin >= 0
            ? Scalar.Signed(left.SignedMin >> count, left.SignedMax >> count)
            : Scalar.Unsigned(left.UnsignedMin >> count, left.UnsignedMax >> count);

    private static int Count(in Scalar right, ScalarType type) => (int)right.SignedMin & (type.Size == 8 ? 63 : 31);

    private static bool AddOverflows(long left, long right) => ((left ^ unchecked(left + right)) & (right ^ unchecked(left + right))) < 0;

    private static bool SubtractOverflows(long left, long right) => ((left ^ right) & (left ^ unchecked(left - right))) < 0;
}
