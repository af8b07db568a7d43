using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Memory: elements, ranges, pointers, the stack.</summary>
internal sealed partial class MethodLowering
{
    private static ITypeSymbol ElementTypeOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        IPointerTypeSymbol pointer => pointer.PointedAtType,
        INamedTypeSymbol named when StructLayout.InlineArrayLength(named) > 0 => InlineArrayField(named).Type,
        INamedTypeSymbol { TypeArguments: [var argument] } => argument,
        _ => type,
    };

    private static IFieldSymbol InlineArrayField(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false } field)
                return field;
        }

        return null!;
    }

    private Place ArrayElement(IArrayElementReferenceOperation element)
    {
        var type = Lower(element.Type!);
        if (element.Indices is not [var index] || Lower(element.ArrayReference.Type!) is not PointerType)
        {
            Discard(element.ArrayReference);
            foreach (var each in element.Indices)
                Discard(each);
            return UnknownPointer(type, element).Place.Dereference(type);
        }

        var array = PlaceOf(Stable(element.ArrayReference, HasEffects(index)), element.ArrayReference);
        return array.Element(Index(index, array, type, element), type);
    }

    /// <summary>An index: one from the end is counted from the length.</summary>
    private Operand Index(IOperation index, Place memory, IrType element, IOperation operation)
    {
        if (index is IConversionOperation { Type.Name: "Index", Operand: { Type.SpecialType: SpecialType.System_Int32 } number })
            return Lower(number, null);
        if (index is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
            return index.Type is { } type && TypeLowering.Scalar(type) is not null ? Lower(index, null) : OpaqueIndex(index);
        var length = Length(Operand.Copy(memory), element, operation);
        return EmitBinary(BinaryOperator.Subtract, length, Lower(fromEnd.Operand, null), ScalarType.I32, index, null);
    }

    private Operand OpaqueIndex(IOperation index)
    {
        var target = new Place(_builder.Temporary(ScalarType.I32, Render(index.Syntax)));
        _builder.Emit(Opaque(At(index), target, OpaqueReason.Other, "an index that is a value", Lower(index, null)));
        return Operand.Move(target);
    }

    private Operand Length(Operand memory, IrType element, IOperation operation, Place? into = null)
    {
        var target = Target(into, ScalarType.I32, operation);
        _builder.Emit(new LengthInstruction(At(operation), target, memory, element.Size));
        return Operand.Move(target);
    }

    private Place InlineArrayElement(IInlineArrayAccessOperation access)
    {
        var element = Lower(access.Type!);
        var memory = InlineArrayMemory(access.Instance, element, access);
        var whole = Derive(Operand.Move(memory), Zero, Size(Lower(access.Instance.Type!)), memory.Type, access, null);
        return whole.Place.Element(Lower(access.Argument, null), element);
    }

    private Place InlineArrayMemory(IOperation array, IrType element, IOperation operation)
    {
        var pointer = new Place(_builder.Temporary(_context.Types.Pointer(element, isReadOnly: false), Render(array.Syntax)));
        _builder.Emit(new AddressOfInstruction(At(operation), pointer, Location(array)));
        return pointer;
    }

    private Operand InlineArraySpan(IConversionOperation conversion, Place? into)
    {
        var type = Lower(conversion.Type!);
        var element = Lower(ElementTypeOf(conversion.Operand.Type!));
        var memory = InlineArrayMemory(conversion.Operand, element, conversion);
        return Derive(Operand.Move(memory), Operand.Constant(0, ScalarType.I64), Size(Lower(conversion.Operand.Type!)), type, conversion, into);
    }

    private Operand LowerInlineArrayRange(IInlineArrayAccessOperation access, IRangeOperation range, Place? into)
    {
        var element = Lower(ElementTypeOf(access.Instance.Type!));
        var memory = InlineArrayMemory(access.Instance, element, access);
        var whole = Derive(Operand.Move(memory), Operand.Constant(0, ScalarType.I64), Size(Lower(access.Instance.Type!)), Lower(access.Type!), access, null);
        return Range(whole, element, range, access, into);
    }

    private static bool IsSlice(IImplicitIndexerReferenceOperation access) => access.IndexerSymbol is IMethodSymbol;

    private Operand LowerImplicitSlice(IImplicitIndexerReferenceOperation access, Place? into)
    {
        if (Lower(access.Instance.Type!) is not PointerType { Element: var element } || access.Argument is not IRangeOperation range)
            return Unsupported(access, into);
        return Range(Stable(access.Instance, HasEffects(range)), element, range, access, into);
    }

    private Place ImplicitElement(IImplicitIndexerReferenceOperation access)
    {
        if (Lower(access.Instance.Type!) is not PointerType { Element: var element })
            return PlaceOf(Unsupported(access, null), access);
        var memory = PlaceOf(Stable(access.Instance, HasEffects(access.Argument)), access.Instance);
        return memory.Element(Index(access.Argument, memory, element, access), element);
    }

    private Operand LowerArrayRange(IArrayElementReferenceOperation access, IRangeOperation range, Place? into)
    {
        // A range of an array is a copy on the heap.
        Refuse(At(access), OpaqueReason.Heap, "a copy of a part of an array, on the heap");
        var array = Lower(access.ArrayReference, null);
        if (array.Type is not PointerType { Element: var element })
            return Unsupported(access, into);
        var part = Range(Spill(array, access), element, range, access, null);
        var target = new Place(_builder.Temporary(Lower(access.Type!), Render(access.Syntax)));
        _builder.Emit(new AllocateInstruction(At(access), target, null, MemoryOrigin.Heap));
        _builder.Emit(new MemoryBlockInstruction(At(access), null, MemoryBlockOperator.Copy, Operand.Copy(target), part));
        return Operand.Move(target);
    }

    private Operand Range(Operand memory, IrType element, IRangeOperation range, IOperation operation, Place? into)
    {
        var source = PlaceOf(memory, operation);
        var start = range.LeftOperand is { } left ? Index(left, source, element, operation) : Operand.Constant(0, ScalarType.I32);
        if (range.RightOperand is not { } right)
            return Part(memory, start, null, element, operation, into);
        if (HasEffects(right))
            start = Spill(start, range);
        var end = Index(right, source, element, operation);
        var length = start is { Kind: OperandKind.Constant, Value: 0 } ? end
            : start.Kind == OperandKind.Constant && end.Kind == OperandKind.Constant ? Operand.Constant(end.Value - start.Value, ScalarType.I32)
            : EmitBinary(BinaryOperator.Subtract, end, AsCopy(start), ScalarType.I32, range, null);
        return Part(memory, start, length, element, operation, into);
    }

    private static Operand AsCopy(Operand operand) => operand.Kind == OperandKind.Move ? Operand.Copy(operand.Place) : operand;

    /// <summary>A part of a span, its start and length counted in elements.</summary>
    private Operand Part(Operand memory, Operand start, Operand? length, IrType element, IOperation operation, Place? into)
    {
        var type = operation.Type is { } result && Lower(result) is PointerType pointer ? pointer : memory.Type;
        return Derive(memory, Bytes(start, element, operation), length is { } count ? Bytes(count, element, operation) : null, type, operation, into);
    }

    private Operand Derive(Operand source, Operand offset, Operand? length, IrType to, IOperation operation, Place? into)
    {
        var target = Target(into, to, operation);
        _builder.Emit(new DeriveInstruction(At(operation), target, source, offset, length));
        return Operand.Move(target);
    }

    /// <summary>A number of elements in bytes.</summary>
    private Operand Bytes(Operand count, IrType element, IOperation operation)
    {
        if (count.Type is not ScalarType from)
            return count;
        var wide = Convert(count, from, ScalarType.I64, operation);
        if (element.Size == 1)
            return wide;
        if (element.Size < 0)
            return UnknownNumber(operation);
        if (wide.Kind == OperandKind.Constant)
            return Operand.Constant(wide.Value * element.Size, ScalarType.I64);
        return EmitBinary(BinaryOperator.Multiply, wide, Operand.Constant(element.Size, ScalarType.I64), ScalarType.I64, operation, new Place(_builder.Temporary(ScalarType.I64)));
    }

    private Operand UnknownNumber(IOperation operation)
    {
        var target = new Place(_builder.Temporary(ScalarType.I64));
        _builder.Emit(Opaque(At(operation), target, OpaqueReason.NotFollowed, "a size that is not known"));
        return Operand.Move(target);
    }

    private Operand UnknownPointer(IOperation operation, Place? into)
    {
        var target = Target(into, Lower(operation.Type!), operation);
        foreach (var child in operation.ChildOperations)
            Discard(child);
        _builder.Emit(new AllocateInstruction(At(operation), target, null, MemoryOrigin.Unknown));
        return Operand.Move(target);
    }

    private Operand UnknownPointer(IrType element, IOperation operation)
    {
        var target = new Place(_builder.Temporary(_context.Types.Pointer(element, isReadOnly: false), Render(operation.Syntax)));
        _builder.Emit(new AllocateInstruction(At(operation), target, Size(element), MemoryOrigin.Heap));
        return Operand.Move(target);
    }

    private Operand? PointerArithmetic(BinaryOperatorKind kind, Operand left, Operand right, IOperation operation)
    {
        if (kind is not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract))
            return null;
        if (kind == BinaryOperatorKind.Add && left.Type is ScalarType && right.Type is PointerType)
            (left, right) = (right, left);
        if (left.Type is not PointerType { Element: var element } || right.Type is not ScalarType)
            return null;
        var offset = Bytes(right, element, operation);
        if (kind == BinaryOperatorKind.Subtract)
        {
            var negative = new Place(_builder.Temporary(ScalarType.I64));
            _builder.Emit(new UnaryInstruction(At(operation), negative, UnaryOperator.Negate, offset, ScalarType.I64));
            offset = Operand.Move(negative);
        }

        return Derive(left, offset, null, left.Type, operation, null);
    }

    /// <summary>The address of a variable as a pointer: from here on it may be read and written in any way.</summary>
    private Operand LowerAddressOf(IAddressOfOperation address, Place? into)
    {
        if (address.Reference is IMethodReferenceOperation method)
            return LowerMethodGroup(method, address, into);
        return AddressOf(Location(address.Reference), address, "a pointer to a variable", into);
    }

    private Operand AddressOf(Place place, IOperation operation, string description, Place? into)
    {
        var type = operation.Type is { } declared && Lower(declared) is PointerType pointer ? pointer : _context.Types.Pointer(place.Type, isReadOnly: false);
        var target = Target(into, type, operation);
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

    /// <summary>Whether a place is plain memory: it lies behind a span or a pointer, and no owner is in it.</summary>
    private static bool IsMemory(Place place)
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

    /// <summary>The variable behind a pointer; the graph gives these expressions no kind of their own.</summary>
    private Place? PointerPlace(IOperation operation)
    {
        var children = operation.ChildOperations;
        var (first, second) = (default(IOperation), default(IOperation));
        foreach (var child in children)
            (first, second) = first is null ? (child, null) : (first, child);
        if (first?.Type is not IPointerTypeSymbol pointer || operation.Type is null || Substitute(operation.Type) is IPointerTypeSymbol && operation.IsImplicit)
            return null;
        var type = Lower(operation.Type);
        var target = PlaceOf(Stable(first, second is not null && HasEffects(second)), first);
        if (operation.Syntax is ElementAccessExpressionSyntax && second is not null)
            return target.Element(Spill(Lower(second, null), second), type);
        return second is null && pointer.PointedAtType.Equals(operation.Type, SymbolEqualityComparer.Default) ? target.Dereference(type) : null;
    }

    /// <summary>Expressions without a kind of their own: <c>stackalloc</c> and <c>fixed</c>.</summary>
    private Operand? LowerUnnamed(IOperation operation, Place? into)
    {
        if (operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax)
            return LowerStackAlloc(operation);
        if (operation.IsImplicit && operation.Type is IPointerTypeSymbol)
            return LowerFixed(operation, into);
        return null;
    }

    private Operand LowerStackAlloc(IOperation operation)
    {
        if (Lower(operation.Type!) is not PointerType { Element: var element } type)
            return Unsupported(operation, null);
        var target = new Place(_builder.Temporary(type, Render(operation.Syntax)));
        var position = -1;
        foreach (var child in operation.ChildOperations)
        {
            if (position < 0)
            {
                if (_scope.IsProgramCode && Constant(child) is null)
                    return OpaqueValue(operation, null, OpaqueReason.VariableSize, "a stack allocation whose size is no constant", Lower(child, null));
                _builder.Emit(new AllocateInstruction(At(operation), target, Bytes(Lower(child, null), element, operation), MemoryOrigin.Stack));
            }
            else
            {
                Store(child, target.Element(Operand.Constant(position, ScalarType.I32), element), At(child));
            }

            position++;
        }

        return Operand.Move(target);
    }

    private Operand? LowerFixed(IOperation operation, Place? into)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (child is IAddressOfOperation address)
                return AddressOf(Location(address.Reference), operation, "a pointer to a variable", into);
            if (child.Type is null)
                continue;
            var type = Lower(operation.Type!);
            var value = Lower(child, null);
            return value.Type is PointerType
                ? Derive(value, Operand.Constant(0, ScalarType.I64), null, type, operation, into)
                : OpaqueValue(operation, into, OpaqueReason.RuntimeType, "a pointer to an object", value);
        }

        return null;
    }
}
