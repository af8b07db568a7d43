using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Framework members that compute with integers, or read and write shared ones: see <see cref="IntrinsicTable"/>.</summary>
internal sealed partial class MethodLowering
{
    private Operand? LowerNumber(Intrinsic intrinsic, ImmutableArray<IOperation> values, IInvocationOperation call)
    {
        if (intrinsic == Intrinsic.HasFlag)
            return LowerHasFlag(Unboxed(values[0]), Unboxed(values[1]), call);
        if (call.Type is null || Lower(call.Type) is not ScalarType type)
            return null;
        switch (intrinsic)
        {
            case Intrinsic.Min or Intrinsic.Max:
                var left = Stable(values[0], HasEffects(values[1]));
                return LowerMinMax(intrinsic == Intrinsic.Min, type, left, Lower(values[1], null), call);
            case Intrinsic.Clamp:
                var value = Stable(values[0], HasEffects(values[1]) || HasEffects(values[2]));
                var least = Stable(values[1], HasEffects(values[2]));
                return LowerMinMax(isMin: true, type, LowerMinMax(isMin: false, type, value, least, call), Lower(values[2], null), call);
            case Intrinsic.Abs:
                return LowerAbs(type, Spill(Lower(values[0], null), call), call);
            case Intrinsic.RotateLeft or Intrinsic.RotateRight:
                var rotated = AsCopy(Stable(values[0], HasEffects(values[1])));
                return LowerRotate(intrinsic == Intrinsic.RotateLeft, type, rotated, Lower(values[1], null), call);
            default:
                return LowerBits(intrinsic, values, call);
        }
    }

    private Operand LowerAbs(ScalarType type, Operand value, IOperation call)
    {
        var negative = new Place(_builder.Temporary(type));
        _builder.Emit(new UnaryInstruction(At(call), negative, UnaryOperator.Negate, AsCopy(value), type));
        return LowerMinMax(isMin: false, type, value, Operand.Move(negative), call);
    }

    /// <summary>Two shifts; their counts are taken modulo the width.</summary>
    private Operand LowerRotate(bool isLeft, ScalarType type, Operand value, Operand count, IOperation call)
    {
        count = count.Kind == OperandKind.Constant ? count : Spill(count, call);
        var back = new Place(_builder.Temporary(ScalarType.I32));
        _builder.Emit(new UnaryInstruction(At(call), back, UnaryOperator.Negate, AsCopy(count), ScalarType.I32));
        var (left, right) = isLeft ? (AsCopy(count), Operand.Copy(back)) : (Operand.Copy(back), AsCopy(count));
        var high = EmitBinary(BinaryOperator.ShiftLeft, value, left, type, call, new Place(_builder.Temporary(type)));
        var low = EmitBinary(BinaryOperator.UnsignedShiftRight, value, right, type, call, new Place(_builder.Temporary(type)));
        return EmitBinary(BinaryOperator.Or, high, low, type, call, null);
    }

    private static IOperation Unboxed(IOperation value) =>
        value is IConversionOperation { OperatorMethod: null, Operand.Type.TypeKind: TypeKind.Enum } conversion ? conversion.Operand : value;

    private Operand? LowerHasFlag(IOperation value, IOperation flag, IOperation call)
    {
        if (value.Type is null || flag.Type is null || Lower(value.Type) is not ScalarType type || Lower(flag.Type) != type)
            return null;
        var left = Stable(value, HasEffects(flag));
        var right = AsCopy(Spill(Lower(flag, null), flag));
        var common = EmitBinary(BinaryOperator.And, left, right, type, call, new Place(_builder.Temporary(type)));
        return EmitBinary(BinaryOperator.Equal, common, right, type, call, null);
    }

    /// <summary>Reads and writes of a variable that others may share. What others do to it meanwhile is not followed, nor does the kernel.</summary>
    private Operand? LowerShared(Intrinsic intrinsic, ImmutableArray<IOperation> values, IInvocationOperation call)
    {
        var element = values[0].Type is { } declared ? Lower(declared) : null;
        if (element is not ScalarType type || intrinsic is < Intrinsic.AtomicAdd or > Intrinsic.SharedWrite)
            return null;
        var place = Pin(Location(values[0]), values[0]);
        if (intrinsic == Intrinsic.SharedRead)
            return Loaded(Operand.Copy(place), call);
        if (intrinsic == Intrinsic.SharedWrite)
        {
            _builder.Emit(new AssignInstruction(At(call), place, Lower(values[1], null)));
            return Operand.Null(HandleType.Instance);
        }

        var value = values.Length > 1 ? Stable(values[1], values.Length > 2 && HasEffects(values[2])) : Operand.Constant(1, type);
        var comparand = values.Length > 2 ? Lower(values[2], null) : default;
        var before = new Place(_builder.Temporary(type, Render(call.Syntax)));
        _builder.Emit(new AssignInstruction(At(call), before, Operand.Copy(place)));
        switch (intrinsic)
        {
            case Intrinsic.AtomicExchange:
                _builder.Emit(new AssignInstruction(At(call), place, value));
                return Operand.Move(before);
            case Intrinsic.AtomicCompareExchange:
                StoreIfSame(before, place, value, comparand, call);
                return Operand.Move(before);
            case Intrinsic.AtomicAnd or Intrinsic.AtomicOr:
                var @operator = intrinsic == Intrinsic.AtomicAnd ? BinaryOperator.And : BinaryOperator.Or;
                _builder.Emit(new AssignInstruction(At(call), place, EmitBinary(@operator, Operand.Copy(before), value, type, call, new Place(_builder.Temporary(type)))));
                return Operand.Move(before);
            default:
                var sum = intrinsic == Intrinsic.AtomicDecrement ? BinaryOperator.Subtract : BinaryOperator.Add;
                var after = EmitBinary(sum, Operand.Copy(before), value, type, call, new Place(_builder.Temporary(type)));
                _builder.Emit(new AssignInstruction(At(call), place, AsCopy(after)));
                return after;
        }
    }

    private void StoreIfSame(Place before, Place place, Operand value, Operand comparand, IOperation call)
    {
        var isSame = new Place(_builder.Temporary(ScalarType.Bool));
        _builder.Emit(new BinaryInstruction(At(call), isSame, BinaryOperator.Equal, Operand.Copy(before), comparand, before.Type));
        var store = _builder.NewBlock(_handlers);
        var join = _builder.NewBlock(_handlers);
        _builder.Terminate(new BranchTerminator(At(call), Operand.Move(isSame), store.Index, join.Index));
        _builder.Select(store);
        _builder.Emit(new AssignInstruction(At(call), place, value));
        _builder.Goto(At(call), join);
        _builder.Select(join);
    }

    private Operand LowerMinMax(bool isMin, ScalarType type, Operand left, Operand right, IOperation call)
    {
        var result = new Place(_builder.Temporary(type, Render(call.Syntax)));
        var isLeft = new Place(_builder.Temporary(ScalarType.Bool));
        var other = _builder.NewBlock(_handlers);
        var join = _builder.NewBlock(_handlers);
        _builder.Emit(new AssignInstruction(At(call), result, AsCopy(left)));
        _builder.Emit(new BinaryInstruction(At(call), isLeft, isMin ? BinaryOperator.LessOrEqual : BinaryOperator.GreaterOrEqual, AsCopy(left), AsCopy(right), type));
        _builder.Terminate(new BranchTerminator(At(call), Operand.Move(isLeft), join.Index, other.Index));
        _builder.Select(other);
        _builder.Emit(new AssignInstruction(At(call), result, right));
        _builder.Goto(At(call), join);
        _builder.Select(join);
        return Operand.Move(result);
    }

    /// <summary>Swaps the bytes of a number by shifts and masks.</summary>
    private Operand Reverse(Operand value, IOperation operation)
    {
        if (value.Type is not ScalarType { Size: > 1 } type)
            return value;
        value = Spill(value, operation);
        var result = new Place(_builder.Temporary(type));
        _builder.Emit(new AssignInstruction(At(operation), result, Operand.Constant(0, type)));
        for (var i = 0; i < type.Size; i++)
        {
            var part = new Place(_builder.Temporary(type));
            _builder.Emit(new BinaryInstruction(At(operation), part, BinaryOperator.UnsignedShiftRight, AsCopy(value), Operand.Constant(8 * i, ScalarType.I32), type));
            _builder.Emit(new BinaryInstruction(At(operation), part, BinaryOperator.And, Operand.Copy(part), Operand.Constant(0xff, type), type));
            _builder.Emit(new BinaryInstruction(At(operation), part, BinaryOperator.ShiftLeft, Operand.Copy(part), Operand.Constant(8 * (type.Size - 1 - i), ScalarType.I32), type));
            _builder.Emit(new BinaryInstruction(At(operation), result, BinaryOperator.Or, Operand.Copy(result), Operand.Copy(part), type));
        }

        return Operand.Move(result);
    }
}
