using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Conversions.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerConversion(IConversionOperation conversion, Place? into)
    {
        if (conversion.Operand is IArrayCreationOperation array && LowerTable(conversion, array) is { } table)
            return table;
        if (conversion.OperatorMethod is { } method && !IsImplicitSpan(conversion))
            return LowerUserConversion(conversion, method, into);
        var operand = conversion.Operand;
        if (EnumerationElement(operand) is { } element)
            return Operand.Copy(element);
        if (operand.Type is null)
            return conversion.Type is { IsReferenceType: true } ? Value(operand, into) : LowerUntyped(conversion, into);
        var target = IrTypeOf(conversion.Type!);
        if (conversion.GetConversion() is { IsInlineArray: true })
            return LowerInlineArraySpan(conversion, into);
        if (operand is IDefaultValueOperation or IFlowAnonymousFunctionOperation or IDelegateCreationOperation
            || operand.Type.Equals(conversion.Type, SymbolEqualityComparer.Default))
            return Value(operand, into);
        if (conversion.GetConversion() is { IsBoxing: true } && conversion.Operand.Type is { } boxed && IrTypeOf(boxed) is not HandleType)
            return LowerOpaqueConversion(conversion, Value(operand), into);
        var value = Value(operand);
        switch (value.Type, target)
        {
            case (ScalarType from, ScalarType to):
                _emit.RefuseChecked(conversion is { IsChecked: true, IsImplicit: false }, conversion);
                return _emit.Convert(value, from, to, conversion, into);
            case (HandleType, HandleType):
                if (value.Kind != OperandKind.Null && conversion.GetConversion() is { IsReference: true, IsExplicit: true })
                    _emit.Refuse(At(conversion), OpaqueReason.RuntimeType, "a cast that is checked at run time");
                return value.Kind == OperandKind.Null ? Operand.Null(target) : value;
            case (PointerType, PointerType) when value.Kind == OperandKind.Null:
                return Operand.Null(target);
            case (PointerType from, PointerType to) when from == to:
                return value;
            case (PointerType, PointerType):
                return _emit.Derive(value, Operand.Constant(0, ScalarType.I64), null, to: target, conversion, into);
            case (ScalarType, PointerType):
                return _emit.Derive(value, Operand.Constant(0, ScalarType.I64), null, to: target, conversion, into);
            case (PointerType, ScalarType to):
                return _emit.ReadAddress(value, to, conversion, into);
            case var (from, to) when from == to:
                return value;
            case (StructType, StructType to) when operand.Type.IsTupleType
                && conversion.Type!.IsTupleType
                && LowerTupleConversion(conversion, value, to) is { } tuple:
                return tuple;
            default:
                return LowerOpaqueConversion(conversion, value, into);
        }
    }

    private Operand LowerOpaqueConversion(IConversionOperation conversion, Operand value, Place? into)
    {
        var kind = conversion.GetConversion();
        var (reason, description) = NoCounterpart.OfConversion(
            conversion.Operand.Type,
            conversion.Type,
            kind.IsBoxing,
            kind.IsUnboxing,
            kind.IsNullable);
        return _emit.MakeOpaque(conversion, into, reason, description, value);
    }

    private Operand LowerUserConversion(IConversionOperation conversion, IMethodSymbol method, Place? into)
    {
        var value = PassByValue(conversion.Operand);
        if (_intrinsics.LowerConversion(method, value.Value, conversion, into) is { } known)
            return known;
        var result = Call(new Callee(method), At(conversion), [value], into) ?? Operand.Null(HandleType.Instance);
        return result.Type is ScalarType from && IrTypeOf(conversion.Type!) is ScalarType to
            ? _emit.Convert(result, from, to, conversion)
            : result;
    }

    /// <summary>A default literal, a throw expression, a method group: what has no type of its own.</summary>
    private Operand LowerUntyped(IConversionOperation conversion, Place? into)
    {
        if (conversion.Operand is IDefaultValueOperation or ILiteralOperation)
            return _emit.MakeDefault(conversion, into);
        return conversion.Operand is IMethodReferenceOperation or IFlowAnonymousFunctionOperation or IAddressOfOperation
            or ICollectionExpressionOperation
            ? Value(conversion.Operand, into)
            : LowerUnsupported(conversion.Operand, into);
    }

    private static bool IsImplicitSpan(IConversionOperation conversion) => conversion.GetConversion().IsSpan;

    private static bool IsIdentity(IConversionOperation conversion) => conversion.GetConversion().IsIdentity;
}
