using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Expressions that denote variables: where they are kept.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>What the patterns that are being matched look at, innermost last.</summary>
    private Place? _patternInput;

    /// <summary>The place of a variable; a value that has none is put into a temporary.</summary>
    private Place Location(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { IsConst: false } local }:
                return VariablePlace(local, local.Type, local.RefKind != RefKind.None);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return ParameterPlace(parameter, operation);
            case IInstanceReferenceOperation instance:
                return InstancePlace(instance);
            case IFieldReferenceOperation { Field: { HasConstantValue: false } } field:
                return FieldPlace(field);
            case IPropertyReferenceOperation property when BackingField(property.Property) is { } field:
                return MemberPlace(property.Instance, field, property);
            case IPropertyReferenceOperation property when property.Property.RefKind != RefKind.None:
                return SpanElement(property) ?? Referent(LowerPropertyGet(property, null), property);
            case IInvocationOperation call when call.TargetMethod.RefKind != RefKind.None:
                return Referent(LowerInvocation(call, null), call);
            case IArrayElementReferenceOperation element:
                return ArrayElement(element);
            case IInlineArrayAccessOperation { Argument.Type.SpecialType: SpecialType.System_Int32 } access:
                return InlineArrayElement(access);
            case IImplicitIndexerReferenceOperation { Type: not null } access when !IsSlice(access):
                return ImplicitElement(access);
            case IFlowCaptureReferenceOperation reference:
                return CapturePlace(reference);
            case IDeclarationExpressionOperation declaration:
                return Location(declaration.Expression);
            case IDiscardOperation discard:
                return DiscardPlace(discard);
            case IConversionOperation { OperatorMethod: null } conversion when IsIdentity(conversion):
                return Location(conversion.Operand);
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                return LowerRefAssignment(assignment);
            case { Kind: OperationKind.None }:
                return PointerPlace(operation) ?? Materialize(operation);
            default:
                return Materialize(operation);
        }
    }

    private Place VariablePlace(ISymbol variable, ITypeSymbol type, bool isByRef)
    {
        if (!_variables.TryGetValue(variable, out var local))
        {
            // The compiler's own variables, such as the flag of a lock, belong to no region.
            local = _builder.AddLateLocal(variable.Name, isByRef ? Pointer(type, isReadOnly: false) : Lower(type), isTemporary: false);
            _variables.Add(variable, local);
        }

        var place = new Place(local);
        return isByRef || IsHiddenParameter(variable) ? place.Dereference(Lower(type)) : place;
    }

    private bool IsHiddenParameter(ISymbol variable)
    {
        if (_scope.Captured.IsEmpty)
            return false;
        foreach (var captured in _scope.Captured)
        {
            if (SymbolEqualityComparer.Default.Equals(captured, variable))
                return true;
        }

        return false;
    }

    private Place ParameterPlace(IParameterSymbol parameter, IOperation operation)
    {
        parameter = parameter.OriginalDefinition;
        if (_variables.ContainsKey(parameter))
            return VariablePlace(parameter, parameter.Type, parameter.RefKind != RefKind.None);
        // A parameter of a primary constructor, used outside of it, lives in a field.
        if (_this is not null && PrimaryField(parameter) is { } field)
            return FieldOf(ThisPlace(), field, operation);
        return VariablePlace(parameter, parameter.Type, parameter.RefKind != RefKind.None);
    }

    private static IFieldSymbol? PrimaryField(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type })
            return null;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null, IsImplicitlyDeclared: true } field && TypeLowering.FieldName(field) == parameter.Name)
                return field;
        }

        return null;
    }

    private Place ThisPlace()
    {
        _this ??= _builder.AddLateLocal("this", HandleType.Instance, isTemporary: false);
        var place = new Place(_this);
        return _this.Type is PointerType pointer ? place.Dereference(pointer.Element) : place;
    }

    private Place InstancePlace(IInstanceReferenceOperation instance) =>
        instance.ReferenceKind == InstanceReferenceKind.PatternInput && _patternInput is { } input ? input : ThisPlace();

    private Place FieldPlace(IFieldReferenceOperation reference)
    {
        if (reference.Field.IsStatic)
            return StaticPlace(reference);
        return MemberPlace(reference.Instance, reference.Field, reference);
    }

    private Place MemberPlace(IOperation? instance, IFieldSymbol field, IOperation reference)
    {
        if (instance is null)
            return Materialize(reference);
        var container = Location(instance);
        var place = FieldOf(container, field, reference);
        return field.RefKind == RefKind.None ? place : place.Dereference(Lower(field.Type));
    }

    /// <summary>The place of a field of what is kept in a place.</summary>
    private Place FieldOf(Place container, IFieldSymbol field, IOperation reference)
    {
        var type = Lower(field.Type);
        if (TypeLowering.Field(container.Type, field) is { } structField)
        {
            if (field.ContainingType is { } owner && structField.Type is not OwnerType && _context.Types.OverlapsOwner(Substitute(owner)))
                _builder.Emit(Reinterpretation(At(reference), null, "a field that overlaps an owner", container));
            return container.Field(structField);
        }

        if (container.Type is OwnerType)
        {
            if (!_context.IsImplementation(_scope.Method.ContainingType))
                _builder.Emit(Reinterpretation(At(reference), null, "a field of an owner", container));
            return new Place(_builder.Temporary(type, Render(reference.Syntax)));
        }

        return MemoryField(container, field, type, reference);
    }

    /// <summary>A field of an object, or of a struct that is not followed field by field: memory at an offset.</summary>
    private Place MemoryField(Place container, IFieldSymbol field, IrType type, IOperation reference)
    {
        var pointer = new Place(_builder.Temporary(_context.Types.Pointer(type, isReadOnly: false), Render(reference.Syntax)));
        var offset = container.Type is OpaqueType && field.ContainingType is { IsValueType: true } ? OffsetOf(field) : -1;
        if (offset < 0)
        {
            var origin = container.Type is HandleType ? MemoryOrigin.Heap : MemoryOrigin.Unknown;
            _builder.Emit(new AllocateInstruction(At(reference), pointer, Size(type), origin));
            return pointer.Dereference(type);
        }

        var start = new Place(_builder.Temporary(_context.Types.Pointer(container.Type, isReadOnly: false)));
        _builder.Emit(new AddressOfInstruction(At(reference), start, container));
        _builder.Emit(new DeriveInstruction(At(reference), pointer, Operand.Move(start), Operand.Constant(offset, ScalarType.I64), Size(type)));
        return pointer.Dereference(type);
    }

    private int OffsetOf(IFieldSymbol field)
    {
        var layout = _context.Types.Layout((INamedTypeSymbol)Substitute(field.ContainingType));
        for (var i = 0; i < layout.Fields.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(layout.Fields[i].OriginalDefinition, field.OriginalDefinition))
                return layout.Offsets[i];
        }

        return -1;
    }

    private Place StaticPlace(IFieldReferenceOperation reference)
    {
        var type = Lower(reference.Field.Type);
        // Of a delegate, the call is refused.
        if (_scope.IsProgramCode && !reference.Field.IsReadOnly && Substitute(reference.Field.Type) is { IsUnmanagedType: false, TypeKind: not TypeKind.Delegate })
            return OpaqueValue(reference, null, OpaqueReason.ManagedStatic, "a static field of a managed type").Place;
        if (type is HandleType or PointerType)
        {
            var value = new Place(_builder.Temporary(type, reference.Field.Name));
            _builder.Emit(new AllocateInstruction(At(reference), value, Capacity(reference.Field), type is HandleType ? MemoryOrigin.Global : MemoryOrigin.Heap));
            return value;
        }

        var origin = reference.Field.Type.IsUnmanagedType ? MemoryOrigin.Global : MemoryOrigin.Heap;
        var pointer = new Place(_builder.Temporary(_context.Types.Pointer(type, reference.Field.IsReadOnly), reference.Field.Name));
        _builder.Emit(new AllocateInstruction(At(reference), pointer, Size(type), origin));
        return pointer.Dereference(type);
    }

    /// <summary>The number of entries that a static object is made with, where its declaration says so.</summary>
    private Operand? Capacity(IFieldSymbol field) =>
        field is { IsStatic: true, IsReadOnly: true } && _context.Capacities.Find(field, _context.CancellationToken) is { } capacity
            ? Operand.Constant(capacity, ScalarType.I64)
            : null;

    private static Operand? Size(IrType type) => type.Size >= 0 ? Operand.Constant(type.Size, ScalarType.I64) : null;

    /// <summary>What a pointer points to; the pointer is the result of a member that returns by reference.</summary>
    private Place Referent(Operand pointer, IOperation operation)
    {
        var place = PlaceOf(pointer, operation);
        return place.Dereference(place.Type is PointerType type ? type.Element : Lower(operation.Type!));
    }

    private Place CapturePlace(IFlowCaptureReferenceOperation reference)
    {
        var info = _captures[reference.Id];
        if (info.Kind == FlowCaptureKind.Place && info.Place is { } place)
            return place;
        info.Local ??= _builder.AddLateLocal(Render(reference.Syntax), reference.Type is { } type ? Lower(type) : HandleType.Instance, isTemporary: true);
        var local = new Place(info.Local);
        return info.Kind == FlowCaptureKind.Alias && info.Local.Type is PointerType pointer ? local.Dereference(pointer.Element) : local;
    }

    private Place DiscardPlace(IDiscardOperation discard)
    {
        var local = _builder.Temporary(Lower(discard.Type!), "_");
        if (local.Type.ContainsOwner)
            _droppedOwners.Add(local);
        return new Place(local);
    }

    /// <summary>Puts the value of an expression into a temporary; nobody takes an owner out of it any more.</summary>
    private Place Materialize(IOperation operation)
    {
        var place = PlaceOf(Lower(operation, null), operation, isOwn: operation.Type is not null);
        if (place is { IsLocal: true, Local: { IsTemporary: true, Type.ContainsOwner: true } local } && operation is not IFlowCaptureReferenceOperation)
            _droppedOwners.Add(local);
        return place;
    }

    private Place PlaceOf(Operand operand, IOperation operation, bool isOwn = false)
    {
        if (operand.Kind == OperandKind.Move || (operand.Kind == OperandKind.Copy && !isOwn))
            return operand.Place;
        var temporary = new Place(_builder.Temporary(operand.Type, Render(operation.Syntax)));
        _builder.Emit(new AssignInstruction(At(operation), temporary, operand));
        return temporary;
    }

    /// <summary>Makes sure that a place stays the same whatever is evaluated next: its address is taken now.</summary>
    private Place Pin(Place place, IOperation operation)
    {
        var isFixed = true;
        var isOwnLocal = place.Local.IsTemporary;
        foreach (var step in place.Steps)
        {
            isFixed &= step is FieldStep
                || (isOwnLocal && (step is DereferenceStep || step is ElementStep { Index: { Kind: OperandKind.Constant or OperandKind.Move } }));
        }

        if (isFixed)
            return place;
        var pointer = new Place(_builder.Temporary(_context.Types.Pointer(place.Type, isReadOnly: false), Render(operation.Syntax)));
        _builder.Emit(new AddressOfInstruction(At(operation), pointer, place));
        return pointer.Dereference(place.Type);
    }

    /// <summary>The field behind a property whose accessors only read and write it, or <see langword="null"/>.</summary>
    private IFieldSymbol? BackingField(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsVirtual || property.IsOverride || property.IsAbstract || property.ContainingType is not { IsValueType: true } type)
            return null;
        if (type.IsTupleType || property.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
            return null;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
                return IsTrivial(property) ? field : null;
        }

        return null;
    }

    private bool IsTrivial(IPropertySymbol property)
    {
        if (property.GetMethod is { } getter && (_context.Contracts.HasContract(getter) || MethodBodies.Declaration(getter, _context.CancellationToken) is not null))
            return false;
        return property.SetMethod is not { } setter || MethodBodies.Declaration(setter, _context.CancellationToken) is null;
    }

    /// <summary>Whether a variable may only be read, so that calling a member that may write runs on a copy of it.</summary>
    private bool IsReadOnlyVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => IsReadOnly(local.RefKind) || local.IsForEach,
        IParameterReferenceOperation { Parameter: var parameter } => IsReadOnly(parameter.RefKind),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => !IsInOwnConstructor(field),
        IFieldReferenceOperation { Field.RefKind: var kind and not RefKind.None } => IsReadOnly(kind),
        IFieldReferenceOperation { Instance: { Type.IsReferenceType: false } instance } => IsReadOnlyVariable(instance),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => _this?.Type is PointerType { IsReadOnly: true },
        IPropertyReferenceOperation property => IsReadOnly(property.Property.RefKind),
        IInvocationOperation call => IsReadOnly(call.TargetMethod.RefKind),
        IFlowCaptureReferenceOperation reference => _captures.Find(reference.Id) is { Kind: not FlowCaptureKind.Value, Captured: [var captured, ..] } && IsReadOnlyVariable(captured),
        IConversionOperation { OperatorMethod: null } conversion when IsIdentity(conversion) => IsReadOnlyVariable(conversion.Operand),
        _ => false,
    };

    private bool IsInOwnConstructor(IFieldSymbol field) =>
        _scope.Method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor
        && SymbolEqualityComparer.Default.Equals(_scope.Method.ContainingType, field.ContainingType);

    private static OpaqueInstruction Opaque(Site site, Place? target, OpaqueReason reason, string description, params ImmutableArray<Operand> inputs) =>
        new(site, target, reason, description, inputs, ImmutableArray<Place>.Empty);

    /// <summary>Notes what program code may not do. Host code does it, and its instructions say how.</summary>
    private void Refuse(Site site, OpaqueReason reason, string description)
    {
        if (_scope.IsProgramCode)
            _builder.Emit(Opaque(site, null, reason, description));
    }

    private static OpaqueInstruction Reinterpretation(Site site, Place? target, string description, Place escaping) =>
        new(site, target, OpaqueReason.Reinterpretation, description, ImmutableArray<Operand>.Empty, ImmutableArray.Create(escaping));
}
