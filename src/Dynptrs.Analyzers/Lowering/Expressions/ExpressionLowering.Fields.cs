using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Fields: of structs, of objects, static ones, and those behind parameters of primary constructors.</summary>
internal sealed partial class ExpressionLowering
{
    private Place PlaceOfField(IFieldReferenceOperation reference)
    {
        if (reference.Field.IsStatic)
            return PlaceOfStatic(reference);
        return PlaceOfMember(reference.Instance, reference.Field, reference);
    }

    private Place PlaceOfMember(IOperation? instance, IFieldSymbol field, IOperation reference)
    {
        if (instance is null)
            return _emit.KeepInPlace(LowerUnsupported(reference, null), reference, isOwn: reference.Type is not null);
        var container = PlaceOf(instance);
        var place = PlaceOfFieldIn(container, field, reference);
        return field.RefKind == RefKind.None ? place : place.Dereference(IrTypeOf(field.Type));
    }

    /// <summary>The place of a field of what is kept in a place.</summary>
    private Place PlaceOfFieldIn(Place container, IFieldSymbol field, IOperation reference)
    {
        var type = IrTypeOf(field.Type);
        if (TypeLowering.Field(container.Type, field) is { } structField)
        {
            if (field.ContainingType is { } owner
                && structField.Type is not OwnerType
                && _compilation.Types.OverlapsOwner(_scope.Substitution.Apply(owner)))
                _builder.Emit(Emitter.Reinterpretation(At(reference), null, "a field that overlaps an owner", container));
            return container.Field(structField);
        }

        if (container.Type is OwnerType)
        {
            if (!_compilation.IsImplementation(_scope.Method.ContainingType))
                _builder.Emit(Emitter.Reinterpretation(At(reference), null, "a field of an owner", container));
            return _emit.Temporary(type, reference);
        }

        return PlaceOfFieldInMemory(container, field, type, reference);
    }

    /// <summary>A field of an object, or of a struct that is not followed field by field: memory at an offset.</summary>
    private Place PlaceOfFieldInMemory(Place container, IFieldSymbol field, IrType type, IOperation reference)
    {
        var pointer = _emit.TemporaryPointer(type, reference);
        var offset = container.Type is OpaqueType && field.ContainingType is { IsValueType: true } ? OffsetOf(field) : -1;
        if (offset < 0)
        {
            var origin = container.Type is HandleType ? MemoryOrigin.Heap : MemoryOrigin.Unknown;
            _builder.Emit(new AllocateInstruction(At(reference), pointer, Emitter.SizeOf(type), origin));
            return pointer.Dereference(type);
        }

        var start = _emit.TemporaryPointer(container.Type);
        _builder.Emit(new AddressOfInstruction(At(reference), start, container));
        _builder.Emit(new DeriveInstruction(
            At(reference),
            pointer,
            Operand.Move(start),
            Operand.Constant(offset, ScalarType.I64),
            Emitter.SizeOf(type)));
        return pointer.Dereference(type);
    }

    private int OffsetOf(IFieldSymbol field)
    {
        var layout = _compilation.Types.Layout((INamedTypeSymbol)_scope.Substitution.Apply(field.ContainingType));
        for (var i = 0; i < layout.Fields.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(layout.Fields[i].OriginalDefinition, field.OriginalDefinition))
                return layout.Offsets[i];
        }

        return -1;
    }

    private Place PlaceOfStatic(IFieldReferenceOperation reference)
    {
        var type = IrTypeOf(reference.Field.Type);
        if (IsForbiddenStatic(reference.Field))
            return _emit.MakeOpaque(reference, null, OpaqueReason.ManagedStatic, "a static field of a managed type").Place;
        if (type is HandleType or PointerType)
        {
            var value = new Place(_builder.Temporary(type, reference.Field.Name));
            var global = GlobalOf(reference.Field);
            _builder.Emit(new AllocateInstruction(
                At(reference),
                value,
                CapacityOf(reference.Field),
                type is HandleType ? MemoryOrigin.Global : MemoryOrigin.Heap)
            {
                Global = global,
                // What is never assigned again is always the same object.
                Variable = reference.Field.IsReadOnly ? global : null,
            });
            return value;
        }

        return PlaceOfStaticMemory(reference.Field, reference);
    }

    /// <summary>Where a value is stored: a static field is memory, whatever is known of what is read from it.</summary>
    private Place PlaceOfTarget(IOperation target) =>
        target is IFieldReferenceOperation { Field: { IsStatic: true } field } && !IsForbiddenStatic(field)
            ? PlaceOfStaticMemory(field, target)
            : PlaceOf(target);

    /// <summary>Whether a program may not use a static field. Of a delegate, the call is refused.</summary>
    private bool IsForbiddenStatic(IFieldSymbol field) =>
        _scope.IsProgramCode
        && !field.IsReadOnly
        && _scope.Substitution.Apply(field.Type) is { IsUnmanagedType: false, TypeKind: not TypeKind.Delegate };

    private Place PlaceOfStaticMemory(IFieldSymbol field, IOperation reference)
    {
        var type = IrTypeOf(field.Type);
        var origin = field.Type.IsUnmanagedType ? MemoryOrigin.Global : MemoryOrigin.Heap;
        var global = GlobalOf(field);
        var isReadOnly = field.IsReadOnly ? !IsInOwnConstructor(field) : global.LoadTime is not null && _scope.IsProgramCode;
        return PlaceOfMemory(global, field.Name, type, isReadOnly, origin, reference);
    }

    private Place PlaceOfMemory(
        GlobalVariable global, string name, IrType type, bool isReadOnly, MemoryOrigin origin, IOperation reference)
    {
        var pointer = new Place(_builder.Temporary(_compilation.Types.Pointer(type, isReadOnly), name));
        _builder.Emit(new AllocateInstruction(At(reference), pointer, Emitter.SizeOf(type), origin)
        {
            Global = global,
            Variable = global,
        });
        return pointer.Dereference(type);
    }

    /// <summary>Whether the kernel has the helper that a constant names; an unknown where that is not to be known.</summary>
    private Operand LowerHelperTest(IInvocationOperation call, Place? into)
    {
        var name = call.Arguments[0].Value;
        if (name.ConstantValue is not { HasValue: true, Value: string helper })
            return _emit.MakeOpaque(call, into, OpaqueReason.Text, "the name of a helper that is not constant");
        // Who names one that is not there is told so where it is named.
        return _compilation.Helpers.Find(helper) is { } variable
            ? Operand.Copy(PlaceOfMemory(variable, helper, ScalarType.Bool, isReadOnly: true, MemoryOrigin.Global, call))
            : Operand.Constant(0, ScalarType.Bool);
    }

    private GlobalVariable GlobalOf(IFieldSymbol field) => _compilation.Globals.Of(field, _compilation.CancellationToken);

    /// <summary>The number of entries that a static object is made with, where its declaration says so.</summary>
    private Operand? CapacityOf(IFieldSymbol field) =>
        field is { IsStatic: true, IsReadOnly: true } && _compilation.Creations.Capacity(field, _compilation.CancellationToken) is { } capacity
            ? Operand.Constant(capacity, ScalarType.I64)
            : null;

    private static IFieldSymbol? PrimaryField(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type })
            return null;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null, IsImplicitlyDeclared: true } field
                && TypeLowering.FieldName(field) == parameter.Name)
                return field;
        }

        return null;
    }
}
