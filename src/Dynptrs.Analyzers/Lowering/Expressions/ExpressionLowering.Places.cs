using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>
/// Expressions that denote variables: where they are kept. A kind that is new to the lowering is added to <see cref="PlaceOf"/>.
/// </summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>The place of a variable; a value that has none is put into a temporary.</summary>
    public Place PlaceOf(IOperation operation) => FindPlace(operation) ?? Materialize(operation);

    /// <summary>Where what an expression names is kept, or <see langword="null"/> for a value that is kept nowhere yet.</summary>
    private Place? FindPlace(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { IsConst: false } local }:
                return _variables.PlaceOf(local, local.Type, local.RefKind != RefKind.None);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return PlaceOfParameter(parameter, operation);
            case IInstanceReferenceOperation instance:
                return PlaceOfInstance(instance);
            case IFieldReferenceOperation { Field: { HasConstantValue: false, IsFixedSizeBuffer: false } } field:
                return PlaceOfField(field);
            case IPropertyReferenceOperation property when BackingField(property.Property) is { } field:
                return PlaceOfMember(property.Instance, field, property);
            case IPropertyReferenceOperation property when property.Property.RefKind != RefKind.None:
                return PlaceOfSpanElement(property) ?? PlaceOfReferent(LowerPropertyGet(property, null), property);
            case IInvocationOperation call when call.TargetMethod.RefKind != RefKind.None:
                return PlaceOfReferent(LowerInvocation(call, null), call);
            case IArrayElementReferenceOperation element:
                return PlaceOfArrayElement(element);
            case IInlineArrayAccessOperation { Argument.Type.SpecialType: SpecialType.System_Int32 } access:
                return PlaceOfInlineArrayElement(access);
            case IImplicitIndexerReferenceOperation { Type: not null } access when !IsSlice(access):
                return PlaceOfImplicitElement(access);
            case IFlowCaptureReferenceOperation reference:
                return _variables.PlaceOfFlowCapture(reference);
            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression);
            case IDiscardOperation discard:
                return PlaceOfDiscard(discard);
            case IConversionOperation { OperatorMethod: null } conversion when IsIdentity(conversion):
                return PlaceOf(conversion.Operand);
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                return LowerRefAssignment(assignment);
            case { Kind: OperationKind.None }:
                return PlaceOfPointee(operation);
            default:
                return null;
        }
    }

    private Place PlaceOfParameter(IParameterSymbol parameter, IOperation operation)
    {
        parameter = parameter.OriginalDefinition;
        if (_variables.Contains(parameter))
            return _variables.PlaceOf(parameter, parameter.Type, parameter.RefKind != RefKind.None);
        // A parameter of a primary constructor, used outside of it, lives in a field.
        if (_variables.HasThis && PrimaryField(parameter) is { } field)
            return PlaceOfFieldIn(_variables.PlaceOfThis(), field, operation);
        return _variables.PlaceOf(parameter, parameter.Type, parameter.RefKind != RefKind.None);
    }

    private Place PlaceOfInstance(IInstanceReferenceOperation instance) =>
        instance.ReferenceKind == InstanceReferenceKind.PatternInput && _patterns.Input is { } input ? input : _variables.PlaceOfThis();

    private Place PlaceOfDiscard(IDiscardOperation discard)
    {
        var local = _builder.Temporary(IrTypeOf(discard.Type!), "_");
        if (local.Type.MayHoldReference)
            _builder.Drop(local);
        return new Place(local);
    }

    /// <summary>What a pointer points to; the pointer is the result of a member that returns by reference.</summary>
    private Place PlaceOfReferent(Operand pointer, IOperation operation)
    {
        var place = _emit.KeepInPlace(pointer, operation);
        return place.Dereference(place.Type is PointerType type ? type.Element : IrTypeOf(operation.Type!));
    }

    /// <summary>Puts the value of an expression into a temporary; nobody takes an owner out of it any more.</summary>
    private Place Materialize(IOperation operation)
    {
        var place = _emit.KeepInPlace(Value(operation), operation, isOwn: operation.Type is not null);
        if (place is { IsLocal: true, Local: { IsTemporary: true, Type.ContainsOwner: true } local }
            && operation is not IFlowCaptureReferenceOperation)
            _builder.Drop(local);
        return place;
    }

    /// <summary>Whether a variable may only be read, so that calling a member that may write runs on a copy of it.</summary>
    private bool IsReadOnlyVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => FunctionVariables.IsReadOnly(local.RefKind) || local.IsForEach,
        IParameterReferenceOperation { Parameter: var parameter } => FunctionVariables.IsReadOnly(parameter.RefKind),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => !IsInOwnConstructor(field),
        IFieldReferenceOperation { Field.RefKind: var kind and not RefKind.None } => FunctionVariables.IsReadOnly(kind),
        IFieldReferenceOperation { Instance: { Type.IsReferenceType: false } instance } => IsReadOnlyVariable(instance),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => _variables.IsThisReadOnly,
        IPropertyReferenceOperation property => FunctionVariables.IsReadOnly(property.Property.RefKind),
        IInvocationOperation call => FunctionVariables.IsReadOnly(call.TargetMethod.RefKind),
        IFlowCaptureReferenceOperation reference =>
            _captures.Find(reference.Id) is { Kind: not FlowCaptureKind.Value, Captured: [var captured, ..] }
                && IsReadOnlyVariable(captured),
        IConversionOperation { OperatorMethod: null } conversion when IsIdentity(conversion) => IsReadOnlyVariable(conversion.Operand),
        _ => false,
    };

    private bool IsInOwnConstructor(IFieldSymbol field) =>
        _scope.Method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor
        && SymbolEqualityComparer.Default.Equals(_scope.Method.ContainingType, field.ContainingType);
}
