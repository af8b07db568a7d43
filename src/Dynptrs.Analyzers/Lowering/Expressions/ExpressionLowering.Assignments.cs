using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Assignments: the target's address first, then the value, then the store.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerAssignment(ISimpleAssignmentOperation assignment)
    {
        if (IsRefAssignment(assignment))
            return Operand.Copy(LowerRefAssignment(assignment));
        if (IsSetterCall(assignment.Target))
            return SetProperty((IPropertyReferenceOperation)assignment.Target, Value(assignment.Value), assignment);
        var target = _emit.Pin(PlaceOfTarget(assignment.Target), assignment.Target);
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
            var target = PlaceOfTarget(assignment.Target);
            if (HasEffects(assignment.Value))
                target = _emit.Pin(target, assignment.Target);
            Store(assignment.Value, target, SiteOfStore(assignment, target));
        }
    }

    /// <summary>A store through a pointer is refused at the pointer.</summary>
    private static Site SiteOfStore(ISimpleAssignmentOperation assignment, Place target) =>
        At(target.IsLocal ? assignment : assignment.Target);

    private static bool IsRefAssignment(ISimpleAssignmentOperation assignment) =>
        assignment.IsRef
        || assignment is { Syntax: EqualsValueClauseSyntax, Target: IFieldReferenceOperation { Field.RefKind: not RefKind.None } }
        || (assignment.Type is null && assignment.Target is ILocalReferenceOperation { Local.RefKind: not RefKind.None });

    /// <summary>Makes a ref local or a ref field point elsewhere; the answer is the new referent.</summary>
    private Place LowerRefAssignment(ISimpleAssignmentOperation assignment)
    {
        var target = PlaceOf(assignment.Target);
        if (target.Steps is [.., DereferenceStep])
            target = new Place(
                target.Local,
                target.Steps.RemoveAt(target.Steps.Length - 1),
                _compilation.Types.Pointer(target.Type, IsReadOnlyVariable(assignment.Target)));
        var source = PlaceOf(assignment.Value);
        _emit.TakeAddress(source, target, At(assignment));
        return target.Dereference(source.Type);
    }

    private void Capture(IFlowCaptureOperation capture)
    {
        var info = _captures[capture.Id];
        switch (info.Kind)
        {
            case FlowCaptureKind.Place:
                info.Place = PlaceOf(capture.Value);
                break;
            case FlowCaptureKind.Alias:
                _emit.TakeAddress(PlaceOf(capture.Value), new Place(info.Local!), At(capture));
                break;
            case FlowCaptureKind.Enumeration:
                BeginEnumeration(info.Enumeration!);
                break;
            default:
                if (_captures.RefersToEnumeration(capture.Value) || info.Local is null)
                    break;
                var target = new Place(info.Local);
                var operand = Value(capture.Value, target);
                if (IsStored(operand, target))
                    break;
                if (operand.Type.CellCount == target.Type.CellCount)
                    _builder.Emit(new AssignInstruction(At(capture), target, operand));
                else
                    _builder.Emit(Emitter.Opaque(At(capture), target, OpaqueReason.NotFollowed, "a value", operand));
                break;
        }
    }

    private Operand LowerCaptureReference(IFlowCaptureReferenceOperation reference)
    {
        var place = _variables.PlaceOfFlowCapture(reference);
        var info = _captures[reference.Id];
        return info is { Kind: FlowCaptureKind.Value, ValueUses: 1, Local: not null } ? Operand.Move(place) : Operand.Copy(place);
    }
}
