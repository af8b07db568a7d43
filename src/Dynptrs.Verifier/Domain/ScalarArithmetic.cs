using System;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>Arithmetic on sets of numbers: the result holds every result that two members can give.</summary>
/// <remarks>
/// Follows <c>adjust_scalar_min_max_vals</c>: bounds, bounds of the low half and bits are computed apart, then told to one another.
/// </remarks>
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
        if (left.IsEmpty || right.IsEmpty)
            return Scalar.Empty;
        if (left.IsConstant
            && right.IsConstant
            && ConstantArithmetic.TryApply(@operator, left.SignedMin, right.SignedMin, type) is { } value)
        {
            return Scalar.Constant(value);
        }

        var result = @operator switch
        {
            BinaryOperator.Add => Add(left, right),
            BinaryOperator.Subtract => Subtract(left, right),
            BinaryOperator.Multiply => Multiply(left, right),
            BinaryOperator.And => And(left, right),
            BinaryOperator.Or => Or(left, right),
            BinaryOperator.Xor => Scalar.Of(left.Bits.Xor(right.Bits)),
            BinaryOperator.ShiftLeft when right.IsConstant => ShiftLeft(left, Count(right, type)),
            BinaryOperator.ShiftRight when right.IsConstant && type.IsSigned => ShiftRightSigned(left, Count(right, type)),
            BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight when right.IsConstant =>
                ShiftRight(left.Fit(Unsigned(type)), Count(right, type)),
            BinaryOperator.Divide => Divide(left, right, type),
            BinaryOperator.Remainder => Remainder(left, right, type),
            _ => Scalar.All,
        };
        return result.Fit(type);
    }

    public static Scalar Apply(UnaryOperator @operator, in Scalar source, ScalarType type)
    {
        if (source.IsEmpty)
            return Scalar.Empty;
        var result = @operator switch
        {
            UnaryOperator.Negate => Subtract(Scalar.Zero, source),
            UnaryOperator.Complement => Subtract(Scalar.Constant(-1), source),
            _ => Subtract(Scalar.Constant(1), source),
        };
        return result.Fit(type);
    }

    public static Scalar Add(in Scalar left, in Scalar right)
    {
        var (a, b) = (left.Full, right.Full);
        var full = Bounds.All;
        unchecked
        {
            // Where both ends wrap, or neither does, all between them do the same and stay in order.
            if (AddOverflow(a.SignedMin, b.SignedMin) == AddOverflow(a.SignedMax, b.SignedMax))
                full = full.MeetSigned(a.SignedMin + b.SignedMin, a.SignedMax + b.SignedMax);
            if ((a.UnsignedMin + b.UnsignedMin < a.UnsignedMin) == (a.UnsignedMax + b.UnsignedMax < a.UnsignedMax))
                full = full.MeetUnsigned(a.UnsignedMin + b.UnsignedMin, a.UnsignedMax + b.UnsignedMax);
            (a, b) = (left.Low, right.Low);
            var low = LowOf(a.SignedMin + b.SignedMin, a.SignedMax + b.SignedMax)
                .Meet(LowOf((long)(a.UnsignedMin + b.UnsignedMin), (long)(a.UnsignedMax + b.UnsignedMax)));
            return new Scalar(full, low, left.Bits.Add(right.Bits)).Normalized();
        }
    }

    public static Scalar Subtract(in Scalar left, in Scalar right)
    {
        var (a, b) = (left.Full, right.Full);
        var full = Bounds.All;
        unchecked
        {
            if (SubtractOverflow(a.SignedMin, b.SignedMax) == SubtractOverflow(a.SignedMax, b.SignedMin))
                full = full.MeetSigned(a.SignedMin - b.SignedMax, a.SignedMax - b.SignedMin);
            if ((a.UnsignedMin < b.UnsignedMax) == (a.UnsignedMax < b.UnsignedMin))
                full = full.MeetUnsigned(a.UnsignedMin - b.UnsignedMax, a.UnsignedMax - b.UnsignedMin);
            (a, b) = (left.Low, right.Low);
            var low = LowOf(a.SignedMin - b.SignedMax, a.SignedMax - b.SignedMin)
                .Meet(LowOf((long)a.UnsignedMin - (long)b.UnsignedMax, (long)a.UnsignedMax - (long)b.UnsignedMin));
            return new Scalar(full, low, left.Bits.Subtract(right.Bits)).Normalized();
        }
    }

    public static Scalar And(in Scalar left, in Scalar right)
    {
        // The bits below a power of two are what a cut to an unsigned type keeps: it knows when they keep their order.
        if (right.IsConstant && LowMask(right.UnsignedMin) is { } cut)
            return left.Fit(cut);
        return new Scalar(
            Bounds.All.MeetUnsigned(0, Math.Min(left.UnsignedMax, right.UnsignedMax)),
            Bounds.AllLow.MeetUnsigned(0, Math.Min(left.Low.UnsignedMax, right.Low.UnsignedMax)),
            left.Bits.And(right.Bits)).Normalized();
    }

    private static Scalar Or(in Scalar left, in Scalar right) => new Scalar(
        Bounds.All.MeetUnsigned(Math.Max(left.UnsignedMin, right.UnsignedMin), ulong.MaxValue),
        Bounds.AllLow.MeetUnsigned(Math.Max(left.Low.UnsignedMin, right.Low.UnsignedMin), uint.MaxValue),
        left.Bits.Or(right.Bits)).Normalized();

    private static Scalar Multiply(in Scalar left, in Scalar right)
    {
        var (a, b) = (left.Full, right.Full);
        var full = Bounds.All;
        if (a.UnsignedMax == 0 || b.UnsignedMax <= ulong.MaxValue / a.UnsignedMax)
            full = full.MeetUnsigned(a.UnsignedMin * b.UnsignedMin, a.UnsignedMax * b.UnsignedMax);
        if (TryMultiply(a.SignedMin, b.SignedMin) is { } w && TryMultiply(a.SignedMin, b.SignedMax) is { } x
            && TryMultiply(a.SignedMax, b.SignedMin) is { } y && TryMultiply(a.SignedMax, b.SignedMax) is { } z)
        {
            full = full.MeetSigned(Math.Min(Math.Min(w, x), Math.Min(y, z)), Math.Max(Math.Max(w, x), Math.Max(y, z)));
        }

        (a, b) = (left.Low, right.Low);
        (w, x, y, z) = (a.SignedMin * b.SignedMin, a.SignedMin * b.SignedMax, a.SignedMax * b.SignedMin, a.SignedMax * b.SignedMax);
        var low = LowOf(Math.Min(Math.Min(w, x), Math.Min(y, z)), Math.Max(Math.Max(w, x), Math.Max(y, z)));
        if (a.UnsignedMax == 0 || b.UnsignedMax <= uint.MaxValue / a.UnsignedMax)
            low = low.MeetUnsigned(a.UnsignedMin * b.UnsignedMin, a.UnsignedMax * b.UnsignedMax);
        return new Scalar(full, low, left.Bits.Multiply(right.Bits)).Normalized();
    }

    private static Scalar ShiftLeft(in Scalar left, int count)
    {
        var (a, full) = (left.Full, Bounds.All);
        if (a.SignedMin << count >> count == a.SignedMin && a.SignedMax << count >> count == a.SignedMax)
            full = full.MeetSigned(a.SignedMin << count, a.SignedMax << count);
        if (a.UnsignedMax << count >> count == a.UnsignedMax)
            full = full.MeetUnsigned(a.UnsignedMin << count, a.UnsignedMax << count);
        a = left.Low;
        var low = count > 31 ? Bounds.AllLow : LowOf(a.SignedMin << count, a.SignedMax << count);
        return new Scalar(full, low, left.Bits.ShiftLeft(count)).Normalized();
    }

    private static Scalar ShiftRight(in Scalar left, int count) =>
        new Scalar(
            Bounds.All.MeetUnsigned(left.UnsignedMin >> count, left.UnsignedMax >> count), Bounds.AllLow, left.Bits.ShiftRight(count))
            .Normalized();

    private static Scalar ShiftRightSigned(in Scalar left, int count) =>
        new Scalar(
            Bounds.All.MeetSigned(left.SignedMin >> count, left.SignedMax >> count), Bounds.AllLow, left.Bits.ShiftRightSigned(count))
            .Normalized();

    /// <summary>Only a divisor that cannot be zero tells something: the machine defines what C# throws for.</summary>
    private static Scalar Divide(in Scalar left, in Scalar right, ScalarType type)
    {
        if (!type.IsSigned)
        {
            return right.UnsignedMin == 0
                ? Scalar.All
                : Scalar.Unsigned(left.UnsignedMin / right.UnsignedMax, left.UnsignedMax / right.UnsignedMin);
        }

        if (right.SignedMin <= 0 && right.SignedMax >= -1)
            return right.SignedMin == -1 && right.SignedMax == -1 ? Subtract(Scalar.Zero, left) : Scalar.All;

        // With a divisor of one sign the extremes are at the corners.
        var (a, b) = (left.SignedMin / right.SignedMin, left.SignedMin / right.SignedMax);
        var (c, d) = (left.SignedMax / right.SignedMin, left.SignedMax / right.SignedMax);
        return Scalar.Signed(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    /// <summary>A remainder is smaller than the divisor, and no further from zero than the dividend, on its side.</summary>
    private static Scalar Remainder(in Scalar left, in Scalar right, ScalarType type)
    {
        if (!type.IsSigned)
        {
            if (right.UnsignedMin == 0)
                return Scalar.All;
            return left.UnsignedMax < right.UnsignedMin ? left : Scalar.Unsigned(0, Math.Min(left.UnsignedMax, right.UnsignedMax - 1));
        }

        if ((right.SignedMin <= 0 && right.SignedMax >= 0) || right.SignedMin == long.MinValue)
            return Scalar.All;
        var (nearest, farthest) = right.SignedMin > 0 ? (right.SignedMin, right.SignedMax) : (-right.SignedMax, -right.SignedMin);
        return left.SignedMin > -nearest && left.SignedMax < nearest
            ? left
            : Scalar.Signed(Math.Max(Math.Min(left.SignedMin, 0), 1 - farthest), Math.Min(Math.Max(left.SignedMax, 0), farthest - 1));
    }

    /// <summary>The low halves of a range that is narrower than 2^32.</summary>
    private static Bounds LowOf(long min, long max)
    {
        unchecked
        {
            var low = Bounds.AllLow;
            if ((ulong)(max - min) > uint.MaxValue)
                return low;
            if ((int)min <= (int)max)
                low = low.MeetSigned((int)min, (int)max);
            return (uint)min <= (uint)max ? low.MeetUnsigned((uint)min, (uint)max) : low;
        }
    }

    /// <summary>The unsigned type that keeps just these bits.</summary>
    private static ScalarType? LowMask(ulong mask) => mask switch
    {
        byte.MaxValue => ScalarType.U8,
        ushort.MaxValue => ScalarType.U16,
        uint.MaxValue => ScalarType.U32,
        _ => null,
    };

    private static ScalarType Unsigned(ScalarType type) => type.Size switch
    {
        1 => ScalarType.U8,
        2 => ScalarType.U16,
        4 => ScalarType.U32,
        _ => ScalarType.U64,
    };

    private static int Count(in Scalar right, ScalarType type) => (int)right.SignedMin & (type.Size == 8 ? 63 : 31);

    private static long? TryMultiply(long left, long right)
    {
        var product = unchecked(left * right);
        if (left == 0)
            return product;
        var isExact = (left != -1 || right != long.MinValue) && product / left == right;
        return isExact ? product : null;
    }

    /// <summary>Whether a sum wraps, and to which side.</summary>
    private static int AddOverflow(long left, long right) =>
        ((left ^ unchecked(left + right)) & (right ^ unchecked(left + right))) >= 0 ? 0 : left < 0 ? -1 : 1;

    private static int SubtractOverflow(long left, long right) =>
        ((left ^ right) & (left ^ unchecked(left - right))) >= 0 ? 0 : left < 0 ? -1 : 1;
}
