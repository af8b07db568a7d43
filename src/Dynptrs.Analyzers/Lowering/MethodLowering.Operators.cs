using Dynptrs.Analyzers.Lowering.Expressions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Operators and conversions.</summary>
internal sealed partial class MethodLowering
{
    private Operand LowerBinary(IBinaryOperation binary, Place? into)
    {
        if (binary.OperatorMethod is { } method && method.MethodKind == MethodKind.UserDefinedOperator)
        {
            var first = new Argument(Stable(binary.LeftOperand, HasEffects(binary.RightOperand)), ArgumentPassing.Value, At(binary.LeftOperand));
            return Call(method, At(binary), [first, ByValue(binary.RightOperand)], into) ?? Operand.Null(HandleType.Instance);
        }

        RefuseChecked(binary.IsChecked, binary);
        var left = Stable(binary.LeftOperand, HasEffects(binary.RightOperand));
        var right = Lower(binary.RightOperand, null);
        if (binary.IsLifted || Operator(binary.OperatorKind) is not { } @operator)
            return OpaqueArithmetic(binary, left, right, into);
        if (left.Type == ScalarType.Bool && right.Type == ScalarType.Bool && IsLogical(binary.OperatorKind))
            return LowerLogical(binary.OperatorKind, left, right, binary);
        if (left.Type is ScalarType type && right.Type is ScalarType)
            return EmitBinary(@operator, left, right, type, binary, into);
        if (PointerArithmetic(binary.OperatorKind, left, right, binary) is { } pointer)
            return pointer;
        var isComparison = @operator is BinaryOperator.Equal or BinaryOperator.NotEqual;
        if (isComparison && left.Type is HandleType or PointerType && right.Type is HandleType or PointerType && binary.OperatorMethod is null)
        {
            var target = Target(into, ScalarType.Bool, binary);
            _builder.Emit(new BinaryInstruction(At(binary), target, @operator, left, right, left.Type));
            return Operand.Move(target);
        }

        return OpaqueArithmetic(binary, left, right, into);
    }

    private Operand OpaqueArithmetic(IBinaryOperation binary, Operand left, Operand right, Place? into)
    {
        var (reason, description) = NoCounterpart.OfArithmetic(binary.LeftOperand.Type, binary.RightOperand.Type, binary.IsLifted);
        return OpaqueValue(binary, into, reason, description, left, right);
    }

    /// <summary>What overflows throws.</summary>
    private void RefuseChecked(bool isChecked, IOperation operation)
    {
        if (isChecked)
            Refuse(At(operation), OpaqueReason.Exception, "checked arithmetic, which throws where it overflows");
    }

    private Operand EmitBinary(BinaryOperator @operator, Operand left, Operand right, ScalarType type, IOperation operation, Place? into)
    {
        var isComparison = @operator >= BinaryOperator.Equal;
        if (@operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight)
            right = MaskShiftCount(right, type, operation);
        if (@operator == BinaryOperator.UnsignedShiftRight && type.IsSigned is false)
            @operator = BinaryOperator.ShiftRight;
        var target = Target(into, isComparison ? ScalarType.Bool : type, operation);
        _builder.Emit(new BinaryInstruction(At(operation), target, @operator, left, right, type));
        return Operand.Move(target);
    }

    /// <summary>C# takes a shift count modulo the width.</summary>
    private Operand MaskShiftCount(Operand count, ScalarType type, IOperation operation)
    {
        var mask = type.Size == 8 ? 63 : 31;
        if (count.Kind == OperandKind.Constant)
            return Operand.Constant(count.Value & mask, ScalarType.I32);
        var masked = new Place(_builder.Temporary(ScalarType.I32));
        _builder.Emit(new BinaryInstruction(At(operation), masked, BinaryOperator.And, count, Operand.Constant(mask, ScalarType.I32), ScalarType.I32));
        return Operand.Move(masked);
    }

    private static BinaryOperator? Operator(BinaryOperatorKind kind) => kind switch
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
            return Call(method, At(unary), [ByValue(unary.Operand)], into) ?? Operand.Null(HandleType.Instance);
        RefuseChecked(unary.IsChecked, unary);
        var operand = Lower(unary.Operand, null);
        if (unary.IsLifted || operand.Type is not ScalarType type || (unary.OperatorMethod is not null))
        {
            var (reason, description) = NoCounterpart.OfArithmetic(unary.Operand.Type, null, unary.IsLifted);
            return OpaqueValue(unary, into, reason, description, operand);
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
                return OpaqueValue(unary, into, OpaqueReason.Other, "an index from the end", operand);
        }

        var target = Target(into, type, unary);
        _builder.Emit(new UnaryInstruction(At(unary), target, @operator, operand, type));
        return Operand.Move(target);
    }

    private Operand LowerConversion(IConversionOperation conversion, Place? into)
    {
        if (conversion.OperatorMethod is { } method && !IsImplicitSpan(conversion))
            return LowerUserConversion(conversion, method, into);
        var operand = conversion.Operand;
        if (EnumerationElement(operand) is { } element)
            return Operand.Copy(element);
        if (operand.Type is null)
            return conversion.Type is { IsReferenceType: true } ? Lower(operand, into) : LowerUntyped(conversion, into);
        var target = Lower(conversion.Type!);
        if (conversion.GetConversion() is { IsInlineArray: true })
            return InlineArraySpan(conversion, into);
        if (operand is IDefaultValueOperation or IFlowAnonymousFunctionOperation or IDelegateCreationOperation || operand.Type.Equals(conversion.Type, SymbolEqualityComparer.Default))
            return Lower(operand, into);
        if (conversion.GetConversion() is { IsBoxing: true } && conversion.Operand.Type is { } boxed && Lower(boxed) is not HandleType)
            return OpaqueConversion(conversion, Lower(operand, null), into);
        var value = Lower(operand, null);
        switch (value.Type, target)
        {
            case (ScalarType from, ScalarType to):
                RefuseChecked(conversion is { IsChecked: true, IsImplicit: false }, conversion);
                return Convert(value, from, to, conversion, into);
            case (HandleType, HandleType):
                if (value.Kind != OperandKind.Null && conversion.GetConversion() is { IsReference: true, IsExplicit: true })
                    Refuse(At(conversion), OpaqueReason.RuntimeType, "a cast that is checked at run time");
                return value.Kind == OperandKind.Null ? Operand.Null(target) : value;
            case (PointerType, PointerType) when value.Kind == OperandKind.Null:
                return Operand.Null(target);
            case (PointerType from, PointerType to) when from == to:
                return value;
            case (PointerType, PointerType):
                return Derive(value, Operand.Constant(0, ScalarType.I64), null, to: target, conversion, into);
            case (ScalarType, PointerType):
                return UnknownPointer(conversion, into);
            case (PointerType, ScalarType):
                return OpaqueValue(conversion, into, OpaqueReason.NotFollowed, "an address", value);
            case var (from, to) when from == to:
                return value;
            case (StructType, StructType to) when operand.Type.IsTupleType && conversion.Type!.IsTupleType && LowerTupleConversion(conversion, value, to) is { } tuple:
                return tuple;
            default:
                return OpaqueConversion(conversion, value, into);
        }
    }

    private Operand OpaqueConversion(IConversionOperation conversion, Operand value, Place? into)
    {
        var kind = conversion.GetConversion();
        var (reason, description) = NoCounterpart.OfConversion(conversion.Operand.Type, conversion.Type, kind.IsBoxing, kind.IsUnboxing, kind.IsNullable);
        return OpaqueValue(conversion, into, reason, description, value);
    }

    private Operand LowerUserConversion(IConversionOperation conversion, IMethodSymbol method, Place? into)
    {
        var value = ByValue(conversion.Operand);
        if (IntrinsicConversion(method, value.Value, conversion, into) is { } known)
            return known;
        var result = Call(method, At(conversion), [value], into) ?? Operand.Null(HandleType.Instance);
        return result.Type is ScalarType from && Lower(conversion.Type!) is ScalarType to ? Convert(result, from, to, conversion) : result;
    }

    /// <summary>A default literal, a throw expression, a method group: what has no type of its own.</summary>
    private Operand LowerUntyped(IConversionOperation conversion, Place? into)
    {
        if (conversion.Operand is IDefaultValueOperation or ILiteralOperation)
            return LowerDefault(conversion, into);
        return conversion.Operand is IMethodReferenceOperation or IFlowAnonymousFunctionOperation or IAddressOfOperation or ICollectionExpressionOperation
            ? Lower(conversion.Operand, into)
            : Unsupported(conversion.Operand, into);
    }

    private static bool IsImplicitSpan(IConversionOperation conversion) => conversion.GetConversion().IsSpan;

    private static bool IsIdentity(IConversionOperation conversion) => conversion.GetConversion().IsIdentity;

    private Operand Convert(Operand value, ScalarType from, ScalarType to, IOperation operation, Place? into = null)
    {
        if (from == to)
            return value;
        if (value.Kind == OperandKind.Constant)
            return Operand.Constant(Truncate(value.Value, to), to);
        var target = Target(into, to, operation);
        _builder.Emit(new ConvertInstruction(At(operation), target, value, from, to));
        return Operand.Move(target);
    }

    private static long Truncate(long value, ScalarType type) => type switch
    {
        { Size: 1, IsSigned: true } => unchecked((sbyte)value),
        { Size: 1 } => unchecked((byte)value),
        { Size: 2, IsSigned: true } => unchecked((short)value),
        { Size: 2 } => unchecked((ushort)value),
        { Size: 4, IsSigned: true } => unchecked((int)value),
        { Size: 4 } => unchecked((uint)value),
        _ => value,
    };
}
