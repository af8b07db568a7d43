using System.Numerics;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>Which numbers of a function a compiler sees to be small: those that a mask, a remainder or a shift has made so.</summary>
/// <param name="function">The function.</param>
internal sealed class SmallNumbers(FunctionInstance function)
{
    /// <summary>Whether a number is evidently not negative and below a limit; a constant is not meant.</summary>
    public bool IsBelow(Operand operand, long limit) =>
        NumberMakers.Local(operand) is { } local
        && function.Uses.IsWrittenOnce(local)
        && function.Makers.Writes(local) is [var maker]
        && maker switch
        {
            AssignInstruction assign => IsBelow(assign.Source, limit),
            ConvertInstruction convert => IsBelow(convert.Source, limit),
            BinaryInstruction { Operator: BinaryOperator.And } mask => IsMask(mask.Left, limit) || IsMask(mask.Right, limit),
            BinaryInstruction { Operator: BinaryOperator.Remainder, Right: { Kind: OperandKind.Constant, Value: var divisor } } =>
                divisor > 0 && divisor <= limit,
            BinaryInstruction { Right: { Kind: OperandKind.Constant, Value: var shift } } down when IsUnsignedShift(down) =>
                (8 * down.Type.Size) - shift <= BitOperations.Log2((ulong)limit),
            _ => false,
        };

    private static bool IsUnsignedShift(BinaryInstruction binary) => binary.Operator == BinaryOperator.UnsignedShiftRight
        || binary is { Operator: BinaryOperator.ShiftRight, Type: ScalarType { IsSigned: false } };

    private static bool IsMask(Operand operand, long limit) =>
        operand.Kind == OperandKind.Constant && operand.Value >= 0 && operand.Value < limit;
}
