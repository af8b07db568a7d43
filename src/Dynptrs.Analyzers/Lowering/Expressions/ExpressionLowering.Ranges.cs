using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Ranges of arrays, spans and inline arrays.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerArrayRange(IArrayElementReferenceOperation access, IRangeOperation range, Place? into)
    {
        // A range of an array is a copy on the heap.
        _emit.Refuse(At(access), OpaqueReason.Heap, "a copy of a part of an array, on the heap");
        var array = Value(access.ArrayReference);
        if (array.Type is not PointerType { Element: var element })
            return LowerUnsupported(access, into);
        var part = TakeRange(_emit.Spill(array, access), element, range, access, null);
        var target = _emit.Temporary(IrTypeOf(access.Type!), access);
        _builder.Emit(new AllocateInstruction(At(access), target, null, MemoryOrigin.Heap));
        _builder.Emit(new MemoryBlockInstruction(At(access), null, MemoryBlockOperator.Copy, Operand.Copy(target), part));
        return Operand.Move(target);
    }

    private Operand LowerInlineArrayRange(IInlineArrayAccessOperation access, IRangeOperation range, Place? into)
    {
        var element = IrTypeOf(TypeLowering.ElementTypeOf(access.Instance.Type!));
        var memory = TakeInlineArrayAddress(access.Instance, element, access);
        var whole = _emit.Derive(
            Operand.Move(memory),
            Operand.Constant(0, ScalarType.I64),
            Emitter.SizeOf(IrTypeOf(access.Instance.Type!)),
            IrTypeOf(access.Type!),
            access,
            null);
        return TakeRange(whole, element, range, access, into);
    }

    private Operand LowerImplicitSlice(IImplicitIndexerReferenceOperation access, Place? into)
    {
        if (IrTypeOf(access.Instance.Type!) is not PointerType { Element: var element } || access.Argument is not IRangeOperation range)
            return LowerUnsupported(access, into);
        return TakeRange(StableValue(access.Instance, HasEffects(range)), element, range, access, into);
    }

    private static bool IsSlice(IImplicitIndexerReferenceOperation access) => access.IndexerSymbol is IMethodSymbol;

    private Operand TakeRange(Operand memory, IrType element, IRangeOperation range, IOperation operation, Place? into)
    {
        var source = _emit.KeepInPlace(memory, operation);
        var start = range.LeftOperand is { } left ? LowerIndex(left, source, element, operation) : Operand.Constant(0, ScalarType.I32);
        if (range.RightOperand is not { } right)
            return _emit.TakePart(memory, start, null, element, operation, into);
        if (HasEffects(right))
            start = _emit.Spill(start, range);
        var end = LowerIndex(right, source, element, operation);
        var length = (start, end) switch
        {
            ({ Kind: OperandKind.Constant, Value: 0 }, _) => end,
            ({ Kind: OperandKind.Constant }, { Kind: OperandKind.Constant }) => Operand.Constant(end.Value - start.Value, ScalarType.I32),
            _ => _emit.Compute(BinaryOperator.Subtract, end, Emitter.AsCopy(start), ScalarType.I32, range, null),
        };
        return _emit.TakePart(memory, start, length, element, operation, into);
    }

    private Operand LowerInlineArraySpan(IConversionOperation conversion, Place? into)
    {
        var type = IrTypeOf(conversion.Type!);
        var element = IrTypeOf(TypeLowering.ElementTypeOf(conversion.Operand.Type!));
        var memory = TakeInlineArrayAddress(conversion.Operand, element, conversion);
        return _emit.Derive(
            Operand.Move(memory),
            Operand.Constant(0, ScalarType.I64),
            Emitter.SizeOf(IrTypeOf(conversion.Operand.Type!)),
            type,
            conversion,
            into);
    }
}
