using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Intrinsics;

/// <summary>Reads and writes of variables that others may share.</summary>
internal sealed partial class IntrinsicLowering
{
    private const int MinAtomicSize = 4;

    /// <summary>
    /// Reads and writes of a variable that others may share. What others do to it meanwhile is not followed, nor does the kernel.
    /// </summary>
    private Operand? LowerShared(Intrinsic intrinsic, ImmutableArray<IOperation> values, IInvocationOperation call)
    {
        var element = values[0].Type is { } declared ? IrTypeOf(declared) : null;
        if (element is not ScalarType type || intrinsic is < Intrinsic.AtomicAdd or > Intrinsic.SharedWrite)
            return null;
        var place = _emit.Pin(_expressions.PlaceOf(values[0]), values[0]);
        if (intrinsic == Intrinsic.SharedRead)
            return _expressions.Load(Operand.Copy(place), call);
        if (intrinsic == Intrinsic.SharedWrite)
        {
            _builder.Emit(new AssignInstruction(At(call), place, _expressions.Value(values[1])));
            return Operand.Null(HandleType.Instance);
        }

        if (type.Size < MinAtomicSize)
            _emit.Refuse(At(call), OpaqueReason.Width, $"an atomic operation on {(type.Size == 1 ? "1 byte" : "2 bytes")}");
        place = _emit.MakeAtomic(place, values[0]);
        var value = values.Length > 1
            ? _expressions.StableValue(values[1], values.Length > 2 && HasEffects(values[2]))
            : Operand.Constant(1, type);
        var comparand = values.Length > 2 ? _expressions.Value(values[2]) : default;
        var before = _emit.Temporary(type, call);
        _builder.Emit(new AssignInstruction(At(call), before, Operand.Copy(place)));
        switch (intrinsic)
        {
            case Intrinsic.AtomicExchange:
                _builder.Emit(new AssignInstruction(At(call), place, value));
                return Operand.Move(before);
            case Intrinsic.AtomicCompareExchange:
                _emit.StoreIfSame(before, place, value, comparand, call);
                return Operand.Move(before);
            case Intrinsic.AtomicAnd or Intrinsic.AtomicOr:
                var @operator = intrinsic == Intrinsic.AtomicAnd ? BinaryOperator.And : BinaryOperator.Or;
                _builder.Emit(new AssignInstruction(
                    At(call),
                    place,
                    _emit.Compute(@operator, Operand.Copy(before), value, type, call, _emit.Temporary(type))));
                return Operand.Move(before);
            default:
                var sum = intrinsic == Intrinsic.AtomicDecrement ? BinaryOperator.Subtract : BinaryOperator.Add;
                var after = _emit.Compute(sum, Operand.Copy(before), value, type, call, _emit.Temporary(type));
                _builder.Emit(new AssignInstruction(At(call), place, Emitter.AsCopy(after)));
                return after;
        }
    }
}
