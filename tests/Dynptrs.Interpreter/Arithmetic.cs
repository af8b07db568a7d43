using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>
/// What C# computes, written down a second time so that a mistake in the verifier's own arithmetic shows. Where C# throws at a
/// division, it is what BPF computes: a quotient of 0, the dividend as the remainder.
/// </summary>
internal static class Arithmetic
{
    public static long Apply(BinaryOperator @operator, long left, long right, ScalarType type)
    {
        if (@operator is BinaryOperator.Divide or BinaryOperator.Remainder)
            return Divide(@operator == BinaryOperator.Divide, left, right, type);
        return type switch
        {
            { Size: 8, IsSigned: true } => Apply64(@operator, left, right),
            { Size: 8 } => (long)ApplyUnsigned64(@operator, (ulong)left, (ulong)right),
            { Size: 4, IsSigned: true } or { Size: < 4 } => Cut(Apply32(@operator, (int)left, (int)right), type),
            _ => ApplyUnsigned32(@operator, (uint)left, (uint)right),
        };
    }

    public static long Apply(UnaryOperator @operator, long value, ScalarType type) => @operator switch
    {
        UnaryOperator.Not => value == 0 ? 1 : 0,
        UnaryOperator.Negate => Cut(unchecked(-value), type),
        _ => Cut(~value, type),
    };

    /// <summary>Cuts a number to a type and extends it again.</summary>
    public static long Cut(long value, ScalarType type)
    {
        if (type == ScalarType.Bool)
            return value & 0xff;
        var unused = 64 - (8 * type.Size);
        return type.IsSigned ? value << unused >> unused : value << unused >>> unused;
    }

    private static long Divide(bool isQuotient, long left, long right, ScalarType type)
    {
        if (right == 0)
            return isQuotient ? 0 : left;
        if (type.IsSigned)
        {
            if (right == -1 && left == (type.Size == 8 ? long.MinValue : int.MinValue))
                return isQuotient ? left : 0;
            return Cut(isQuotient ? left / right : left % right, type);
        }

        return (long)(isQuotient ? (ulong)left / (ulong)right : (ulong)left % (ulong)right);
    }

    private static long Apply64(BinaryOperator @operator, long left, long right) => @operator switch
    {
        BinaryOperator.Add => unchecked(left + right),
        BinaryOperator.Subtract => unchecked(left - right),
        BinaryOperator.Multiply => unchecked(left * right),
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        BinaryOperator.Xor => left ^ right,
        BinaryOperator.ShiftLeft => left << (int)right,
        BinaryOperator.ShiftRight => left >> (int)right,
        BinaryOperator.UnsignedShiftRight => left >>> (int)right,
        _ => Compare(@operator, left.CompareTo(right)),
    };

    private static ulong ApplyUnsigned64(BinaryOperator @operator, ulong left, ulong right) => @operator switch
    {
        BinaryOperator.Add => unchecked(left + right),
        BinaryOperator.Subtract => unchecked(left - right),
        BinaryOperator.Multiply => unchecked(left * right),
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        BinaryOperator.Xor => left ^ right,
        BinaryOperator.ShiftLeft => left << (int)right,
        BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight => left >> (int)right,
        _ => (ulong)Compare(@operator, left.CompareTo(right)),
    };

    private static long Apply32(BinaryOperator @operator, int left, int right) => @operator switch
    {
        BinaryOperator.Add => unchecked(left + right),
        BinaryOperator.Subtract => unchecked(left - right),
        BinaryOperator.Multiply => unchecked(left * right),
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        BinaryOperator.Xor => left ^ right,
        BinaryOperator.ShiftLeft => left << right,
        BinaryOperator.ShiftRight => left >> right,
        BinaryOperator.UnsignedShiftRight => left >>> right,
        _ => Compare(@operator, left.CompareTo(right)),
    };

    private static long ApplyUnsigned32(BinaryOperator @operator, uint left, uint right) => @operator switch
    {
        BinaryOperator.Add => unchecked(left + right),
        BinaryOperator.Subtract => unchecked(left - right),
        BinaryOperator.Multiply => unchecked(left * right),
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        BinaryOperator.Xor => left ^ right,
        BinaryOperator.ShiftLeft => left << (int)right,
        BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight => left >> (int)right,
        _ => Compare(@operator, left.CompareTo(right)),
    };

    private static long Compare(BinaryOperator @operator, int order) => @operator switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    } ? 1 : 0;
}
