using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Calls: of methods with a contract, of functions that can be followed, and of everything else.</summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>Calls a method; the answer is its result, a pointer when it returns by reference.</summary>
    private Operand LowerInvocation(IInvocationOperation call, Place? into)
    {
        if (call.Instance is IFlowCaptureReferenceOperation { Id: var id } && _captures.Find(id) is { Enumeration: { } enumeration })
            return LowerEnumeratorCall(call, enumeration);
        if (OmittedCalls.IsOmitted(call, _compilation.CancellationToken))
            return Operand.Null(HandleType.Instance);
        var receiver = ReceiverOf(call);
        var callee = ImplementationOf(call.TargetMethod, receiver, call.ConstrainedToType);
        var method = callee.Method;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return LowerDelegateCall(call, method, into);
        if (_compilation.Intrinsics.Find(call.TargetMethod) is var intrinsic and not Intrinsic.None
            && _intrinsics.Call(intrinsic, call, method, into) is { } known)
        {
            return known;
        }

        if (_scope.IsProgramCode && _compilation.Known.TellsOfHelper(method))
            return LowerHelperTest(call, into);
        if (method is { MethodKind: MethodKind.Constructor, ContainingType.IsValueType: true } && IsWithoutBody(method))
            return LowerChainedConstructor(call, method);
        var arguments = KeepBounds(call, PassArguments(callee, receiver, call.Arguments));
        return Call(callee, At(call), arguments, into, isVirtual: call.IsVirtual) ?? Operand.Null(HandleType.Instance);
    }

    /// <summary>Calls a method with arguments that are evaluated already; the answer is its result, or nothing.</summary>
    private Operand? Call(Callee callee, Site site, ImmutableArray<Argument> arguments, Place? into, bool isVirtual = false)
    {
        var method = _scope.Substitution.Apply(callee.Method);
        if (!_scope.Substitution.IsEmpty && method.ReceiverType is { IsValueType: true })
            isVirtual = false;
        var target = TargetOf(callee with { Method = method }, isVirtual, out var function);
        if (function is not null)
            arguments = arguments.AddRange(PassCaptured(function, site));
        var type = _scope.ResultTypeOf(method);
        if (type is null)
        {
            _builder.Emit(new CallInstruction(site, null, target, arguments));
            return null;
        }

        var result = into is { } place && place.Type == type
            ? place
            : new Place(_builder.Temporary(type, site.Source is SyntaxNode syntax ? Render(syntax) : ""));
        _builder.Emit(new CallInstruction(
            site,
            result,
            target,
            arguments)
        {
            IsResultIgnored = site.Source is { } source && source == _ignoredCall,
        });
        return Operand.Move(result);
    }

    private CallTarget TargetOf(Callee callee, bool isVirtual, out NestedFunctionReference? nested)
    {
        nested = null;
        var method = callee.Method;
        if (_compilation.Contracts.Read(method) is { } contract)
        {
            return method.MethodKind == MethodKind.LocalFunction
                ? new ContractTarget(contract, BodyOf(NestedFunction(method), contract))
                : _scope.Callee(method).ByContract!;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            nested = NestedFunction(method);
            return new FunctionTarget(nested);
        }

        if (ExtensionMember(method) is { } member && _scope.Callee(member).ByContract is { } trusted)
            return trusted;
        var isDecidedLater = method.IsAbstract
            || (callee.Type is null && (IsStaticAbstract(method) || (isVirtual && !IsExact(method))));
        if (!isDecidedLater && !method.IsExtern && MethodBodies.Declaration(method, _compilation.CancellationToken) is not null)
            return new FunctionTarget(_scope.Callee(method, callee.Self));
        var (reason, description) = NoCounterpart.OfCall(method, isDecidedLater);
        var name = reason == OpaqueReason.Synthesized ? "" : method.AssociatedSymbol?.Name ?? method.Name;
        return new UnknownTarget(name, reason, description);
    }

    private NestedFunctionReference? BodyOf(NestedFunctionReference function, MethodContract contract) =>
        _scope.IsProgramCode && contract.Requirements is null ? function : null;

    private NestedFunctionReference NestedFunction(IMethodSymbol function)
    {
        var reference = _scope.Nested(function);
        if (_compilation.Contracts.HasContract(function) && !reference.IsRoot)
        {
            reference.MakeRoot();
            _nestedRoots.Add(reference);
        }

        return reference;
    }

    private static bool IsExact(IMethodSymbol method) =>
        method.IsSealed
            || method.ContainingType.IsSealed
            || method.ContainingType.IsValueType
            || !(method.IsVirtual || method.IsOverride || method.IsAbstract);

    private static bool IsStaticAbstract(IMethodSymbol method) =>
        method.IsStatic && (method.IsVirtual || method.IsAbstract) && method.ContainingType.TypeKind == TypeKind.Interface;

    /// <summary>The member that the static form of a call to a C# 14 extension stands for.</summary>
    private static IMethodSymbol? ExtensionMember(IMethodSymbol method)
    {
        if (!method.IsStatic || !method.ContainingType.IsStatic || method.Parameters.Length == 0)
            return null;
        foreach (var nested in method.ContainingType.GetTypeMembers())
        {
            if (nested.ExtensionParameter is null)
                continue;
            foreach (var member in nested.GetMembers())
            {
                if (member is IMethodSymbol { IsStatic: false } candidate
                    && SymbolEqualityComparer.Default.Equals(candidate.AssociatedExtensionImplementation, method.OriginalDefinition))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The method that a call reaches through a type parameter, once the type is known, or through an interface to which the receiver
    /// is converted for it, as in <c>using</c>.
    /// </summary>
    private Callee ImplementationOf(IMethodSymbol method, IOperation? instance, ITypeSymbol? constrainedTo)
    {
        var substituted = _scope.Substitution.Apply(method);
        if (instance is IConversionOperation
            {
                IsImplicit: true,
                Operand.Type: INamedTypeSymbol { IsReferenceType: true, TypeKind: TypeKind.Class } converted,
            }
            && substituted.ContainingType.TypeKind == TypeKind.Interface
            && converted.FindImplementationForInterfaceMember(substituted) is IMethodSymbol implementation
            && (IsExact(implementation) || _compilation.Contracts.HasContract(implementation)))
        {
            return new Callee(implementation);
        }

        if (substituted.ContainingType.TypeKind != TypeKind.Interface
            || DecidingType(instance, constrainedTo) is not { IsValueType: true } type
            || type.FindImplementationForInterfaceMember(substituted) is not IMethodSymbol found)
        {
            return new Callee(substituted);
        }

        return new Callee(found, type);
    }

    /// <summary>The receiver of a call. A <c>using</c> of a struct calls its member: the graph makes an object of it, the compiler does not.</summary>
    private static IOperation? ReceiverOf(IInvocationOperation call) =>
        call.Instance is IConversionOperation { IsImplicit: true, Operand: { Type.IsValueType: true } value }
        && call.TargetMethod.ContainingType.TypeKind == TypeKind.Interface
            ? value
            : call.Instance;

    /// <summary>The type that decides which member of an interface a call reaches, where it is known.</summary>
    private ITypeSymbol? DecidingType(IOperation? instance, ITypeSymbol? constrainedTo)
    {
        if ((constrainedTo ?? instance?.Type) is { } type && type is ITypeParameterSymbol or { IsValueType: true })
            return _scope.Substitution.Apply(type);
        return instance is IInstanceReferenceOperation ? _scope.Self : null;
    }
}
