using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Delegates and function pointers: of known functions while the path says which.</summary>
internal sealed partial class MethodLowering
{
    private Operand LowerDelegate(IDelegateCreationOperation creation, Place? into) => creation.Target switch
    {
        IFlowAnonymousFunctionOperation lambda => LowerLambda(lambda, creation, into),
        IMethodReferenceOperation method => LowerMethodGroup(method, creation, into),
        _ => Lower(creation.Target, into),
    };

    private Operand LowerLambda(IFlowAnonymousFunctionOperation lambda, IOperation creation, Place? into)
    {
        var reference = _scope.Nested(lambda.Symbol);
        reference.Lambda = lambda;
        if (DelegateContract(creation) is { } contract)
            reference.DelegateContract = contract;
        // A closure is refused in program code, and nothing follows from that.
        if (!IsCallback(creation) && !(_scope.IsProgramCode && !reference.Captured.IsEmpty))
            VerifyAlone(reference);
        return FunctionValue(reference, reference.Captured, creation, into);
    }

    private Operand LowerMethodGroup(IMethodReferenceOperation reference, IOperation creation, Place? into)
    {
        var method = _scope.Substitution.Apply(reference.Method);
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            var function = _scope.Nested(method);
            if (DelegateContract(creation) is { } contract)
                function.DelegateContract = contract;
            if (!IsCallback(creation))
                VerifyAlone(function);
            return FunctionValue(function, function.Captured, creation, into);
        }

        if (reference.Instance is { } instance && !method.IsStatic)
            return OpaqueValue(creation, into, OpaqueReason.Closure, "a delegate with a receiver", ReceiverValue(instance));
        if (IsStaticAbstract(method))
            return OpaqueValue(creation, into, OpaqueReason.Dispatch, "a delegate of a method that is not known");
        var target = Target(into, HandleType.Instance, creation);
        _builder.Emit(new FunctionValueInstruction(At(creation), target, _context.Function(method, _scope.IsProgramCode)));
        return Operand.Move(target);
    }

    private Operand ReceiverValue(IOperation instance) => Lower(instance, null);

    private Operand FunctionValue(NestedFunctionReference function, ImmutableArray<ISymbol> captured, IOperation creation, Place? into)
    {
        var target = Target(into, HandleType.Instance, creation);
        if (captured.IsEmpty)
        {
            _builder.Emit(new FunctionValueInstruction(At(creation), target, function));
            return Operand.Move(target);
        }

        var escapes = ImmutableArray.CreateBuilder<Place>(captured.Length);
        foreach (var variable in captured)
            escapes.Add(variable is ITypeSymbol ? ThisPlace() : CapturedPlace(variable));
        _builder.Emit(new OpaqueInstruction(At(creation), target, OpaqueReason.Closure, "a closure", ImmutableArray<Operand>.Empty, escapes.MoveToImmutable()));
        return Operand.Move(target);
    }

    private void VerifyAlone(NestedFunctionReference reference)
    {
        if (reference.IsVerifiedAlone || reference.TakesTracked)
            return;
        reference.VerifyAlone();
        _verifiedAlone.Add(reference);
    }

    private Verifier.Contracts.MethodContract? DelegateContract(IOperation creation) =>
        creation.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? _context.Contracts.Read(_scope.Substitution.Apply(invoke)) : null;

    /// <summary>Whether a delegate is handed straight to a parameter whose contract says that the call runs it.</summary>
    private bool IsCallback(IOperation creation)
    {
        var parent = creation.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation)
            parent = parent.Parent;
        return parent is IArgumentOperation { Parameter: { } parameter } && _context.Known.Has(parameter.OriginalDefinition, Contracts.ContractAttribute.Callback);
    }

    private Operand LowerDelegateCall(IInvocationOperation call, IMethodSymbol invoke, Place? into)
    {
        var callee = Stable(call.Instance!, HaveEffects(call.Arguments, 0));
        var arguments = Arguments(invoke, null, call.Arguments);
        return EmitCall(new DelegateTarget(callee, call.Instance!.Syntax.ToString()), ResultType(invoke), arguments, call, into);
    }

    private Operand LowerFunctionPointerCall(IFunctionPointerInvocationOperation call, Place? into)
    {
        var callee = Spill(Lower(call.Target, null), call);
        var signature = call.GetFunctionPointerSignature();
        var arguments = ImmutableArray.CreateBuilder<Argument>(call.Arguments.Length);
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var passing = i < signature.Parameters.Length ? Contracts.ContractReader.Passing(signature.Parameters[i].RefKind) : ArgumentPassing.Value;
            var value = call.Arguments[i].Value;
            arguments.Add(passing == ArgumentPassing.Value
                ? new Argument(Stable(value, HaveEffects(call.Arguments, i + 1)), passing, At(value))
                : new Argument(Operand.Copy(ByRefPlace(value, passing)), passing, At(value)));
        }

        return EmitCall(new DelegateTarget(callee, call.Target.Syntax.ToString()), ResultType(signature), arguments.MoveToImmutable(), call, into);
    }

    private Operand EmitCall(CallTarget target, IrType? type, ImmutableArray<Argument> arguments, IOperation operation, Place? into)
    {
        if (type is null)
        {
            _builder.Emit(new CallInstruction(At(operation), null, target, arguments));
            return Operand.Null(HandleType.Instance);
        }

        var result = Target(into, type, operation);
        _builder.Emit(new CallInstruction(At(operation), result, target, arguments));
        return Operand.Move(result);
    }
}
