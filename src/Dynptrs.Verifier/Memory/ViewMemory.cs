using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Memory;

/// <summary>What a type says about the memory behind a pointer of it.</summary>
internal static class ViewMemory
{
    /// <summary>Gives a new pointer the size and the rights that its type states.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isByReference">Whether it points to one value, as what is returned by reference does.</param>
    /// <param name="size">The size in bytes that the call states, or -1.</param>
    public static PointerValue Describe(PointerValue pointer, IrType type, bool isByReference, long size)
    {
        switch (type)
        {
            case ViewType view:
                return view.Element is { Size: >= 0 } element
                    ? ToValue(pointer, element, view.IsReadOnly)
                    : pointer.Sized(size, view.IsReadOnly);
            case PointerType { Element.Size: >= 0 } reference when isByReference:
                return ToValue(pointer, reference.Element, reference.IsReadOnly);
            case PointerType span:
                return ToSpan(pointer.Sized(size, span.IsReadOnly));
            default:
                return pointer;
        }
    }

    /// <summary>
    /// The pointer to one value. What belongs to an owner, or was acquired, is plain memory to the kernel, whatever is kept there.
    /// </summary>
    private static PointerValue ToValue(PointerValue pointer, IrType type, bool isReadOnly)
    {
        var value = pointer.Sized(type.Size, isReadOnly);
        return pointer is { Owner: 0, Reference: 0 } ? value.With(type.KernelParts) : value;
    }

    /// <summary>The span over all that lies behind a pointer.</summary>
    public static PointerValue ToSpan(PointerValue pointer)
    {
        var length = pointer.Size == PointerValue.UnknownSize
            ? Scalar.Signed(0, int.MaxValue)
            : ScalarArithmetic.Apply(BinaryOperator.Subtract, Scalar.Constant(pointer.Size), pointer.Offset, ScalarType.I64);
        return pointer.At(pointer.Offset, NumberValue.Of(length));
    }

    /// <summary>The number of elements of a view, 0 for a null one.</summary>
    public static NumberValue GetLength(State state, Value? value, IrType type)
    {
        var stride = type is ViewType { Element: { Size: > 0 } element } ? element.Size : 1;
        if (value is not PointerValue { Size: >= 0 } pointer)
            return state.NewNumber(Scalar.Signed(0, int.MaxValue));
        var length = Scalar.Constant(pointer.Size / stride);
        return state.NewNumber(pointer.Nullness switch
        {
            Nullness.Null => Scalar.Zero,
            Nullness.NotNull => length,
            _ => length.Join(Scalar.Zero),
        });
    }
}
