using System.Collections.Immutable;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>Memory: pointers into it, their lengths, parts of it.</summary>
internal sealed partial class Emitter
{
    /// <summary>Reads how many elements there are.</summary>
    public Operand ReadLength(Operand memory, IrType element, IOperation operation, Place? into = null)
    {
        var target = ChooseTarget(into, ScalarType.I32, operation);
        _builder.Emit(new LengthInstruction(At(operation), target, memory, element.Size));
        return Operand.Move(target);
    }

    /// <summary>A part of a span, its start and length counted in elements.</summary>
    public Operand TakePart(Operand memory, Operand start, Operand? length, IrType element, IOperation operation, Place? into)
    {
        var type = operation.Type is { } result && _scope.IrTypeOf(result) is PointerType pointer ? pointer : memory.Type;
        return Derive(
            memory,
            ScaleToBytes(start, element, operation),
            length is { } count ? ScaleToBytes(count, element, operation) : null,
            type,
            operation,
            into);
    }

    /// <summary>Makes a pointer into the memory of another.</summary>
    public Operand Derive(Operand source, Operand offset, Operand? length, IrType to, IOperation operation, Place? into)
    {
        var target = ChooseTarget(into, to, operation);
        _builder.Emit(new DeriveInstruction(At(operation), target, source, offset, length));
        return Operand.Move(target);
    }

    /// <summary>Makes a number of an address; one of 64 bits is still the address.</summary>
    public Operand ReadAddress(Operand pointer, ScalarType to, IOperation operation, Place? into)
    {
        if (to.Size == ScalarType.U64.Size)
            return Derive(pointer, Zero, null, to, operation, into);
        return Convert(Derive(pointer, Zero, null, ScalarType.U64, operation, null), ScalarType.U64, to, operation, into);
    }

    /// <summary>How many elements lie between two pointers; <see langword="null"/> for anything else.</summary>
    public Operand? SubtractPointers(BinaryOperatorKind kind, Operand left, Operand right, IOperation operation, Place? into)
    {
        if (kind != BinaryOperatorKind.Subtract
            || StrideOf(left.Type) is not (> 0 and var size)
            || StrideOf(right.Type) is null)
            return null;
        var bytes = SubtractAddresses(left, right, operation, size == 1 ? into : null);
        return size == 1
            ? bytes
            : Compute(BinaryOperator.Divide, bytes, Operand.Constant(size, ScalarType.I64), ScalarType.I64, operation, into);
    }

    /// <summary>How many bytes lie between two pointers.</summary>
    public Operand SubtractAddresses(Operand left, Operand right, IOperation operation, Place? into)
    {
        var (from, to) = (ReadAddress(right, ScalarType.I64, operation, null), ReadAddress(left, ScalarType.I64, operation, null));
        return Compute(BinaryOperator.Subtract, to, from, ScalarType.I64, operation, into);
    }

    /// <summary>A number of elements in bytes.</summary>
    public Operand ScaleToBytes(Operand count, IrType element, IOperation operation)
    {
        if (count.Type is not ScalarType from)
            return count;
        var wide = Convert(count, from, ScalarType.I64, operation);
        if (element.Size == 1)
            return wide;
        if (element.Size < 0)
            return MakeUnknownNumber(operation);
        if (wide.Kind == OperandKind.Constant)
            return Operand.Constant(wide.Value * element.Size, ScalarType.I64);
        return Compute(
            BinaryOperator.Multiply,
            wide,
            Operand.Constant(element.Size, ScalarType.I64),
            ScalarType.I64,
            operation,
            Temporary(ScalarType.I64));
    }

    /// <summary>How many bytes an element behind a pointer has, or behind a view that is one; <see langword="null"/> for other types.</summary>
    private static int? StrideOf(IrType type) => type switch
    {
        PointerType pointer => pointer.Element.Size,
        ViewType { IsPointer: true } => 1,
        _ => null,
    };

    private Operand MakeUnknownNumber(IOperation operation)
    {
        var target = Temporary(ScalarType.I64);
        _builder.Emit(Opaque(At(operation), target, OpaqueReason.NotFollowed, "a size that is not known"));
        return Operand.Move(target);
    }

    /// <summary>Makes a pointer to memory of which nothing is known.</summary>
    public Operand AllocateUnknown(IrType element, IOperation operation)
    {
        var target = TemporaryPointer(element, operation);
        _builder.Emit(new AllocateInstruction(At(operation), target, SizeOf(element), MemoryOrigin.Heap));
        return Operand.Move(target);
    }

    /// <summary>Adds a number of elements to a pointer, or subtracts it; <see langword="null"/> for anything else.</summary>
    public Operand? OffsetPointer(BinaryOperatorKind kind, Operand left, Operand right, IOperation operation)
    {
        if (kind is not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract))
            return null;
        if (kind == BinaryOperatorKind.Add && left.Type is ScalarType && StrideOf(right.Type) is not null)
            (left, right) = (right, left);
        if (StrideOf(left.Type) is null || right.Type is not ScalarType)
            return null;
        var offset = ScaleToBytes(right, left.Type is PointerType { Element: var element } ? element : ScalarType.U8, operation);
        if (kind == BinaryOperatorKind.Subtract && offset.Kind == OperandKind.Constant)
        {
            offset = Operand.Constant(unchecked(-offset.Value), ScalarType.I64);
        }
        else if (kind == BinaryOperatorKind.Subtract)
        {
            var negative = Temporary(ScalarType.I64);
            _builder.Emit(new UnaryInstruction(At(operation), negative, UnaryOperator.Negate, offset, ScalarType.I64));
            offset = Operand.Move(negative);
        }

        return Derive(left, offset, null, left.Type, operation, null);
    }

    /// <summary>Makes a pointer to a variable, which may be read and written in any way from here on.</summary>
    public Operand ExposeAddress(Place place, IOperation operation, string description, Place? into)
    {
        var type = operation.Type is { } declared && _scope.IrTypeOf(declared) is PointerType pointer
            ? pointer
            : _compilation.Types.Pointer(place.Type, isReadOnly: false);
        var target = ChooseTarget(into, type, operation);
        if (IsMemory(place))
        {
            _builder.Emit(new AddressOfInstruction(At(operation), target, place));
            return Operand.Move(target);
        }

        _builder.Emit(new OpaqueInstruction(
            At(operation),
            target,
            OpaqueReason.Reinterpretation,
            description,
            ImmutableArray<Operand>.Empty,
            ImmutableArray.Create(place)));
        return Operand.Move(target);
    }

    /// <summary>Compares where two pointers or objects are, or what they are with null; what is in memory is not read.</summary>
    public Operand ComparePointers(BinaryOperator @operator, Operand left, Operand right, IOperation operation, Place? into)
    {
        var target = ChooseTarget(into, ScalarType.Bool, operation);
        _builder.Emit(new BinaryInstruction(At(operation), target, @operator, left, right, left.Type));
        return Operand.Move(target);
    }

    /// <summary>Whether a place is plain memory: it lies behind a span or a pointer, and no owner is in it.</summary>
    public static bool IsMemory(Place place)
    {
        if (place.Type.ContainsOwner)
            return false;
        foreach (var step in place.Steps)
        {
            if (step is DereferenceStep or ElementStep)
                return true;
        }

        return false;
    }

    /// <summary>The size of a type in bytes, where it is known.</summary>
    public static Operand? SizeOf(IrType type) => type.Size >= 0 ? Operand.Constant(type.Size, ScalarType.I64) : null;

    /// <summary>Makes the size of a type a number.</summary>
    public Operand MakeSize(ITypeSymbol type, IOperation operation, Place? into)
    {
        var lowered = _scope.IrTypeOf(type);
        if (lowered is OwnerType || lowered.Size < 0)
            return MakeOpaque(operation, into, OpaqueReason.NotFollowed, "a size that is not known");
        return Operand.Constant(lowered.Size, ScalarType.I32);
    }

    /// <summary>Makes a span over a variable.</summary>
    public Operand MakeSpan(Place place, Operand length, IrType type, IOperation operation, Place? into)
    {
        if (place.Type.ContainsOwner)
            return ExposeAddress(place, operation, "a span over an owner", into);
        var start = TemporaryPointer(place.Type, operation);
        TakeAddress(place, start, At(operation));
        return Derive(Operand.Move(start), Zero, ScaleToBytes(length, place.Type, operation), type, operation, into);
    }

    /// <summary>The place, which is read and written undisturbed by others where it lies in memory.</summary>
    public Place MakeAtomic(Place place, IOperation operation)
    {
        if (!IsMemory(place))
            return place;
        if (place.Steps is not [DereferenceStep])
        {
            var pointer = TemporaryPointer(place.Type, operation);
            TakeAddress(place, pointer, At(operation));
            place = pointer.Dereference(place.Type);
        }

        return new Place(place.Local).Dereference(place.Type, DereferenceStep.Atomic);
    }

    /// <summary>Stores a value in memory, wherever that lies.</summary>
    public Operand StoreThrough(Operand memory, Operand value, IOperation operation)
    {
        var pointer = Derive(memory, Zero, SizeOf(value.Type), _compilation.Types.Pointer(value.Type, isReadOnly: false), operation, null);
        _builder.Emit(new AssignInstruction(At(operation), pointer.Place.Dereference(value.Type, DereferenceStep.Unaligned), value));
        return Operand.Null(HandleType.Instance);
    }

    /// <summary>Makes a pointer to an element.</summary>
    public Operand TakeElementAddress(Place element, IOperation operation)
    {
        var pointer = TemporaryPointer(element.Type, operation);
        _builder.Emit(new AddressOfInstruction(At(operation), pointer, element));
        return Operand.Move(pointer);
    }
}
