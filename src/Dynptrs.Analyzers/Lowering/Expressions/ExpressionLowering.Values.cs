using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Expressions: their values. A kind of expression that is new to the lowering is added to <see cref="Value"/>.</summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>How deep expressions are followed: each one inside of another takes from the stack of the compiler.</summary>
    private const int DeepestExpression = 256;

    private int _depth;

    /// <summary>Evaluates an expression.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="into">
    /// A place that its last instruction may write instead of a temporary. The answer is then a move of this place.
    /// </param>
    public Operand Value(IOperation operation, Place? into = null)
    {
        if (ConstantOf(operation) is { } constant)
            return constant;
        if (_depth == DeepestExpression)
            return _emit.MakeOpaque(operation, into, OpaqueReason.Other, "an expression that is nested too deeply");
        _depth++;
        var value = Evaluate(operation, into);
        _depth--;
        return value;
    }

    private Operand Evaluate(IOperation operation, Place? into)
    {
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
                return _emit.MakeDefault(operation, into);
            case IObjectCreationOperation creation:
                return LowerCreation(creation, into);
            case IFlowCaptureReferenceOperation reference:
                return LowerCaptureReference(reference);
            case IIsNullOperation or IIsPatternOperation:
                return LowerTest(operation);
            case IIsTypeOperation test:
                Discard(test.ValueOperand);
                return _emit.MakeOpaque(operation, into, OpaqueReason.RuntimeType, "a type test");
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
                return _emit.MakeSize(sizeOf.TypeOperand, operation, into);
            case IArrayCreationOperation array:
                return LowerArrayCreation(array, into);
            case IArrayElementReferenceOperation { Indices: [IRangeOperation range] } element:
                return LowerArrayRange(element, range, into);
            case IInlineArrayAccessOperation { Argument: IRangeOperation range } access:
                return LowerInlineArrayRange(access, range, into);
            case IImplicitIndexerReferenceOperation access when IsSlice(access):
                return LowerImplicitSlice(access, into);
            case IUtf8StringOperation text:
                return LowerUtf8String(text, into);
            case ICollectionExpressionOperation collection:
                return LowerCollection(collection, into);
            case IFieldReferenceOperation { Field.IsFixedSizeBuffer: true } buffer:
                return LowerFixedBuffer(buffer, into);
            case IFieldReferenceOperation when FindPlace(operation) is { } field:
                return Operand.Copy(field);
            case IArgumentOperation argument:
                return Value(argument.Value, into);
            case IParenthesizedOperation parenthesized:
                return Value(parenthesized.Operand, into);
            default:
                if (operation.Kind == OperationKind.None && LowerUnnamed(operation, into) is { } value)
                    return value;
                return (FlowCaptures.IsVariable(operation) || IsBackedProperty(operation)) && FindPlace(operation) is { } place
                    ? Operand.Copy(place)
                    : LowerUnsupported(operation, into);
        }
    }

    /// <summary>Evaluates an expression into a place.</summary>
    private void Store(IOperation value, Place target, Site site)
    {
        // What computes a value stands at the value; what stores it in memory, at the access.
        var operand = Value(value, Emitter.IsMemory(target) && !target.Type.MayHoldReference ? null : target);
        if (IsStored(operand, target))
            return;
        if (operand.Kind == OperandKind.Copy && (operand.Type.ContainsOwner || (!operand.Place.IsLocal && target.IsLocal)))
            site = _captures.SiteOfRead(value);
        else
            operand = Load(operand, value);
        _builder.Emit(new AssignInstruction(site, target, operand));
    }

    /// <summary>Whether an answer of <see cref="Value"/> is already where it belongs.</summary>
    private static bool IsStored(Operand operand, Place target) =>
        operand.Kind == OperandKind.Move && operand.Place.Local == target.Local && operand.Place.Steps == target.Steps;

    /// <summary>Evaluates a value that must not change while what follows is evaluated.</summary>
    public Operand StableValue(IOperation operation, bool isFollowedByEffects)
    {
        var operand = Value(operation);
        return isFollowedByEffects ? _emit.Spill(operand, operation) : operand;
    }

    /// <summary>The value of an expression that is known at compile time, or in a program when it is loaded.</summary>
    public Operand? ConstantOf(IOperation operation)
    {
        if (operation.Type is not { } type)
            return null;
        if (operation.ConstantValue is not { HasValue: true } constant)
            return ReadLoadTimeConstant(operation, type);
        if (TypeLowering.Scalar(type) is { } scalar && NumberOf(constant.Value) is { } number)
            return Operand.Constant(number, scalar);
        if (constant.Value is null && (type.IsReferenceType || type is IPointerTypeSymbol))
            return Operand.Null(IrTypeOf(type));
        return null;
    }

    private Operand? ReadLoadTimeConstant(IOperation operation, ITypeSymbol type) =>
        _scope.IsProgramCode
        && (operation is IFieldReferenceOperation || IsBackedProperty(operation))
        && TypeLowering.Scalar(type) is { } scalar
        && _compilation.LoadTimeConstants.Find(operation, _compilation.CancellationToken) is { HasValue: true } constant
        && NumberOf(constant.Value) is { } number
            ? Operand.Constant(number, scalar)
            : null;

    private static long? NumberOf(object? value) => value switch
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

    /// <summary>What has no counterpart: its parts are evaluated, of its value nothing is known.</summary>
    private Operand LowerUnsupported(IOperation operation, Place? into)
    {
        var inputs = ImmutableArray.CreateBuilder<Operand>();
        foreach (var child in operation.ChildOperations)
        {
            if (child.Type is { SpecialType: not SpecialType.System_Void } && child is not ITypeOfOperation)
                inputs.Add(Value(child));
            else
                LowerEffect(child);
        }

        var (reason, description) = NoCounterpart.Of(operation);
        if (operation.Type is null or { SpecialType: SpecialType.System_Void })
        {
            _builder.Emit(Emitter.Opaque(At(operation), null, reason, description, inputs.ToImmutable()));
            return Operand.Null(HandleType.Instance);
        }

        return _emit.MakeOpaque(operation, into, reason, description, inputs.ToImmutable());
    }
}
