using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Analyzers.Lowering.Types;
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
        if (CalledOperator(binary.OperatorMethod, binary.ConstrainedToType) is { } callee)
        {
            var first = new Argument(
                StableValue(binary.LeftOperand, HasEffects(binary.RightOperand)),
                ArgumentPassing.Value,
                At(binary.LeftOperand));
            return Call(callee, At(binary), [first, PassByValue(binary.RightOperand)], into) ?? Operand.Null(HandleType.Instance);
        }

        if (_scope.IsProgramCode && IsSameSpan(binary.OperatorMethod) && OperatorOf(binary.OperatorKind) is { } identity)
        {
            var first = Identity(binary.LeftOperand);
            first = HasEffects(binary.RightOperand) ? _emit.Spill(first, binary.LeftOperand) : first;
            return _emit.ComparePointers(identity, first, Identity(binary.RightOperand), binary, into);
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
        if (@operator.IsComparison() && left.Type is ViewType { IsPointer: true } && right.Type is ViewType { IsPointer: true })
            return _emit.ComparePointers(@operator, left, right, binary, into);
        var isOrder = @operator >= BinaryOperator.Less && left.Type is PointerType && right.Type is PointerType;
        if ((isComparison || isOrder)
            && left.Type is HandleType or PointerType
            && right.Type is HandleType or PointerType
            && (binary.OperatorMethod is null || IsSameSpan(binary.OperatorMethod)))
        {
            return _emit.ComparePointers(@operator, left, right, binary, into);
        }

        return LowerOpaqueArithmetic(binary, left, right, into);
    }

    /// <summary>
    /// The method that an operator calls; none where it is an instruction: on numbers, also where only a type argument says that it is
    /// one, on spans, of which it compares where they are, and on views that are pointers.
    /// </summary>
    private Callee? CalledOperator(IMethodSymbol? method, ITypeSymbol? constrainedTo)
    {
        if (method is not { MethodKind: MethodKind.UserDefinedOperator }
            || IsSameSpan(method)
            || _compilation.Known.IsPointer(method.ContainingType))
            return null;
        return constrainedTo is not null && TypeLowering.Scalar(_scope.Substitution.Apply(constrainedTo)) is not null
            ? null
            : ImplementationOf(method, null, constrainedTo);
    }

    private bool IsSameSpan(IMethodSymbol? method) => method is not null && _compilation.Intrinsics.Find(method) == Intrinsic.SameSpan;

    /// <summary>Where the memory of a span is. Of a view, that may be asked when the memory is gone: it is not reached.</summary>
    private Operand Identity(IOperation span)
    {
        while (span is IConversionOperation { Type: { } type } conversion
            && TypeLowering.SpanElement(type, out _) is not null
            && conversion.Operand.Type is { } from
            && TypeLowering.SpanElement(from, out _) is not null)
        {
            span = conversion.Operand;
        }

        return span is IPropertyReferenceOperation { Property.GetMethod: { } getter, Instance: { Type: { } view } instance }
            && IrTypeOf(view) is ViewType
            && _compilation.Contracts.Read(getter) is { Return.Dereferences: true }
                ? Operand.Copy(PlaceOf(instance))
                : Value(span);
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
        if (CalledOperator(unary.OperatorMethod, unary.ConstrainedToType) is { } callee)
            return Call(callee, At(unary), [PassByValue(unary.Operand)], into) ?? Operand.Null(HandleType.Instance);
        _emit.RefuseChecked(unary.IsChecked, unary);
        var operand = Value(unary.Operand);
        if (unary.IsLifted || operand.Type is not ScalarType type)
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
