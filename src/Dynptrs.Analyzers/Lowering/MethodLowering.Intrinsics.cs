using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Framework members whose meaning is known: see <see cref="IntrinsicTable"/>.</summary>
internal sealed partial class MethodLowering
{
    private static readonly Operand Zero = Operand.Constant(0, ScalarType.I64);

    /// <summary>Lowers a call of a known member, or answers <see langword="null"/> for an overload that is not known.</summary>
    private Operand? LowerIntrinsic(Intrinsic intrinsic, IInvocationOperation call, IMethodSymbol method, Place? into)
    {
        var values = Values(call, method);
        switch (intrinsic)
        {
            case Intrinsic.Length or Intrinsic.IsEmpty or Intrinsic.EmptySpan or Intrinsic.Element:
                return null;
            case Intrinsic.Slice or Intrinsic.AsSpan:
                return LowerSlice(values, call, into);
            case Intrinsic.Clear when Memory(values[0]) is { } memory:
                return Block(MemoryBlockOperator.Fill, memory, Operand.Constant(0, ScalarType.U8), values[0]);
            case Intrinsic.Fill when Memory(values[0]) is { } memory:
                return Block(MemoryBlockOperator.Fill, memory, Lower(values[1], null), values[0]);
            case Intrinsic.CopyTo when Memory(values[0]) is { } source:
                return Lower(values[1], null) is { Type: PointerType } destination ? Block(MemoryBlockOperator.Copy, destination, source, call) : null;
            case Intrinsic.SequenceEqual when values.Length == 2 && Memory(values[0]) is { } left:
                var equal = Target(into, ScalarType.Bool, call);
                _builder.Emit(new MemoryBlockInstruction(At(call), equal, MemoryBlockOperator.Equal, Spill(left, call), Lower(values[1], null)));
                return Operand.Move(equal);
            case Intrinsic.FirstElement or Intrinsic.AsBytes or Intrinsic.CastSpan or Intrinsic.AsRefOfSpan when Memory(values[0]) is { } memory:
                return Derive(memory, Zero, intrinsic is Intrinsic.FirstElement or Intrinsic.AsRefOfSpan ? Size(Lower(method.ReturnType)) : null, ResultType(method)!, call, into);
            case Intrinsic.CreateSpan:
                return CreateSpan(Location(values[0]), Lower(values[1], null), Lower(call.Type!), call, into);
            case Intrinsic.ReadStruct when Memory(values[0]) is { } memory:
                return Load(memory, Lower(call.Type!), values[0]);
            case Intrinsic.WriteStruct when Memory(values[0]) is { } memory:
                return StoreThrough(Spill(memory, values[0]), Lower(values[1], null), values[0]);
            case Intrinsic.ReadUnaligned:
                return Load(PointerTo(values[0], call), Lower(call.Type!), call);
            case Intrinsic.WriteUnaligned:
                return StoreThrough(PointerTo(values[0], call), Lower(values[1], null), call);
            case Intrinsic.Reinterpret or Intrinsic.AsRef or Intrinsic.AsPointer:
                return LowerReinterpretation(intrinsic, values[0], call, method, into);
            case Intrinsic.Add or Intrinsic.Subtract or Intrinsic.AddByteOffset:
                return LowerUnsafeAdd(intrinsic, values, call, method, into);
            case Intrinsic.SizeOf:
                return SizeOf(method.TypeArguments[0], call, into);
            case Intrinsic.SkipInit:
                return LowerSkipInit(Location(values[0]), call);
            case Intrinsic.NullRef:
                return Operand.Null(ResultType(method)!);
            case Intrinsic.AreSame:
                return CompareAddresses(BinaryOperator.Equal, values, call, into);
            case Intrinsic.IsAddressLessThan:
                return CompareAddresses(BinaryOperator.Less, values, call, into);
            case Intrinsic.IsAddressGreaterThan:
                return CompareAddresses(BinaryOperator.Greater, values, call, into);
            case Intrinsic.IsNullRef:
                return LowerIsNullRef(values[0], call, into);
            case Intrinsic.ReadLittleEndian or Intrinsic.ReadBigEndian when Memory(values[0]) is { } memory:
                var read = Load(memory, Lower(call.Type!), values[0]);
                return intrinsic == Intrinsic.ReadBigEndian ? Reverse(read, call) : read;
            case Intrinsic.WriteLittleEndian or Intrinsic.WriteBigEndian when Memory(values[0]) is { } memory:
                memory = Spill(memory, values[0]);
                var written = Lower(values[1], null);
                return StoreThrough(memory, intrinsic == Intrinsic.WriteBigEndian ? Reverse(written, call) : written, values[0]);
            case Intrinsic.ReverseEndianness when call.Type is not null && Lower(call.Type) is ScalarType:
                return Reverse(Lower(values[0], null), call);
            default:
                return LowerNumber(intrinsic, values, call) ?? LowerShared(intrinsic, values, call);
        }
    }

    /// <summary>The receiver, if any, and the arguments in the order of the parameters.</summary>
    private static ImmutableArray<IOperation> Values(IInvocationOperation call, IMethodSymbol method)
    {
        var first = call.Instance is null ? 0 : 1;
        var values = new IOperation[first + call.Arguments.Length];
        if (call.Instance is not null)
            values[0] = call.Instance;
        foreach (var argument in call.Arguments)
            values[first + System.Math.Min(argument.Parameter?.Ordinal ?? 0, call.Arguments.Length - 1)] = argument.Value;
        return ImmutableArray.Create(values);
    }

    /// <summary>A span, array or pointer, or <see langword="null"/> for something else, whose effects have not happened then.</summary>
    private Operand? Memory(IOperation value) =>
        value.Type is { } type && Lower(type) is PointerType ? Lower(value, null) : null;

    private Operand? LowerSlice(ImmutableArray<IOperation> values, IInvocationOperation call, Place? into)
    {
        if (values.Length > 3)
            return null;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i].Type is not { SpecialType: SpecialType.System_Int32 })
                return null;
        }

        if (Lower(values[0].Type!) is HandleType)
        {
            foreach (var value in values)
                Discard(value);
            var text = Target(into, Lower(call.Type!), call);
            _builder.Emit(new AllocateInstruction(At(call), text, null, MemoryOrigin.Heap));
            return Operand.Move(text);
        }

        if (Memory(values[0]) is not { Type: PointerType { Element: var element } } memory)
            return null;
        if (values.Length == 1)
            return Derive(memory, Zero, null, Lower(call.Type!), call, into);
        memory = HasEffects(values[1]) || (values.Length == 3 && HasEffects(values[2])) ? Spill(memory, call) : memory;
        var start = values.Length == 3 ? Stable(values[1], HasEffects(values[2])) : Lower(values[1], null);
        return Part(memory, start, values.Length == 3 ? Lower(values[2], null) : null, element, call, into);
    }

    private Operand Block(MemoryBlockOperator @operator, Operand destination, Operand operand, IOperation operation)
    {
        _builder.Emit(new MemoryBlockInstruction(At(operation), null, @operator, destination, operand));
        return Operand.Null(HandleType.Instance);
    }

    private Operand CreateSpan(Place place, Operand length, IrType type, IOperation operation, Place? into)
    {
        if (place.Type.ContainsOwner)
            return AddressOf(place, operation, "a span over an owner", into);
        var start = new Place(_builder.Temporary(_context.Types.Pointer(place.Type, isReadOnly: false), Render(operation.Syntax)));
        TakeAddress(place, start, At(operation));
        return Derive(Operand.Move(start), Zero, Bytes(length, place.Type, operation), type, operation, into);
    }

    private Operand Load(Operand memory, IrType type, IOperation operation)
    {
        var pointer = Derive(memory, Zero, Size(type), _context.Types.Pointer(type, isReadOnly: true), operation, null);
        return Loaded(Operand.Copy(pointer.Place.Dereference(type)), operation);
    }

    private Operand StoreThrough(Operand memory, Operand value, IOperation operation)
    {
        var pointer = Derive(memory, Zero, Size(value.Type), _context.Types.Pointer(value.Type, isReadOnly: false), operation, null);
        _builder.Emit(new AssignInstruction(At(operation), pointer.Place.Dereference(value.Type), value));
        return Operand.Null(HandleType.Instance);
    }

    /// <summary>The pointer that is passed: a pointer, or the address of a variable that is passed by reference.</summary>
    private Operand PointerTo(IOperation value, IOperation call)
    {
        if (value.Type is IPointerTypeSymbol)
            return Spill(Lower(value, null), value);
        return AddressOf(Location(value), call.Type is IPointerTypeSymbol ? call : value, "memory that is seen as another type", null);
    }

    private Operand LowerReinterpretation(Intrinsic intrinsic, IOperation value, IInvocationOperation call, IMethodSymbol method, Place? into)
    {
        if (ResultType(method) is not PointerType result)
            return LowerCast(value, call, into);
        if (value.Type is IPointerTypeSymbol)
            return Derive(Lower(value, null), Zero, null, result, call, into);
        var place = Location(value);
        var isSameType = place.Type == result.Element && intrinsic != Intrinsic.AsPointer;
        if (!place.Type.ContainsOwner && (isSameType || IsMemory(place)))
        {
            var start = new Place(_builder.Temporary(_context.Types.Pointer(place.Type, isReadOnly: false), Render(value.Syntax)));
            TakeAddress(place, start, At(call));
            return isSameType && result.IsReadOnly is false && start.Type == result
                ? Operand.Move(start)
                : Derive(Operand.Move(start), Zero, null, result, call, into);
        }

        var target = Target(into, result, call);
        _builder.Emit(Reinterpretation(At(call), target, "memory that is seen as another type", place));
        return Operand.Move(target);
    }

    /// <summary><c>Unsafe.As</c> of an object: the same object.</summary>
    private Operand LowerCast(IOperation value, IOperation call, Place? into)
    {
        var operand = Lower(value, null);
        return operand.Type == Lower(call.Type!) ? operand : OpaqueValue(call, into, OpaqueReason.RuntimeType, "a cast that is not checked", operand);
    }

    private Operand LowerUnsafeAdd(Intrinsic intrinsic, ImmutableArray<IOperation> values, IInvocationOperation call, IMethodSymbol method, Place? into)
    {
        var result = (PointerType)ResultType(method)!;
        Operand start;
        if (values[0].Type is IPointerTypeSymbol)
        {
            start = Spill(Lower(values[0], null), values[0]);
        }
        else
        {
            var place = Location(values[0]);
            var address = new Place(_builder.Temporary(_context.Types.Pointer(place.Type, isReadOnly: false), Render(values[0].Syntax)));
            if (IsMemory(place))
                TakeAddress(place, address, At(call));
            else
                _builder.Emit(Reinterpretation(At(call), address, "an address that is computed", place));
            start = Operand.Move(address);
        }

        var count = Lower(values[1], null);
        var offset = Bytes(count, intrinsic == Intrinsic.AddByteOffset ? ScalarType.U8 : result.Element, call);
        if (intrinsic == Intrinsic.Subtract)
        {
            var negative = new Place(_builder.Temporary(ScalarType.I64));
            _builder.Emit(new UnaryInstruction(At(call), negative, UnaryOperator.Negate, offset, ScalarType.I64));
            offset = Operand.Move(negative);
        }

        return Derive(start, offset, null, result, call, into);
    }

    private Operand LowerSkipInit(Place place, IOperation call)
    {
        _builder.Emit(place.Type.ContainsOwner
            ? new ClearInstruction(At(call), place)
            : Opaque(At(call), place, OpaqueReason.NotFollowed, "a variable that is not initialised"));
        return Operand.Null(HandleType.Instance);
    }

    private Operand LowerIsNullRef(IOperation value, IOperation call, Place? into)
    {
        var address = AddressToRead(value);
        var target = Target(into, ScalarType.Bool, call);
        _builder.Emit(new BinaryInstruction(At(call), target, BinaryOperator.Equal, address, Operand.Null(address.Type), address.Type));
        return Operand.Move(target);
    }

    private Operand CompareAddresses(BinaryOperator @operator, ImmutableArray<IOperation> values, IOperation call, Place? into)
    {
        var left = AddressToRead(values[0]);
        var right = AddressToRead(values[1]);
        var target = Target(into, ScalarType.Bool, call);
        _builder.Emit(new BinaryInstruction(At(call), target, @operator, left, right, left.Type));
        return Operand.Move(target);
    }

    private Operand AddressToRead(IOperation value)
    {
        var place = Location(value);
        var address = new Place(_builder.Temporary(_context.Types.Pointer(place.Type, isReadOnly: true), Render(value.Syntax)));
        TakeAddress(place, address, At(value));
        return Operand.Move(address);
    }

    private Operand LowerIntrinsicLength(Operand memory, IrType element, IOperation operation, bool isEmptyTest, Place? into)
    {
        if (!isEmptyTest)
            return Length(memory, element, operation, into);
        var length = Length(memory, element, operation, new Place(_builder.Temporary(ScalarType.I32)));
        return EmitBinary(BinaryOperator.Equal, length, Operand.Constant(0, ScalarType.I32), ScalarType.I32, operation, into);
    }

    /// <summary>Properties of spans and arrays.</summary>
    private Operand? LowerIntrinsicProperty(IPropertyReferenceOperation reference, Place? into)
    {
        if (reference.Property.GetMethod is not { } getter)
            return null;
        switch (_context.Intrinsics.Find(getter))
        {
            case Intrinsic.EmptySpan:
                return Operand.Null(Lower(reference.Type!));
            case Intrinsic.Length or Intrinsic.IsEmpty when reference.Instance is { } instance && Memory(instance) is { Type: PointerType { Element: var element } } memory:
                return LowerIntrinsicLength(memory, element, reference, _context.Intrinsics.Find(getter) == Intrinsic.IsEmpty, into);
            default:
                return null;
        }
    }

    /// <summary>The element that the indexer of a span gives, or <see langword="null"/> for another property.</summary>
    private Place? SpanElement(IPropertyReferenceOperation reference)
    {
        if (EnumerationElement(reference) is { } current)
            return current;
        if (reference is not { Instance: { } instance, Arguments: [{ Value: var index }], Property.GetMethod: { } getter }
            || _context.Intrinsics.Find(getter) != Intrinsic.Element
            || Lower(instance.Type!) is not PointerType { Element: var element })
        {
            return null;
        }

        var memory = PlaceOf(Stable(instance, HasEffects(index)), instance);
        return memory.Element(Index(index, memory, element, reference), element);
    }

    private Operand? IntrinsicConversion(IMethodSymbol method, Operand value, IConversionOperation conversion, Place? into)
    {
        if (TypeLowering.SpanElement(method.ContainingType, out _) is null || Lower(conversion.Type!) is not PointerType type)
            return null;
        if (value.Kind == OperandKind.Null)
            return Operand.Null(type);
        if (value.Type is PointerType)
            return Derive(value, Zero, null, type, conversion, into);
        return null;
    }

    /// <summary>The constructors of spans.</summary>
    private Operand? LowerIntrinsicCreation(IObjectCreationOperation creation, Place? into)
    {
        if (creation.Type is null || TypeLowering.SpanElement(creation.Type, out _) is null || Lower(creation.Type) is not PointerType type)
            return null;
        switch (creation.Arguments)
        {
            case []:
                return Operand.Null(type);
            case [{ Parameter.RefKind: not RefKind.None } variable]:
                return CreateSpan(Location(variable.Value), Operand.Constant(1, ScalarType.I32), type, creation, into);
            case [{ Value: { } array }] when Memory(array) is { } memory:
                return Derive(memory, Zero, null, type, creation, into);
            case [{ Value: { Type: IPointerTypeSymbol } pointer }, { Value: { } length }]:
                var start = Stable(pointer, HasEffects(length));
                return Derive(start, Zero, Bytes(Lower(length, null), type.Element, creation), type, creation, into);
            case [{ Value: { } array }, { Value: { } first }, { Value: { } count }] when Memory(array) is { } memory:
                var source = Spill(memory, array);
                var offset = Stable(first, HasEffects(count));
                return Part(source, offset, Lower(count, null), type.Element, creation, into);
            default:
                return null;
        }
    }
}
