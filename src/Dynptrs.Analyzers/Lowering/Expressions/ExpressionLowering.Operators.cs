using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Unary and binary operators.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerBinary(IBinaryOperation binary, Place? into)
    {
        if (binary.OperatorMethod is { } method && method.MethodKind == MethodKind.UserDefinedOperator)
        {
            var first = new Argument(
                StableValue(binary.LeftOperand, HasEffects(binary.RightOperand)),
                ArgumentPassing.Value,
                At(binary.LeftOperand));
            return Call(method, At(binary), [first, PassByValue(binary.RightOperand)], into) ?? Operand.Null(HandleType.Instance);
        }

        _emit.RefuseChecked(binary.IsChecked, binary);
        var left = StableValue(binary.LeftOperand, HasEffects(binary.RightOperand));
        var right = Value(binary.RightOperand);
        if (binary.IsLifted || OperatorOf(binary.OperatorKind) is not { } @operator)
            return LowerOpaqueArithmetic(binary, left, right, into);
        if (left.Type == ScalarType.Bool && right.Type == ScalarType.Bool && Emitter.IsLogical(binary.OperatorKind))
            return _emit.DecideLogical(binary.OperatorKind, left, right, binary);
        if (left.Type is ScalarType type && right.Type is ScalarType)
            return _emit.Compute(@operator, left, right, type, binary, into);
        if (_emit.OffsetPointer(binary.OperatorKind, left, right, binary) is { } pointer)
            return pointer;
        if (_emit.SubtractPointers(binary.OperatorKind, left, right, binary, into) is { } distance)
            return distance;
        var isComparison = @operator is BinaryOperator.Equal or BinaryOperator.NotEqual;
        var isOrder = @operator >= BinaryOperator.Less && left.Type is PointerType && right.Type is PointerType;
        if ((isComparison || isOrder)
            && left.Type is HandleType or PointerType
            && right.Type is HandleType or PointerType
            && binary.OperatorMethod is null)
        {
            var target = _emit.ChooseTarget(into, ScalarType.Bool, binary);
            _builder.Emit(new BinaryInstruction(At(binary), target, @operator, left, right, left.Type));
            return Operand.Move(target);
        }

        return LowerOpaqueArithmetic(binary, left, right, into);
    }

    private Operand LowerOpaqueArithmetic(IBinaryOperation binary, Operand left, Operand right, Place? into)
    {
        var (reason, description) = NoCounterpart.OfArithmetic(binary.LeftOperand.Type, binary.RightOperand.Type, binary.IsLifted);
        return _emit.MakeOpaque(binary, into, reason, description, left, right);
    }

    private static BinaryOperator? OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryOperator.Add,
        BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
        BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
        BinaryOperatorKind.Divide => BinaryOperator.Divide,
        BinaryOperatorKind.Remainder => BinaryOperator.Remainder,
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => BinaryOperator.And,
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => BinaryOperator.Or,
        BinaryOperatorKind.ExclusiveOr => BinaryOperator.Xor,
        BinaryOperatorKind.LeftShift => BinaryOperator.ShiftLeft,
        BinaryOperatorKind.RightShift => BinaryOperator.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => BinaryOperator.UnsignedShiftRight,
        BinaryOperatorKind.Equals => BinaryOperator.Equal,
        BinaryOperatorKind.NotEquals => BinaryOperator.NotEqual,
        BinaryOperatorKind.LessThan => BinaryOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    private Operand LowerUnary(IUnaryOperation unary, Place? into)
    {
        if (unary.OperatorMethod is { MethodKind: MethodKind.UserDefinedOperator } method)
            return Call(method, At(unary), [PassByValue(unary.Operand)], into) ?? Operand.Null(HandleType.Instance);
        _emit.RefuseChecked(unary.IsChecked, unary);
        var operand = Value(unary.Operand);
        if (unary.IsLifted || operand.Type is not ScalarType type || (unary.OperatorMethod is not null))
        {
            var (reason, description) = NoCounterpart.OfArithmetic(unary.Operand.Type, null, unary.IsLifted);
            return _emit.MakeOpaque(unary, into, reason, description, operand);
        }

        UnaryOperator @operator;
        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Plus or UnaryOperatorKind.True:
                return operand;
            case UnaryOperatorKind.Minus:
                @operator = UnaryOperator.Negate;
                break;
            case UnaryOperatorKind.BitwiseNegation:
                @operator = UnaryOperator.Complement;
                break;
            case UnaryOperatorKind.Not or UnaryOperatorKind.False:
                @operator = UnaryOperator.Not;
                break;
            default:
                return _emit.MakeOpaque(unary, into, OpaqueReason.Other, "an index from the end", operand);
        }

        var target = _emit.ChooseTarget(into, type, unary);
        _builder.Emit(new UnaryInstruction(At(unary), target, @operator, operand, type));
        return Operand.Move(target);
    }
}
