using System.Numerics;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>Which numbers of a function a compiler sees to be small: those that masks, a remainder or shifts have made so, and sums of them.</summary>
/// <param name="function">The function.</param>
internal sealed class SmallNumbers(FunctionInstance function)
{
    // What is written once in a loop may be made of itself.
    private const int MaxDepth = 16;

    /// <summary>Whether a number is evidently not negative and below a power of two; a constant is not meant.</summary>
    public bool IsBelow(Operand operand, long limit) => !IsConstant(operand, MaxDepth) && Bits(operand, MaxDepth) < (ulong)limit;

    private bool IsConstant(Operand operand, int depth) => Maker(operand) switch
    {
        AssignInstruction assign when depth > 0 => IsConstant(assign.Source, depth - 1),
        ConvertInstruction convert when depth > 0 => IsConstant(convert.Source, depth - 1),
        _ => operand.Kind == OperandKind.Constant,
    };

    /// <summary>The bits that may be set.</summary>
    private ulong Bits(Operand operand, int depth)
    {
        if (operand.Kind == OperandKind.Constant)
            return (ulong)operand.Value;
        if (depth-- == 0)
            return ulong.MaxValue;
        return Maker(operand) switch
        {
            AssignInstruction assign => Bits(assign.Source, depth),
            ConvertInstruction { To: var to } convert =>
                Bits(convert.Source, depth) is var bits && bits >> ((8 * to.Size) - 1) == 0 ? bits : ulong.MaxValue,
            BinaryInstruction { Operator: BinaryOperator.And } mask => Bits(mask.Left, depth) & Bits(mask.Right, depth),
            BinaryInstruction { Operator: BinaryOperator.Or or BinaryOperator.Xor } both => Bits(both.Left, depth) | Bits(both.Right, depth),
            BinaryInstruction { Operator: BinaryOperator.Remainder, Right: { Kind: OperandKind.Constant, Value: > 0 and var divisor } } =>
                BitOperations.RoundUpToPowerOf2((ulong)divisor) - 1,
            BinaryInstruction { Operator: BinaryOperator.Add } sum => Sum(Bits(sum.Left, depth), Bits(sum.Right, depth)),
            BinaryInstruction { Right: { Kind: OperandKind.Constant, Value: var shift } } down when IsUnsignedShift(down) =>
                (Bits(down.Left, depth) & (ulong.MaxValue >> (64 - (8 * down.Type.Size)))) >> (int)shift,
            _ => ulong.MaxValue,
        };
    }

    /// <summary>The bits that may be set in a sum: all up to the highest of the greatest one.</summary>
    private static ulong Sum(ulong left, ulong right) =>
        left > int.MaxValue || right > int.MaxValue ? ulong.MaxValue : BitOperations.RoundUpToPowerOf2(left + right + 1) - 1;

    /// <summary>The instruction that gives an operand its value, if one alone does.</summary>
    private Instruction? Maker(Operand operand) =>
        NumberMakers.Local(operand) is { } local
        && function.Uses.IsWrittenOnce(local)
        && function.Makers.Writes(local) is [var maker]
            ? maker
            : null;

    private static bool IsUnsignedShift(BinaryInstruction binary) => binary.Operator == BinaryOperator.UnsignedShiftRight
        || binary is { Operator: BinaryOperator.ShiftRight, Type: ScalarType { IsSigned: false } };
}
