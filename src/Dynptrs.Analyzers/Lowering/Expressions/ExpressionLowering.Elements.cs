using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Elements of arrays, spans and inline arrays, and their indices.</summary>
internal sealed partial class ExpressionLowering
{
    private Place PlaceOfArrayElement(IArrayElementReferenceOperation element)
    {
        var type = IrTypeOf(element.Type!);
        if (element.Indices is not [var index] || IrTypeOf(element.ArrayReference.Type!) is not PointerType)
        {
            Discard(element.ArrayReference);
            foreach (var each in element.Indices)
                Discard(each);
            return _emit.AllocateUnknown(type, element).Place.Dereference(type);
        }

        var array = _emit.KeepInPlace(StableValue(element.ArrayReference, HasEffects(index)), element.ArrayReference);
        return array.Element(LowerIndex(index, array, type, element), type);
    }

    /// <summary>The element that the indexer of a span gives, or <see langword="null"/> for another property.</summary>
    private Place? PlaceOfSpanElement(IPropertyReferenceOperation reference)
    {
        if (EnumerationElement(reference) is { } current)
            return current;
        if (reference is not { Instance: { } instance, Arguments: [{ Value: var index }], Property.GetMethod: { } getter }
            || _compilation.Intrinsics.Find(getter) != Intrinsic.Element
            || IrTypeOf(instance.Type!) is not PointerType { Element: var element })
        {
            return null;
        }

        if (PlaceOfNumber(instance, index) is { } number)
            return number;
        var memory = _emit.KeepInPlace(StableValue(instance, HasEffects(index)), instance);
        return memory.Element(LowerIndex(index, memory, element, reference), element);
    }

    private Place PlaceOfInlineArrayElement(IInlineArrayAccessOperation access)
    {
        var element = IrTypeOf(access.Type!);
        var memory = TakeInlineArrayAddress(access.Instance, element, access);
        var whole = _emit.Derive(
            Operand.Move(memory),
            Emitter.Zero,
            Emitter.SizeOf(IrTypeOf(access.Instance.Type!)),
            memory.Type,
            access,
            null);
        return whole.Place.Element(Value(access.Argument), element);
    }

    private Place PlaceOfImplicitElement(IImplicitIndexerReferenceOperation access)
    {
        if (IrTypeOf(access.Instance.Type!) is not PointerType { Element: var element })
            return _emit.KeepInPlace(LowerUnsupported(access, null), access);
        var memory = _emit.KeepInPlace(StableValue(access.Instance, HasEffects(access.Argument)), access.Instance);
        return memory.Element(LowerIndex(access.Argument, memory, element, access), element);
    }

    private Place TakeInlineArrayAddress(IOperation array, IrType element, IOperation operation)
    {
        var pointer = _emit.TemporaryPointer(element, array);
        _builder.Emit(new AddressOfInstruction(At(operation), pointer, PlaceOf(array)));
        return pointer;
    }

    /// <summary>An index: one from the end is counted from the length.</summary>
    private Operand LowerIndex(IOperation index, Place memory, IrType element, IOperation operation)
    {
        if (index is IConversionOperation { Type.Name: "Index", Operand: { Type.SpecialType: SpecialType.System_Int32 } number })
            return Value(number);
        if (index is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
            return index.Type is { } type && TypeLowering.Scalar(type) is not null ? Value(index) : LowerOpaqueIndex(index);
        var length = _emit.ReadLength(Operand.Copy(memory), element, operation);
        return _emit.Compute(BinaryOperator.Subtract, length, Value(fromEnd.Operand), ScalarType.I32, index, null);
    }

    private Operand LowerOpaqueIndex(IOperation index)
    {
        var target = _emit.Temporary(ScalarType.I32, index);
        _builder.Emit(Emitter.Opaque(At(index), target, OpaqueReason.Other, "an index that is a value", Value(index)));
        return Operand.Move(target);
    }
}
