using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Expressions;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Expressions: their values.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>Evaluates an expression.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="into">
    /// A place that its last instruction may write instead of a temporary. The answer is then a move of this place.
    /// </param>
    private Operand Lower(IOperation operation, Place? into)
    {
        if (Constant(operation) is { } constant)
            return constant;
        if (operation.ConstantValue is { HasValue: true, Value: string constantText } && IsArgumentOfHelper(operation))
            return LowerText(constantText, operation, into);
        switch (operation)
        {
            case IConversionOperation conversion:
                return LowerConversion(conversion, into);
            case IInvocationOperation { TargetMethod.RefKind: RefKind.None } call:
                return LowerInvocation(call, into);
            case IPropertyReferenceOperation { Property.RefKind: RefKind.None } property when BackingField(property.Property) is null:
                return LowerPropertyGet(property, into);
            case IBinaryOperation binary:
                return LowerBinary(binary, into);
            case IUnaryOperation unary:
                return LowerUnary(unary, into);
            case IDefaultValueOperation:
                return LowerDefault(operation, into);
            case IObjectCreationOperation creation:
                return LowerCreation(creation, into);
            case IFlowCaptureReferenceOperation reference:
                return LowerCaptureReference(reference);
            case IIsNullOperation or IIsPatternOperation:
                return LowerTest(operation);
            case IIsTypeOperation test:
                Discard(test.ValueOperand);
                return OpaqueValue(operation, into, OpaqueReason.RuntimeType, "a type test");
            case ISimpleAssignmentOperation assignment:
                return LowerAssignment(assignment);
            case ICompoundAssignmentOperation compound:
                return LowerCompoundAssignment(compound);
            case IIncrementOrDecrementOperation increment:
                return LowerIncrement(increment);
            case IDeconstructionAssignmentOperation deconstruction:
                return LowerDeconstruction(deconstruction);
            case ITupleOperation tuple:
                return LowerTuple(tuple);
            case ITupleBinaryOperation comparison:
                return LowerTupleComparison(comparison, into);
            case IDelegateCreationOperation creation:
                return LowerDelegate(creation, into);
            case IFlowAnonymousFunctionOperation lambda:
                return LowerLambda(lambda, operation, into);
            case IFunctionPointerInvocationOperation call:
                return LowerFunctionPointerCall(call, into);
            case IAddressOfOperation address:
                return LowerAddressOf(address, into);
            case ISizeOfOperation sizeOf:
                return SizeOf(sizeOf.TypeOperand, operation, into);
            case IArrayCreationOperation array:
                return LowerArrayCreation(array, into);
            case IArrayElementReferenceOperation { Indices: [{ Type.SpecialType: not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64) } range] } element
                when range is IRangeOperation:
                return LowerArrayRange(element, (IRangeOperation)range, into);
            case IInlineArrayAccessOperation { Argument: IRangeOperation range } access:
                return LowerInlineArrayRange(access, range, into);
            case IImplicitIndexerReferenceOperation access when IsSlice(access):
                return LowerImplicitSlice(access, into);
            case IUtf8StringOperation text:
                return LowerUtf8String(text, into);
            case ICollectionExpressionOperation collection:
                return LowerCollection(collection, into);
            case IArgumentOperation argument:
                return Lower(argument.Value, into);
            case IParenthesizedOperation parenthesized:
                return Lower(parenthesized.Operand, into);
            default:
                if (operation.Kind == OperationKind.None && LowerUnnamed(operation, into) is { } value)
                    return value;
                return FlowCaptures.IsVariable(operation) || IsBackedProperty(operation)
                    ? Operand.Copy(Location(operation))
                    : Unsupported(operation, into);
        }
    }

    private bool IsBackedProperty(IOperation operation) =>
        operation is IPropertyReferenceOperation property && BackingField(property.Property) is not null;

    /// <summary>Evaluates an expression into a place.</summary>
    private void Store(IOperation value, Place target, Site site)
    {
        var operand = Lower(value, target);
        if (IsStored(operand, target))
            return;
        if (operand.Kind == OperandKind.Copy && (operand.Type.ContainsOwner || (!operand.Place.IsLocal && target.IsLocal)))
            site = AtRead(value);
        else
            operand = Loaded(operand, value);
        _builder.Emit(new AssignInstruction(site, target, operand));
    }

    /// <summary>Whether an answer of <see cref="Lower(IOperation, Place?)"/> is already where it belongs.</summary>
    private static bool IsStored(Operand operand, Place target) =>
        operand.Kind == OperandKind.Move && operand.Place.Local == target.Local && operand.Place.Steps == target.Steps;

    /// <summary>The place that the last instruction of an expression writes.</summary>
    private Place Target(Place? into, IrType type, IOperation operation) =>
        into is { } place && place.Type == type ? place : new Place(_builder.Temporary(type, Render(operation.Syntax)));

    /// <summary>Evaluates for the effects alone.</summary>
    private void Discard(IOperation operation)
    {
        if (Constant(operation) is not null)
            return;
        Operand operand;
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.ReturnsVoid: true } call:
                LowerInvocation(call, null);
                return;
            case ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IDiscardOperation:
                return;
            case not IFlowCaptureReferenceOperation when FlowCaptures.IsVariable(operation):
                Location(operation);
                return;
            default:
                operand = Lower(operation, null);
                break;
        }

        if (operand.Kind == OperandKind.Move && operand.Place is { IsLocal: true, Local: { IsTemporary: true, Type.ContainsOwner: true } local })
            _droppedOwners.Add(local);
    }

    /// <summary>Evaluates a statement of the graph.</summary>
    private void Effect(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                _ignoredCall = (statement.Operation as IInvocationOperation)?.Syntax;
                Effect(statement.Operation);
                break;
            case ISimpleAssignmentOperation assignment:
                Assign(assignment);
                break;
            case IIncrementOrDecrementOperation increment:
                Increment(increment);
                break;
            case ICompoundAssignmentOperation compound:
                CompoundAssign(compound);
                break;
            case IFlowCaptureOperation capture:
                Capture(capture);
                break;
            default:
                if (!RefersToEnumeration(operation))
                    Discard(operation);
                break;
        }
    }

    /// <summary>Evaluates a value that must not change while what follows is evaluated.</summary>
    private Operand Stable(IOperation operation, bool isFollowedByEffects)
    {
        var operand = Lower(operation, null);
        return isFollowedByEffects ? Spill(operand, operation) : operand;
    }

    private Operand Spill(Operand operand, IOperation operation)
    {
        if (operand.Kind != OperandKind.Copy || (operand.Place.Local.IsTemporary && operand.Place.IsLocal))
            return operand;
        var temporary = new Place(_builder.Temporary(operand.Type, Render(operation.Syntax)));
        _builder.Emit(new AssignInstruction(At(operation), temporary, operand));
        return Operand.Move(temporary);
    }

    /// <summary>Whether evaluating an expression may change a variable.</summary>
    private static bool HasEffects(IOperation operation)
    {
        switch (operation)
        {
            case ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IDefaultValueOperation
                or IFlowCaptureReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation or IDelegateCreationOperation or IFlowAnonymousFunctionOperation:
                return false;
            case IConversionOperation { OperatorMethod: null } or IConversionOperation { Type.Name: "Index" } or IRangeOperation or IFieldReferenceOperation or IBinaryOperation { OperatorMethod: null }
                or IUnaryOperation { OperatorMethod: null } or IArgumentOperation or IArrayElementReferenceOperation or ITupleOperation or IIsNullOperation:
                foreach (var child in operation.ChildOperations)
                {
                    if (HasEffects(child))
                        return true;
                }

                return false;
            default:
                return !operation.ConstantValue.HasValue;
        }
    }

    /// <summary>The value of an expression that is known at compile time.</summary>
    private Operand? Constant(IOperation operation)
    {
        if (operation.ConstantValue is not { HasValue: true } constant || operation.Type is not { } type)
            return null;
        if (TypeLowering.Scalar(type) is { } scalar && Number(constant.Value) is { } number)
            return Operand.Constant(number, scalar);
        if (constant.Value is null && (type.IsReferenceType || type is IPointerTypeSymbol))
            return Operand.Null(Lower(type));
        return null;
    }

    private static long? Number(object? value) => value switch
    {
        bool flag => flag ? 1 : 0,
        sbyte number => number,
        byte number => number,
        short number => number,
        ushort number => number,
        char number => number,
        int number => number,
        uint number => number,
        long number => number,
        ulong number => unchecked((long)number),
        _ => null,
    };

    private Operand LowerDefault(IOperation operation, Place? into)
    {
        var type = Lower(operation.Type!);
        switch (type)
        {
            case ScalarType scalar:
                return Operand.Constant(0, scalar);
            case HandleType or PointerType:
                return Operand.Null(type);
            default:
                var target = Target(into, type, operation);
                _builder.Emit(new ClearInstruction(At(operation), target));
                return Operand.Move(target);
        }
    }

    private Operand LowerCaptureReference(IFlowCaptureReferenceOperation reference)
    {
        var place = CapturePlace(reference);
        var info = _captures[reference.Id];
        return info is { Kind: FlowCaptureKind.Value, ValueUses: 1, Local: not null } ? Operand.Move(place) : Operand.Copy(place);
    }

    private Operand OpaqueValue(IOperation operation, Place? into, OpaqueReason reason, string description, params ImmutableArray<Operand> inputs)
    {
        var target = Target(into, operation.Type is { } type ? Lower(type) : OpaqueType.Unsized, operation);
        _builder.Emit(Opaque(At(operation), target, reason, description, inputs));
        return Operand.Move(target);
    }

    /// <summary>What has no counterpart: its parts are evaluated, of its value nothing is known.</summary>
    private Operand Unsupported(IOperation operation, Place? into)
    {
        var inputs = ImmutableArray.CreateBuilder<Operand>();
        foreach (var child in operation.ChildOperations)
        {
            if (child.Type is { SpecialType: not SpecialType.System_Void } && child is not ITypeOfOperation)
                inputs.Add(Lower(child, null));
            else
                Effect(child);
        }

        var (reason, description) = NoCounterpart.Of(operation);
        if (operation.Type is null or { SpecialType: SpecialType.System_Void })
        {
            _builder.Emit(Opaque(At(operation), null, reason, description, inputs.ToImmutable()));
            return Operand.Null(HandleType.Instance);
        }

        return OpaqueValue(operation, into, reason, description, inputs.ToImmutable());
    }

    /// <summary>Whether a constant is handed straight to a helper, which gets its bytes.</summary>
    private bool IsArgumentOfHelper(IOperation constant) =>
        constant is { ConstantValue.HasValue: true, Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } }
        && _context.Contracts.Read(method) is { Requirements: not null };
}
