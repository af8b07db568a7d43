using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Compound assignments, increments and decrements.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerCompoundAssignment(ICompoundAssignmentOperation compound)
    {
        var target = CompoundAssign(compound);
        return Operand.Copy(target);
    }

    private Place CompoundAssign(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is { IsStatic: false } method)
            return CallInPlace(method, compound, compound.Target, compound.Value);
        if (IsSetterCall(compound.Target))
            return CompoundSetProperty(compound);
        var target = _emit.Pin(PlaceOf(compound.Target), compound.Target);
        var value = ComputeCompound(compound, Operand.Copy(target), target);
        if (!IsStored(value, target))
            _builder.Emit(new AssignInstruction(At(compound), target, value));
        return target;
    }

    /// <summary>Calls an operator of C# 14 that changes its operand in place.</summary>
    private Place CallInPlace(IMethodSymbol method, IOperation operation, IOperation target, IOperation? value)
    {
        var receiver = PassReceiver(new Callee(method), target, isFollowedByEffects: value is not null && HasEffects(value));
        Call(
            new Callee(method),
            At(operation),
            value is null ? [receiver] : [receiver, PassByValue(value)],
            null,
            IsVirtual(method, target));
        return _emit.KeepInPlace(Emitter.AsCopy(receiver.Value), target);
    }

    private Operand ComputeCompound(ICompoundAssignmentOperation compound, Operand current, Place? into)
    {
        var left = HasEffects(compound.Value) ? _emit.Spill(current, compound.Target) : current;
        if (CalledOperator(compound.OperatorMethod, compound.ConstrainedToType) is { } callee)
        {
            return Call(
                callee,
                At(compound),
                [new Argument(left, ArgumentPassing.Value, At(compound.Target)), PassByValue(compound.Value)],
                into)
                ?? Operand.Null(HandleType.Instance);
        }

        _emit.RefuseChecked(compound.IsChecked, compound);
        var right = Value(compound.Value);
        if (TypeLowering.Scalar(_scope.Substitution.Apply(compound.Target.Type!)) is not { } targetType
            || OperationType(compound, targetType) is not { } type
            || OperatorOf(compound.OperatorKind) is not { } @operator)
        {
            if (_emit.OffsetPointer(compound.OperatorKind, left, right, compound) is { } pointer)
                return pointer;
            var (reason, description) = NoCounterpart.OfArithmetic(compound.Target.Type, compound.Value.Type, compound.IsLifted);
            return _emit.MakeOpaque(compound, null, reason, description, left, right);
        }

        if (targetType == ScalarType.Bool && Emitter.IsLogical(compound.OperatorKind))
            return _emit.DecideLogical(compound.OperatorKind, left, right, compound);
        left = _emit.Convert(left, targetType, type, compound.Target);
        var result = _emit.Compute(@operator, left, right, type, compound, type == targetType ? into : null);
        return type == targetType ? result : _emit.Convert(result, type, targetType, compound, into);
    }

    /// <summary>The type that a compound assignment computes in: small integers are widened first.</summary>
    private static ScalarType? OperationType(ICompoundAssignmentOperation compound, ScalarType target)
    {
        if (compound.InConversion is { IsNumeric: true } || target.Size < 4)
        {
            if (target == ScalarType.Bool)
                return target;
            return compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift
                or BinaryOperatorKind.UnsignedRightShift
                ? ScalarType.I32
                : compound.Value.Type is { } type && TypeLowering.Scalar(type) is { Size: >= 4 } wide ? wide : ScalarType.I32;
        }

        return target;
    }

    private Operand LowerIncrement(IIncrementOrDecrementOperation increment)
    {
        // One that changes its operand in place has no value behind it.
        if (increment.IsPostfix && !IsSetterCall(increment.Target) && increment.OperatorMethod is not { IsStatic: false })
        {
            var target = _emit.Pin(PlaceOf(increment.Target), increment.Target);
            var before = _emit.Temporary(target.Type, increment.Target);
            _builder.Emit(new AssignInstruction(At(increment), before, Operand.Copy(target)));
            Increment(increment, target);
            return Operand.Move(before);
        }

        return Operand.Copy(Increment(increment));
    }

    private Place Increment(IIncrementOrDecrementOperation increment)
    {
        if (increment.OperatorMethod is { IsStatic: false } method)
            return CallInPlace(method, increment, increment.Target, null);
        if (IsSetterCall(increment.Target))
            return IncrementProperty(increment);
        return Increment(increment, _emit.Pin(PlaceOf(increment.Target), increment.Target));
    }

    private Place Increment(IIncrementOrDecrementOperation increment, Place target)
    {
        var value = ComputeIncremented(increment, Operand.Copy(target), target);
        if (!IsStored(value, target))
            _builder.Emit(new AssignInstruction(At(increment), target, value));
        return target;
    }

    private Operand ComputeIncremented(IIncrementOrDecrementOperation increment, Operand current, Place? into)
    {
        if (CalledOperator(increment.OperatorMethod, increment.ConstrainedToType) is { } callee)
            return Call(callee, At(increment), [new Argument(current, ArgumentPassing.Value, At(increment.Target))], into) ?? current;
        _emit.RefuseChecked(increment.IsChecked, increment);
        var isIncrement = increment.Kind == OperationKind.Increment;
        if (current.Type is ScalarType type)
            return _emit.Compute(
                isIncrement ? BinaryOperator.Add : BinaryOperator.Subtract,
                current,
                Operand.Constant(1, type),
                type,
                increment,
                into);
        if (_emit.OffsetPointer(
            isIncrement ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract,
            current,
            Operand.Constant(1, ScalarType.I32),
            increment) is { } pointer)
            return pointer;
        var (reason, description) = NoCounterpart.OfArithmetic(increment.Target.Type, null, increment.IsLifted);
        return _emit.MakeOpaque(increment, null, reason, description, current);
    }
}
