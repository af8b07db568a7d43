using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Intrinsics;

/// <summary>Memory that is seen as something else, and addresses that are computed.</summary>
internal sealed partial class IntrinsicLowering
{
    /// <summary>The pointer that is passed: a pointer, or the address of a variable that is passed by reference.</summary>
    private Operand TakePointer(IOperation value, IOperation call)
    {
        if (value.Type is IPointerTypeSymbol)
            return _emit.Spill(_expressions.Value(value), value);
        return _emit.ExposeAddress(
            _expressions.PlaceOf(value),
            call.Type is IPointerTypeSymbol ? call : value,
            "memory that is seen as another type",
            null);
    }

    private Operand LowerReinterpretation(
        Intrinsic intrinsic,
        IOperation value,
        IInvocationOperation call,
        IMethodSymbol method,
        Place? into)
    {
        if (_scope.ResultTypeOf(method) is not PointerType result)
            return LowerCast(value, call, into);
        if (value.Type is IPointerTypeSymbol)
            return _emit.Derive(_expressions.Value(value), Emitter.Zero, null, result, call, into);
        var place = _expressions.PlaceOf(value);
        var isSameType = place.Type == result.Element && intrinsic != Intrinsic.AsPointer;
        if (!place.Type.ContainsOwner && (isSameType || Emitter.IsMemory(place)))
        {
            var start = _emit.TemporaryPointer(place.Type, value);
            _emit.TakeAddress(place, start, At(call));
            return isSameType && result.IsReadOnly is false && start.Type == result
                ? Operand.Move(start)
                : _emit.Derive(Operand.Move(start), Emitter.Zero, null, result, call, into);
        }

        var target = _emit.ChooseTarget(into, result, call);
        _builder.Emit(Emitter.Reinterpretation(At(call), target, "memory that is seen as another type", place));
        return Operand.Move(target);
    }

    /// <summary><c>Unsafe.As</c> of an object: the same object.</summary>
    private Operand LowerCast(IOperation value, IOperation call, Place? into)
    {
        var operand = _expressions.Value(value);
        return operand.Type == IrTypeOf(call.Type!)
            ? operand
            : _emit.MakeOpaque(call, into, OpaqueReason.RuntimeType, "a cast that is not checked", operand);
    }

    private Operand LowerUnsafeAdd(
        Intrinsic intrinsic,
        ImmutableArray<IOperation> values,
        IInvocationOperation call,
        IMethodSymbol method,
        Place? into)
    {
        var result = (PointerType)_scope.ResultTypeOf(method)!;
        Operand start;
        if (values[0].Type is IPointerTypeSymbol)
        {
            start = _emit.Spill(_expressions.Value(values[0]), values[0]);
        }
        else
        {
            var place = _expressions.PlaceOf(values[0]);
            var address = _emit.TemporaryPointer(place.Type, values[0]);
            if (Emitter.IsMemory(place))
                _emit.TakeAddress(place, address, At(call));
            else
                _builder.Emit(Emitter.Reinterpretation(At(call), address, "an address that is computed", place));
            start = Operand.Move(address);
        }

        var count = _expressions.Value(values[1]);
        var offset = _emit.ScaleToBytes(count, intrinsic == Intrinsic.AddByteOffset ? ScalarType.U8 : result.Element, call);
        if (intrinsic == Intrinsic.Subtract)
        {
            var negative = _emit.Temporary(ScalarType.I64);
            _builder.Emit(new UnaryInstruction(At(call), negative, UnaryOperator.Negate, offset, ScalarType.I64));
            offset = Operand.Move(negative);
        }

        return _emit.Derive(start, offset, null, result, call, into);
    }

    private Operand LowerSkipInit(Place place, IOperation call)
    {
        _builder.Emit(place.Type.ContainsOwner
            ? new ClearInstruction(At(call), place)
            : Emitter.Opaque(At(call), place, OpaqueReason.NotFollowed, "a variable that is not initialised"));
        return Operand.Null(HandleType.Instance);
    }

    private Operand LowerIsNullRef(IOperation value, IOperation call, Place? into)
    {
        var address = TakeAddressToRead(value);
        var target = _emit.ChooseTarget(into, ScalarType.Bool, call);
        _builder.Emit(new BinaryInstruction(At(call), target, BinaryOperator.Equal, address, Operand.Null(address.Type), address.Type));
        return Operand.Move(target);
    }

    private Operand CompareAddresses(BinaryOperator @operator, ImmutableArray<IOperation> values, IOperation call, Place? into)
    {
        var left = TakeAddressToRead(values[0]);
        return _emit.ComparePointers(@operator, left, TakeAddressToRead(values[1]), call, into);
    }

    private Operand TakeAddressToRead(IOperation value)
    {
        var place = _expressions.PlaceOf(value);
        var address = _emit.Temporary(_compilation.Types.Pointer(place.Type, isReadOnly: true), value);
        _emit.TakeAddress(place, address, At(value));
        return Operand.Move(address);
    }
}
