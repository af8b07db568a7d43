using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Intrinsics;

/// <summary>Members that compute with integers.</summary>
internal sealed partial class IntrinsicLowering
{
    private Operand? LowerNumber(Intrinsic intrinsic, ImmutableArray<IOperation> values, IInvocationOperation call)
    {
        if (intrinsic == Intrinsic.HasFlag)
            return LowerHasFlag(Unboxed(values[0]), Unboxed(values[1]), call);
        if (call.Type is null || IrTypeOf(call.Type) is not ScalarType type)
            return null;
        switch (intrinsic)
        {
            case Intrinsic.Min or Intrinsic.Max:
                var left = _expressions.StableValue(values[0], HasEffects(values[1]));
                return _emit.ChooseExtreme(intrinsic == Intrinsic.Min, type, left, _expressions.Value(values[1]), call);
            case Intrinsic.Clamp:
                var value = _expressions.StableValue(values[0], HasEffects(values[1]) || HasEffects(values[2]));
                var least = _expressions.StableValue(values[1], HasEffects(values[2]));
                return _emit.ChooseExtreme(
                    isMin: true,
                    type,
                    _emit.ChooseExtreme(isMin: false, type, value, least, call),
                    _expressions.Value(values[2]),
                    call);
            case Intrinsic.Abs:
                return _emit.MakeAbsolute(type, _emit.Spill(_expressions.Value(values[0]), call), call);
            case Intrinsic.Truncate:
                return values[0].Type is { } given && IrTypeOf(given) is ScalarType from
                    ? _emit.Convert(_expressions.Value(values[0]), from, type, call)
                    : null;
            case Intrinsic.RotateLeft or Intrinsic.RotateRight:
                var rotated = Emitter.AsCopy(_expressions.StableValue(values[0], HasEffects(values[1])));
                return _emit.Rotate(intrinsic == Intrinsic.RotateLeft, type, rotated, _expressions.Value(values[1]), call);
            default:
                return LowerBits(intrinsic, values, call);
        }
    }

    /// <summary>A number that the type argument decides, such as <c>T.One</c>; <see langword="null"/> where it is no integer.</summary>
    private Operand? LowerConstantOf(Intrinsic intrinsic, ITypeSymbol number)
    {
        if (IrTypeOf(number) is not ScalarType type)
            return null;
        var bits = 8 * type.Size;
        var greatest = type.IsSigned ? long.MaxValue >> (64 - bits) : unchecked((long)(ulong.MaxValue >> (64 - bits)));
        return intrinsic switch
        {
            Intrinsic.ZeroNumber => Operand.Constant(0, type),
            Intrinsic.OneNumber => Operand.Constant(1, type),
            Intrinsic.LeastNumber => Operand.Constant(type.IsSigned ? -greatest - 1 : 0, type),
            _ => Operand.Constant(greatest, type),
        };
    }

    private static IOperation Unboxed(IOperation value) =>
        value is IConversionOperation { OperatorMethod: null, Operand.Type.TypeKind: TypeKind.Enum } conversion
            ? conversion.Operand
            : value;

    private Operand? LowerHasFlag(IOperation value, IOperation flag, IOperation call)
    {
        if (value.Type is null || flag.Type is null || IrTypeOf(value.Type) is not ScalarType type || IrTypeOf(flag.Type) != type)
            return null;
        var left = _expressions.StableValue(value, HasEffects(flag));
        var right = Emitter.AsCopy(_emit.Spill(_expressions.Value(flag), flag));
        var common = _emit.Compute(BinaryOperator.And, left, right, type, call, _emit.Temporary(type));
        return _emit.Compute(BinaryOperator.Equal, common, right, type, call, null);
    }

    private Operand? LowerBits(Intrinsic intrinsic, ImmutableArray<IOperation> values, IInvocationOperation call)
    {
        if (intrinsic is < Intrinsic.PopCount or > Intrinsic.IsPow2
            || values[0].Type is null
            || IrTypeOf(values[0].Type!) is not ScalarType { Size: >= 4 } given)
            return null;
        var type = given.Size == 8 ? ScalarType.U64 : ScalarType.U32;
        var value = _emit.Spill(_emit.Convert(_expressions.Value(values[0]), given, type, call), call);
        switch (intrinsic)
        {
            case Intrinsic.PopCount:
                return _emit.CountOnes(value, type, call);
            case Intrinsic.TrailingZeroCount:
                // The bits below the lowest one: clear in the number, set in the number less one.
                return _emit.CountOnes(
                    _emit.ComputeStep(
                        BinaryOperator.And,
                        _emit.Complement(value, type, call),
                        _emit.ComputeStep(BinaryOperator.Subtract, value, 1, type, call),
                        type,
                        call),
                    type,
                    call);
            case Intrinsic.LeadingZeroCount:
                return _emit.CountOnes(_emit.Complement(_emit.Smear(value, type, call), type, call), type, call);
            case Intrinsic.Log2:
                // The logarithm of 0 counts as 0.
                var top = _emit.CountOnes(_emit.Smear(_emit.ComputeStep(BinaryOperator.Or, value, 1, type, call), type, call), type, call);
                return _emit.Compute(BinaryOperator.Subtract, top, Operand.Constant(1, ScalarType.I32), ScalarType.I32, call, null);
            default:
                return _emit.TestPow2(value, given, type, call);
        }
    }
}
