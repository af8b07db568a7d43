using System.Collections.Immutable;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Delegates and function pointers: of known functions while the path says which.</summary>
internal sealed partial class ExpressionLowering
{
    private Operand LowerDelegate(IDelegateCreationOperation creation, Place? into) => creation.Target switch
    {
        IFlowAnonymousFunctionOperation lambda => LowerLambda(lambda, creation, into),
        IMethodReferenceOperation method => LowerMethodGroup(method, creation, into),
        _ => Value(creation.Target, into),
    };

    private Operand LowerLambda(IFlowAnonymousFunctionOperation lambda, IOperation creation, Place? into)
    {
        var reference = _scope.Nested(lambda.Symbol);
        reference.Lambda = lambda;
        if (DelegateContract(creation) is { } contract)
            reference.DelegateContract = contract;
        // A closure is refused in program code, and nothing follows from that.
        if (!IsCallback(creation) && !(_scope.IsProgramCode && !reference.Captured.IsEmpty))
            AddRoot(reference);
        return MakeFunctionValue(reference, reference.Captured, creation, into);
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
                AddRoot(function);
            return MakeFunctionValue(function, function.Captured, creation, into);
        }

        if (reference.Instance is { } instance && !method.IsStatic)
            return _emit.MakeOpaque(creation, into, OpaqueReason.Closure, "a delegate with a receiver", Value(instance));
        if (IsStaticAbstract(method))
            return _emit.MakeOpaque(creation, into, OpaqueReason.Dispatch, "a delegate of a method that is not known");
        var target = _emit.ChooseTarget(into, HandleType.Instance, creation);
        _builder.Emit(new FunctionValueInstruction(At(creation), target, _scope.Callee(method)));
        return Operand.Move(target);
    }

    private Operand MakeFunctionValue(NestedFunctionReference function, ImmutableArray<ISymbol> captured, IOperation creation, Place? into)
    {
        var target = _emit.ChooseTarget(into, HandleType.Instance, creation);
        if (captured.IsEmpty)
        {
            _builder.Emit(new FunctionValueInstruction(At(creation), target, function));
            return Operand.Move(target);
        }

        var escapes = ImmutableArray.CreateBuilder<Place>(captured.Length);
        foreach (var variable in captured)
            escapes.Add(variable is ITypeSymbol ? _variables.PlaceOfThis() : _variables.PlaceOfCaptured(variable));
        _builder.Emit(new OpaqueInstruction(
            At(creation),
            target,
            OpaqueReason.Closure,
            "a closure",
            ImmutableArray<Operand>.Empty,
            escapes.MoveToImmutable()));
        return Operand.Move(target);
    }

    private void AddRoot(NestedFunctionReference reference)
    {
        if (reference.IsRoot || reference.TakesTracked)
            return;
        reference.MakeRoot();
        _nestedRoots.Add(reference);
    }

    private MethodContract? DelegateContract(IOperation creation) =>
        creation.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
            ? _compilation.Contracts.Read(_scope.Substitution.Apply(invoke))
            : null;

    /// <summary>Whether a delegate is handed straight to a parameter whose contract says that the call runs it.</summary>
    private bool IsCallback(IOperation creation)
    {
        var parent = creation.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation)
            parent = parent.Parent;
        return parent is IArgumentOperation { Parameter: { } parameter }
            && _compilation.Known.Has(parameter.OriginalDefinition, ContractAttribute.Callback);
    }

    private Operand LowerDelegateCall(IInvocationOperation call, IMethodSymbol invoke, Place? into)
    {
        var callee = StableValue(call.Instance!, HaveEffects(call.Arguments, 0));
        var arguments = PassArguments(new Callee(invoke), null, call.Arguments);
        return _emit.Call(new DelegateTarget(callee, call.Instance!.Syntax.ToString()), _scope.ResultTypeOf(invoke), arguments, call, into);
    }

    private Operand LowerFunctionPointerCall(IFunctionPointerInvocationOperation call, Place? into)
    {
        var callee = _emit.Spill(Value(call.Target), call);
        var signature = call.GetFunctionPointerSignature();
        var arguments = ImmutableArray.CreateBuilder<Argument>(call.Arguments.Length);
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var passing = i < signature.Parameters.Length ? ContractReader.Passing(signature.Parameters[i].RefKind) : ArgumentPassing.Value;
            var value = call.Arguments[i].Value;
            arguments.Add(passing == ArgumentPassing.Value
                ? new Argument(StableValue(value, HaveEffects(call.Arguments, i + 1)), passing, At(value))
                : new Argument(Operand.Copy(PlaceToPass(value, passing)), passing, At(value)));
        }

        return _emit.Call(
            new DelegateTarget(callee, call.Target.Syntax.ToString()),
            _scope.ResultTypeOf(signature),
            arguments.MoveToImmutable(),
            call,
            into);
    }
}
