using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Expressions;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Assignments: the target's address first, then the value, then the store.</summary>
internal sealed partial class MethodLowering
{
    private Operand LowerAssignment(ISimpleAssignmentOperation assignment)
    {
        if (IsRefAssignment(assignment))
            return Operand.Copy(LowerRefAssignment(assignment));
        if (IsSetterCall(assignment.Target))
            return SetProperty((IPropertyReferenceOperation)assignment.Target, Lower(assignment.Value, null), assignment);
        var target = Pin(Location(assignment.Target), assignment.Target);
        Store(assignment.Value, target, SiteOfStore(assignment, target));
        return Operand.Copy(target);
    }

    private void Assign(ISimpleAssignmentOperation assignment)
    {
        if (IsRefAssignment(assignment))
        {
            LowerRefAssignment(assignment);
        }
        else if (assignment.Target is ILocalReferenceOperation { Local.IsConst: true })
        {
            // A constant is no variable.
        }
        else if (assignment.Target is IDiscardOperation)
        {
            Discard(assignment.Value);
        }
        else if (IsSetterCall(assignment.Target))
        {
            var property = (IPropertyReferenceOperation)assignment.Target;
            SetProperty(property, null, assignment);
        }
        else
        {
            var target = Location(assignment.Target);
            if (HasEffects(assignment.Value))
                target = Pin(target, assignment.Target);
            Store(assignment.Value, target, SiteOfStore(assignment, target));
        }
    }

    /// <summary>A store through a pointer is refused at the pointer.</summary>
    private static Site SiteOfStore(ISimpleAssignmentOperation assignment, Place target) =>
        At(target.IsLocal ? assignment : assignment.Target);

    private static bool IsRefAssignment(ISimpleAssignmentOperation assignment) =>
        assignment.IsRef || (assignment.Type is null && assignment.Target is ILocalReferenceOperation { Local.RefKind: not RefKind.None });

    private bool IsSetterCall(IOperation target) =>
        target is IPropertyReferenceOperation { Property.RefKind: RefKind.None } property && BackingField(property.Property) is null;

    /// <summary>Makes a ref local or a ref field point elsewhere; the answer is the new referent.</summary>
    private Place LowerRefAssignment(ISimpleAssignmentOperation assignment)
    {
        var target = Location(assignment.Target);
        if (target.Steps is [.., DereferenceStep])
            target = new Place(target.Local, target.Steps.RemoveAt(target.Steps.Length - 1), _context.Types.Pointer(target.Type, IsReadOnlyVariable(assignment.Target)));
        var source = Location(assignment.Value);
        TakeAddress(source, target, At(assignment));
        return target.Dereference(source.Type);
    }

    private void TakeAddress(Place source, Place target, Site site)
    {
        if (source.Steps is [DereferenceStep] && source.Local.Type is PointerType)
            _builder.Emit(new AssignInstruction(site, target, Operand.Copy(new Place(source.Local))));
        else
            _builder.Emit(new AddressOfInstruction(site, target, source));
    }

    private void Capture(IFlowCaptureOperation capture)
    {
        var info = _captures[capture.Id];
        switch (info.Kind)
        {
            case FlowCaptureKind.Place:
                info.Place = Location(capture.Value);
                break;
            case FlowCaptureKind.Alias:
                TakeAddress(Location(capture.Value), new Place(info.Local!), At(capture));
                break;
            case FlowCaptureKind.Enumeration:
                BeginEnumeration(info.Enumeration!);
                break;
            default:
                if (RefersToEnumeration(capture.Value) || info.Local is null)
                    break;
                var target = new Place(info.Local);
                var operand = Lower(capture.Value, target);
                if (IsStored(operand, target))
                    break;
                if (operand.Type.CellCount == target.Type.CellCount)
                    _builder.Emit(new AssignInstruction(At(capture), target, operand));
                else
                    _builder.Emit(Opaque(At(capture), target, OpaqueReason.NotFollowed, "a value", operand));
                break;
        }
    }

    private Operand LowerCompoundAssignment(ICompoundAssignmentOperation compound)
    {
        var target = CompoundAssign(compound);
        return Operand.Copy(target);
    }

    private Place CompoundAssign(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is { } method && (compound.Type is null or { SpecialType: SpecialType.System_Void } || method.ReturnsVoid))
        {
            // An operator of C# 14 that changes its left operand in place.
            var receiver = Location(compound.Target);
            Call(method, At(compound), [new Argument(Operand.Copy(receiver), ArgumentPassing.Ref, At(compound.Target)), ByValue(compound.Value)], null);
            return receiver;
        }

        if (IsSetterCall(compound.Target))
            return CompoundSetProperty(compound);
        var target = Pin(Location(compound.Target), compound.Target);
        var value = CompoundValue(compound, Operand.Copy(target), target);
        if (!IsStored(value, target))
            _builder.Emit(new AssignInstruction(At(compound), target, value));
        return target;
    }

    private Operand CompoundValue(ICompoundAssignmentOperation compound, Operand current, Place? into)
    {
        var left = HasEffects(compound.Value) ? Spill(current, compound.Target) : current;
        if (compound.OperatorMethod is { } method)
        {
            return Call(method, At(compound), [new Argument(left, ArgumentPassing.Value, At(compound.Target)), ByValue(compound.Value)], into)
                ?? Operand.Null(HandleType.Instance);
        }

        RefuseChecked(compound.IsChecked, compound);
        var right = Lower(compound.Value, null);
        if (TypeLowering.Scalar(Substitute(compound.Target.Type!)) is not { } targetType
            || OperationType(compound, targetType) is not { } type
            || Operator(compound.OperatorKind) is not { } @operator)
        {
            if (PointerArithmetic(compound.OperatorKind, left, right, compound) is { } pointer)
                return pointer;
            var (reason, description) = NoCounterpart.OfArithmetic(compound.Target.Type, compound.Value.Type, compound.IsLifted);
            return OpaqueValue(compound, null, reason, description, left, right);
        }

        if (targetType == ScalarType.Bool && IsLogical(compound.OperatorKind))
            return LowerLogical(compound.OperatorKind, left, right, compound);
        left = Convert(left, targetType, type, compound.Target);
        var result = EmitBinary(@operator, left, right, type, compound, type == targetType ? into : null);
        return type == targetType ? result : Convert(result, type, targetType, compound, into);
    }

    /// <summary>The type that a compound assignment computes in: small integers are widened first.</summary>
    private static ScalarType? OperationType(ICompoundAssignmentOperation compound, ScalarType target)
    {
        if (compound.InConversion is { IsNumeric: true } || target.Size < 4)
        {
            if (target == ScalarType.Bool)
                return target;
            return compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift
                ? ScalarType.I32
                : compound.Value.Type is { } type && TypeLowering.Scalar(type) is { Size: >= 4 } wide ? wide : ScalarType.I32;
        }

        return target;
    }

    private Operand LowerIncrement(IIncrementOrDecrementOperation increment)
    {
        if (increment.IsPostfix && !IsSetterCall(increment.Target))
        {
            var target = Pin(Location(increment.Target), increment.Target);
            var before = new Place(_builder.Temporary(target.Type, Render(increment.Target.Syntax)));
            _builder.Emit(new AssignInstruction(At(increment), before, Operand.Copy(target)));
            Increment(increment, target);
            return Operand.Move(before);
        }

        return Operand.Copy(Increment(increment));
    }

    private Place Increment(IIncrementOrDecrementOperation increment)
    {
        if (IsSetterCall(increment.Target))
            return IncrementProperty(increment);
        return Increment(increment, Pin(Location(increment.Target), increment.Target));
    }

    private Place Increment(IIncrementOrDecrementOperation increment, Place target)
    {
        var value = Incremented(increment, Operand.Copy(target), target);
        if (!IsStored(value, target))
            _builder.Emit(new AssignInstruction(At(increment), target, value));
        return target;
    }

    private Operand Incremented(IIncrementOrDecrementOperation increment, Operand current, Place? into)
    {
        RefuseChecked(increment.IsChecked, increment);
        var isIncrement = increment.Kind == OperationKind.Increment;
        if (increment.OperatorMethod is { } method)
            return Call(method, At(increment), [new Argument(current, ArgumentPassing.Value, At(increment.Target))], into) ?? current;
        if (current.Type is ScalarType type)
            return EmitBinary(isIncrement ? BinaryOperator.Add : BinaryOperator.Subtract, current, Operand.Constant(1, type), type, increment, into);
        if (PointerArithmetic(isIncrement ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, current, Operand.Constant(1, ScalarType.I32), increment) is { } pointer)
            return pointer;
        var (reason, description) = NoCounterpart.OfArithmetic(increment.Target.Type, null, increment.IsLifted);
        return OpaqueValue(increment, null, reason, description, current);
    }

    private Operand LowerTuple(ITupleOperation tuple)
    {
        var target = new Place(_builder.Temporary(Lower(tuple.Type!), Render(tuple.Syntax)));
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            if (target.Type is StructType type && i < type.Fields.Length)
                Store(tuple.Elements[i], target.Field(type.Fields[i]), At(tuple.Elements[i]));
            else
                Discard(tuple.Elements[i]);
        }

        if (target.Type is not StructType)
            _builder.Emit(Opaque(At(tuple), target, OpaqueReason.NotFollowed, "a tuple"));
        return Operand.Move(target);
    }

    /// <summary>The right side is evaluated as a whole before the first variable on the left is written.</summary>
    private Operand LowerDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        var value = deconstruction.Value;
        while (value is IConversionOperation { OperatorMethod: null } conversion && conversion.Operand.Type is { IsTupleType: true })
            value = conversion.Operand;
        if (target is not ITupleOperation variables)
            return Unsupported(deconstruction, null);
        var model = _scope.Root.Graph.OriginalOperation.SemanticModel;
        var method = value.Type is { IsTupleType: true } || model is null || deconstruction.Syntax is not AssignmentExpressionSyntax syntax
            ? null
            : model.GetDeconstructionInfo(syntax).Method;
        if (method is not null)
            Deconstruct(variables, method, value);
        else
            StoreParts(variables, value);
        return Operand.Null(HandleType.Instance);
    }

    private void Deconstruct(ITupleOperation variables, IMethodSymbol method, IOperation value)
    {
        var receiver = FlowCaptures.IsVariable(value) ? Location(value) : Materialize(value);
        var results = CallDeconstruct(_scope.Substitution.Apply(method), receiver, At(value), [.. variables.Elements]);
        for (var i = 0; i < results.Length; i++)
            StoreVariable(variables.Elements[i], results[i]);
    }

    /// <summary>Calls a <c>Deconstruct</c>; the answer is where its results are.</summary>
    private Place[] CallDeconstruct(IMethodSymbol method, Place receiver, Site site, ImmutableArray<IOperation> parts)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>(parts.Length + 1);
        arguments.Add(new Argument(Operand.Copy(receiver), method.IsStatic ? ArgumentPassing.Value : Contracts.ContractReader.ReceiverPassing(method), site));
        // A classic extension has its receiver among its parameters.
        var first = method.IsStatic ? 1 : 0;
        var results = new Place[parts.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = new Place(_builder.Temporary(Lower(method.Parameters[first + i].Type), Render(parts[i].Syntax)));
            arguments.Add(new Argument(Operand.Copy(results[i]), ArgumentPassing.Out, At(parts[i])));
        }

        Call(method, site, arguments.ToImmutable(), null);
        return results;
    }

    private void StoreParts(ITupleOperation variables, IOperation value)
    {
        var parts = new Place[variables.Elements.Length];
        if (value is ITupleOperation tuple)
        {
            for (var i = 0; i < parts.Length; i++)
                parts[i] = PlaceOf(Spill(Lower(tuple.Elements[i], null), tuple.Elements[i]), tuple.Elements[i], isOwn: true);
        }
        else
        {
            var whole = Materialize(value);
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = whole.Type is StructType type && i < type.Fields.Length
                    ? whole.Field(type.Fields[i])
                    : OpaqueValue(variables.Elements[i], null, OpaqueReason.NotFollowed, "a part of a tuple").Place;
            }
        }

        for (var i = 0; i < parts.Length; i++)
            StoreVariable(variables.Elements[i], parts[i]);
    }

    private void StoreVariable(IOperation variable, Place value)
    {
        switch (variable)
        {
            case IDiscardOperation:
                return;
            case ITupleOperation nested when value.Type is StructType type:
                for (var i = 0; i < nested.Elements.Length && i < type.Fields.Length; i++)
                    StoreVariable(nested.Elements[i], value.Field(type.Fields[i]));
                return;
            case IPropertyReferenceOperation property when IsSetterCall(property):
                SetProperty(property, Operand.Move(value), variable);
                return;
        }

        var target = Location(variable);
        var operand = Operand.Move(value);
        if (value.Type is ScalarType from && target.Type is ScalarType to)
            operand = Convert(operand, from, to, variable);
        _builder.Emit(target.Type.CellCount == operand.Type.CellCount
            ? new AssignInstruction(At(variable), target, operand)
            : Opaque(At(variable), target, OpaqueReason.NotFollowed, "a part of a tuple", operand));
    }
}
