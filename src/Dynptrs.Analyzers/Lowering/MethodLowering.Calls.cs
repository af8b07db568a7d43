using System.Collections.Immutable;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Expressions;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Intrinsics;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Calls: of methods with a contract, of functions that can be followed, of delegates, and of everything else.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>Calls a method; the answer is its result, a pointer when it returns by reference.</summary>
    private Operand LowerInvocation(IInvocationOperation call, Place? into)
    {
        if (call.Instance is IFlowCaptureReferenceOperation { Id: var id } && _captures.Find(id) is { Enumeration: { } enumeration })
            return LowerEnumeratorCall(call, enumeration);
        var method = ImplementationOf(call.TargetMethod, call.Instance);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return LowerDelegateCall(call, method, into);
        if (_context.Intrinsics.Find(method) is var intrinsic and not Intrinsic.None && LowerIntrinsic(intrinsic, call, method, into) is { } known)
            return known;
        var arguments = Arguments(method, call.Instance, call.Arguments);
        return Call(method, At(call), arguments, into, isVirtual: call.IsVirtual) ?? Operand.Null(HandleType.Instance);
    }

    /// <summary>Calls a method with arguments that are evaluated already; the answer is its result, or nothing.</summary>
    private Operand? Call(IMethodSymbol method, Site site, ImmutableArray<Argument> arguments, Place? into, bool isVirtual = false)
    {
        method = _scope.Substitution.Apply(method);
        if (!_scope.Substitution.IsEmpty && method.ReceiverType is { IsValueType: true })
            isVirtual = false;
        var target = TargetOf(method, isVirtual, out var function);
        if (function is not null)
            arguments = arguments.AddRange(HiddenArguments(function, site));
        var type = ResultType(method);
        if (type is null)
        {
            _builder.Emit(new CallInstruction(site, null, target, arguments));
            return null;
        }

        var result = into is { } place && place.Type == type
            ? place
            : new Place(_builder.Temporary(type, site.Source is SyntaxNode syntax ? Render(syntax) : ""));
        _builder.Emit(new CallInstruction(site, result, target, arguments) { IsResultIgnored = site.Source is { } source && source == _ignoredCall });
        return Operand.Move(result);
    }

    private IrType? ResultType(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return method.ContainingType.IsValueType ? null : HandleType.Instance;
        if (method.ReturnsVoid)
            return null;
        return method.RefKind == RefKind.None ? Lower(method.ReturnType) : Pointer(method.ReturnType, method.RefKind == RefKind.RefReadOnly);
    }

    private CallTarget TargetOf(IMethodSymbol method, bool isVirtual, out NestedFunctionReference? nested)
    {
        nested = null;
        if (_context.Contracts.Read(method) is { } contract)
        {
            return method.MethodKind == MethodKind.LocalFunction
                ? new ContractTarget(contract, BodyOf(NestedFunction(method), contract))
                : _context.Function(method, _scope.IsProgramCode).Trusted!;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            nested = NestedFunction(method);
            return new FunctionTarget(nested);
        }

        if (ExtensionMember(method) is { } member && _context.Function(member, _scope.IsProgramCode).Trusted is { } trusted)
            return trusted;
        var canFollow = (!isVirtual || IsExact(method)) && !method.IsAbstract && !method.IsExtern
            && !IsStaticAbstract(method) && MethodBodies.Declaration(method, _context.CancellationToken) is not null;
        if (canFollow)
            return new FunctionTarget(_context.Function(method, _scope.IsProgramCode));
        var (reason, description) = NoCounterpart.OfCall(method, isDecidedLater: method.IsAbstract || IsStaticAbstract(method) || (isVirtual && !IsExact(method)));
        return new UnknownTarget(method.AssociatedSymbol?.Name ?? method.Name, reason, description);
    }

    private NestedFunctionReference? BodyOf(NestedFunctionReference function, MethodContract contract) =>
        _scope.IsProgramCode && contract.Requirements is null ? function : null;

    private NestedFunctionReference NestedFunction(IMethodSymbol function)
    {
        var reference = _scope.Nested(function);
        if (_context.Contracts.HasContract(function) && !reference.IsVerifiedAlone)
        {
            reference.VerifyAlone();
            _verifiedAlone.Add(reference);
        }

        return reference;
    }

    private static bool IsExact(IMethodSymbol method) =>
        method.IsSealed || method.ContainingType.IsSealed || method.ContainingType.IsValueType || !(method.IsVirtual || method.IsOverride || method.IsAbstract);

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

    /// <summary>The method that a call reaches through a type parameter, once the type is known, or through an interface to which the receiver is converted for it, as in <c>using</c>.</summary>
    private IMethodSymbol ImplementationOf(IMethodSymbol method, IOperation? instance)
    {
        var substituted = _scope.Substitution.Apply(method);
        if (instance is IConversionOperation { IsImplicit: true, Operand.Type: INamedTypeSymbol { IsReferenceType: true, TypeKind: TypeKind.Class } converted }
            && substituted.ContainingType.TypeKind == TypeKind.Interface
            && converted.FindImplementationForInterfaceMember(substituted) is IMethodSymbol implementation
            && (IsExact(implementation) || _context.Contracts.HasContract(implementation)))
        {
            return implementation;
        }

        var receiver = instance?.Type as ITypeParameterSymbol;
        if (receiver is null || substituted.ContainingType.TypeKind != TypeKind.Interface || Substitute(receiver) is not { IsValueType: true } type)
            return substituted;
        return type.FindImplementationForInterfaceMember(substituted) as IMethodSymbol ?? substituted;
    }

    private ImmutableArray<Argument> HiddenArguments(NestedFunctionReference function, Site site)
    {
        if (function.Captured.IsEmpty)
            return ImmutableArray<Argument>.Empty;
        var arguments = ImmutableArray.CreateBuilder<Argument>(function.Captured.Length);
        foreach (var captured in function.Captured)
        {
            if (captured is ITypeSymbol type)
                arguments.Add(new Argument(Operand.Copy(ThisPlace()), type.IsValueType ? ArgumentPassing.Ref : ArgumentPassing.Value, site));
            else
                arguments.Add(new Argument(Operand.Copy(CapturedPlace(captured)), ArgumentPassing.Ref, site));
        }

        return arguments.MoveToImmutable();
    }

    private Place CapturedPlace(ISymbol variable) => variable is ILocalSymbol local
        ? VariablePlace(local, local.Type, local.RefKind != RefKind.None)
        : VariablePlace(variable, TypeOf(variable), ((IParameterSymbol)variable).RefKind != RefKind.None);

    /// <summary>Evaluates receiver and arguments in the order of the source and arranges them in that of the parameters.</summary>
    private ImmutableArray<Argument> Arguments(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        var hasReceiver = instance is not null && !method.IsStatic;
        var first = hasReceiver ? 1 : 0;
        var result = new Argument[first + method.Parameters.Length];
        if (hasReceiver)
            result[0] = Receiver(method, instance!, HaveEffects(arguments, 0));
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            var position = first + (argument.Parameter?.Ordinal ?? i);
            if (position < result.Length)
                result[position] = Argument(argument, HaveEffects(arguments, i + 1));
        }

        for (var i = first; i < result.Length; i++)
        {
            // An argument that the graph does not show, such as one that does not compile.
            if (result[i].Value.Type is null)
                result[i] = new Argument(Operand.Null(HandleType.Instance), ArgumentPassing.Value, default);
        }

        return ImmutableArray.Create(result);
    }

    private static bool HaveEffects(ImmutableArray<IArgumentOperation> arguments, int from)
    {
        for (var i = from; i < arguments.Length; i++)
        {
            if (HasEffects(arguments[i].Value))
                return true;
        }

        return false;
    }

    private Argument ByValue(IOperation value) => new(Lower(value, null), ArgumentPassing.Value, At(value));

    private Argument Argument(IArgumentOperation argument, bool isFollowedByEffects)
    {
        var site = new Site(argument.IsImplicit ? argument.Value.Syntax : ArgumentSyntax(argument));
        var passing = ContractReader.Passing(argument.Parameter?.RefKind ?? RefKind.None);
        if (passing == ArgumentPassing.Value)
            return new Argument(Stable(argument.Value, isFollowedByEffects), passing, site);
        var place = ByRefPlace(argument.Value, passing);
        return new Argument(Operand.Copy(isFollowedByEffects ? Pin(place, argument.Value) : place), passing, site);
    }

    private static SyntaxNode ArgumentSyntax(IArgumentOperation argument) =>
        argument.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ArgumentSyntax syntax ? syntax.Expression : argument.Syntax;

    /// <summary>The variable that is passed; a value for an <see langword="in"/> parameter is a copy in a temporary.</summary>
    private Place ByRefPlace(IOperation value, ArgumentPassing passing)
    {
        if (passing == ArgumentPassing.In && value is IConversionOperation conversion && !IsIdentity(conversion))
            return Materialize(value);
        return Location(value);
    }

    private Argument Receiver(IMethodSymbol method, IOperation instance, bool isFollowedByEffects)
    {
        var site = At(instance);
        var passing = ContractReader.ReceiverPassing(method);
        if (passing == ArgumentPassing.Value)
            return new Argument(Stable(instance, isFollowedByEffects), passing, site);
        var place = Location(instance);
        if (place.Type is HandleType)
            return new Argument(Operand.Copy(place), ArgumentPassing.Value, site);
        if (passing == ArgumentPassing.Ref && method.ContainingType.ExtensionParameter is null && IsReadOnlyVariable(instance))
        {
            // What the compiler does without a word: the member runs on a copy.
            var copy = new Place(_builder.Temporary(place.Type, Render(instance.Syntax)));
            _builder.Emit(new AssignInstruction(site, copy, Operand.Copy(place)));
            return new Argument(Operand.Copy(copy), passing, site);
        }

        return new Argument(Operand.Copy(isFollowedByEffects ? Pin(place, instance) : place), passing, site);
    }

    private Operand LowerPropertyGet(IPropertyReferenceOperation reference, Place? into)
    {
        if (reference.Instance is IFlowCaptureReferenceOperation { Id: var id } && _captures.Find(id) is { Enumeration: { } enumeration })
            return ElementAddress(CurrentElement(enumeration), reference);
        if (LowerIntrinsicProperty(reference, into) is { } known)
            return known;
        if (FindBits(reference) is { } bits)
            return ReadBits(reference, bits, into);
        if (reference.Property.GetMethod is not { } getter)
            return Unsupported(reference, into);
        getter = ImplementationOf(getter, reference.Instance);
        var arguments = Arguments(getter, reference.Instance, reference.Arguments);
        if (CountedNumber(reference, getter, arguments) is { } number)
            return number;
        return Call(getter, At(reference), arguments, into, IsVirtual(getter, reference.Instance)) ?? Operand.Null(HandleType.Instance);
    }

    private static bool IsVirtual(IMethodSymbol accessor, IOperation? instance) =>
        (accessor.IsVirtual || accessor.IsOverride || accessor.IsAbstract) && !accessor.ContainingType.IsValueType
        && instance is not IInstanceReferenceOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax };

    /// <summary>Calls a setter: receiver and indices first, then the value.</summary>
    private Operand SetProperty(IPropertyReferenceOperation reference, Operand? value, IOperation assignment)
    {
        var source = (assignment as ISimpleAssignmentOperation)?.Value;
        if (FindBits(reference) is { } bits)
            return WriteBits(reference, bits, value, assignment);
        if (reference.Property.SetMethod is not { } setter)
        {
            // In a constructor, a property without a setter stands for its field.
            var operand = value ?? Lower(source!, null);
            if (FieldBehind(reference.Property) is { } field && reference.Instance is { } instance)
                _builder.Emit(new AssignInstruction(At(assignment), FieldOf(Location(instance), field, reference), operand));
            else
                _builder.Emit(Opaque(At(assignment), null, OpaqueReason.NotFollowed, "a property", operand));
            return operand;
        }

        setter = ImplementationOf(setter, reference.Instance);
        var hasEffects = source is not null && HasEffects(source);
        var arguments = ImmutableArray.CreateBuilder<Argument>(reference.Arguments.Length + 2);
        if (reference.Instance is { } receiver && !setter.IsStatic)
            arguments.Add(Receiver(setter, receiver, hasEffects || HaveEffects(reference.Arguments, 0)));
        for (var i = 0; i < reference.Arguments.Length; i++)
            arguments.Add(Argument(reference.Arguments[i], hasEffects || HaveEffects(reference.Arguments, i + 1)));
        var stored = value ?? Lower(source!, null);
        arguments.Add(new Argument(stored, ArgumentPassing.Value, source is null ? At(assignment) : At(source)));
        Call(setter, At(assignment), arguments.ToImmutable(), null, IsVirtual(setter, reference.Instance));
        return stored;
    }

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
        var current = Spill(LowerPropertyGet(property, null), property);
        var value = CompoundValue(compound, current, null);
        return PlaceOf(SetProperty(property, value, compound), compound);
    }

    private Place IncrementProperty(IIncrementOrDecrementOperation increment)
    {
        var property = (IPropertyReferenceOperation)increment.Target;
        var current = Spill(LowerPropertyGet(property, null), property);
        var value = Incremented(increment, current, null);
        SetProperty(property, value, increment);
        return PlaceOf(increment.IsPostfix ? current : value, increment);
    }
}
