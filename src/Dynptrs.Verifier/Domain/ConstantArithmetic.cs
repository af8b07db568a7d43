using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Domain;

/// <summary>Arithmetic on two known numbers, as the machine does it.</summary>
internal static class ConstantArithmetic
{
    /// <summary>The result, or <see langword="null"/> for a comparison.</summary>
    /// <remarks>
    /// Where C# throws at a division, it is what BPF computes: a quotient of 0, the dividend as the remainder; and no overflow.
    /// </remarks>
    public static long? TryApply(BinaryOperator @operator, long left, long right, ScalarType type)
    {
        var count = (int)right & (type.Size == 8 ? 63 : 31);
        long? result = @operator switch
        {
            BinaryOperator.Add => unchecked(left + right),
            BinaryOperator.Subtract => unchecked(left - right),
            BinaryOperator.Multiply => unchecked(left * right),
            BinaryOperator.And => left & right,
            BinaryOperator.Or => left | right,
            BinaryOperator.Xor => left ^ right,
            BinaryOperator.ShiftLeft => left << count,
            BinaryOperator.ShiftRight when type.IsSigned => left >> count,
            BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight => unchecked((long)(Unsigned(left, type) >> count)),
            BinaryOperator.Divide when right == 0 => 0,
            BinaryOperator.Remainder when right == 0 => left,
            BinaryOperator.Divide when right == -1 && type.IsSigned => unchecked(-left),
            BinaryOperator.Remainder when right == -1 && type.IsSigned => 0,
            BinaryOperator.Divide => type.IsSigned ? left / right : unchecked((long)((ulong)left / (ulong)right)),
            BinaryOperator.Remainder => type.IsSigned ? left % right : unchecked((long)((ulong)left % (ulong)right)),
            _ => null,
        };
        return result is { } value ? ScalarArithmetic.Truncate(value, type) : null;
    }

    private static ulong Unsigned(long value, ScalarType type) =>
        type.Size == 8 ? unchecked((ulong)value) : unchecked((ulong)value) & ((1UL << (8 * type.Size)) - 1);
}
