using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Properties: calls of their accessors, or their fields where the accessors do nothing else.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerPropertyGet(IPropertyReferenceOperation reference, Place? into)
    {
        if (reference.Instance is IFlowCaptureReferenceOperation { Id: var id } && _captures.Find(id) is { Enumeration: { } enumeration })
            return _emit.TakeElementAddress(CurrentElement(enumeration), reference);
        if (_intrinsics.LowerProperty(reference, into) is { } known)
            return known;
        if (FindBits(reference) is { } bits)
            return ReadBits(reference, bits, into);
        if (reference.Property.GetMethod is not { } accessor)
            return LowerUnsupported(reference, into);
        var getter = ImplementationOf(accessor, reference.Instance, reference.ConstrainedToType);
        if (PlaceBehind(getter, reference) is { } place)
            return Operand.Copy(place);
        var arguments = PassArguments(getter, reference.Instance, reference.Arguments);
        if (ReadCountedNumber(reference, getter.Method, arguments) is { } number)
            return number;
        return Call(getter, At(reference), arguments, into, IsVirtual(getter.Method, reference.Instance))
            ?? Operand.Null(HandleType.Instance);
    }

    private static bool IsVirtual(IMethodSymbol accessor, IOperation? instance) =>
        (accessor.IsVirtual || accessor.IsOverride || accessor.IsAbstract) && !accessor.ContainingType.IsValueType
        && instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    /// <summary>Calls a setter: receiver and indices first, then the value.</summary>
    private Operand SetProperty(IPropertyReferenceOperation reference, Operand? value, IOperation assignment)
    {
        var source = (assignment as ISimpleAssignmentOperation)?.Value;
        if (FindBits(reference) is { } bits)
            return WriteBits(reference, bits, value, assignment);
        if (reference.Property.SetMethod is not { } accessor)
        {
            // In a constructor, a property without a setter stands for its field.
            var operand = value ?? Value(source!);
            if (FieldBehind(reference.Property) is { } field && reference.Instance is { } instance)
                _builder.Emit(new AssignInstruction(At(assignment), PlaceOfFieldIn(PlaceOf(instance), field, reference), operand));
            else if (reference.Property.IsStatic && FieldBehind(reference.Property) is { } @static)
                _builder.Emit(new AssignInstruction(At(assignment), PlaceOfStaticMemory(@static, reference), operand));
            else
                _builder.Emit(Emitter.Opaque(At(assignment), null, OpaqueReason.NotFollowed, "a property", operand));
            return operand;
        }

        var setter = ImplementationOf(accessor, reference.Instance, reference.ConstrainedToType);
        if (PlaceBehind(setter, reference) is { } place)
        {
            var target = _emit.Pin(place, reference);
            var assigned = value ?? Value(source!);
            _builder.Emit(new AssignInstruction(At(assignment), target, assigned));
            return Operand.Copy(target);
        }

        var hasEffects = source is not null && HasEffects(source);
        var arguments = ImmutableArray.CreateBuilder<Argument>(reference.Arguments.Length + 2);
        if (reference.Instance is { } receiver && !setter.Method.IsStatic)
            arguments.Add(PassReceiver(setter, receiver, hasEffects || HaveEffects(reference.Arguments, 0)));
        for (var i = 0; i < reference.Arguments.Length; i++)
            arguments.Add(PassArgument(reference.Arguments[i], hasEffects || HaveEffects(reference.Arguments, i + 1)));
        var stored = value ?? Value(source!);
        arguments.Add(new Argument(stored, ArgumentPassing.Value, source is null ? At(assignment) : At(source)));
        Call(setter, At(assignment), arguments.ToImmutable(), null, IsVirtual(setter.Method, reference.Instance));
        // An automatic property keeps what it is given.
        if (stored.Type is HandleType or PointerType && IsAutomatic(setter.Method))
        {
            var memory = _emit.AllocateUnknown(stored.Type, assignment).Place;
            _builder.Emit(new AssignInstruction(At(assignment), memory.Dereference(stored.Type), stored));
        }

        return stored;
    }

    private bool IsAutomatic(IMethodSymbol setter) =>
        setter is { IsVirtual: false, IsOverride: false, IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: false }
        && !_compilation.Contracts.HasContract(setter)
        && MethodBodies.Declaration(setter, _compilation.CancellationToken) is null;

    /// <summary>The field behind a property with which a value type implements that of an interface, or <see langword="null"/>.</summary>
    private Place? PlaceBehind(Callee accessor, IPropertyReferenceOperation reference) =>
        accessor is { Type: not null, Method.AssociatedSymbol: IPropertySymbol implementation }
        && BackingField(implementation) is { } field
        && reference.Instance is { } instance
            ? PlaceOfFieldIn(PlaceOf(instance), field, reference)
            : null;

    private static IFieldSymbol? FieldBehind(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
                return field;
        }

        return null;
    }

    private Place CompoundSetProperty(ICompoundAssignmentOperation compound)
    {
        var property = (IPropertyReferenceOperation)compound.Target;
        var current = _emit.Spill(LowerPropertyGet(property, null), property);
        var value = ComputeCompound(compound, current, null);
        return _emit.KeepInPlace(SetProperty(property, value, compound), compound);
    }

    private Place IncrementProperty(IIncrementOrDecrementOperation increment)
    {
        var property = (IPropertyReferenceOperation)increment.Target;
        var current = _emit.Spill(LowerPropertyGet(property, null), property);
        var value = ComputeIncremented(increment, current, null);
        SetProperty(property, value, increment);
        return _emit.KeepInPlace(increment.IsPostfix ? current : value, increment);
    }

    /// <summary>The field behind a property whose accessors only read and write it, or <see langword="null"/>.</summary>
    private IFieldSymbol? BackingField(IPropertySymbol property)
    {
        if (property.IsStatic
            || property.IsVirtual
            || property.IsOverride
            || property.IsAbstract
            || property.ContainingType is not { IsValueType: true } type)
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
        if (property.GetMethod is { } getter
            && (_compilation.Contracts.HasContract(getter) || MethodBodies.Declaration(getter, _compilation.CancellationToken) is not null))
            return false;
        return property.SetMethod is not { } setter || MethodBodies.Declaration(setter, _compilation.CancellationToken) is null;
    }

    /// <summary>Whether an expression is a property that stands for its field.</summary>
    public bool IsBackedProperty(IOperation operation) =>
        operation is IPropertyReferenceOperation property && BackingField(property.Property) is not null;

    private bool IsSetterCall(IOperation target) =>
        target is IPropertyReferenceOperation { Property.RefKind: RefKind.None } property && BackingField(property.Property) is null;
}
