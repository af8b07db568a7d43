using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>Reads what declarations say about calls of them. Answers are kept for the compilation.</summary>
internal sealed class ContractReader(KnownTypes known, TypeLowering types)
{
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _hasContract = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IMethodSymbol> _declarations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, MethodContract> _contracts = new(SymbolEqualityComparer.Default);

    /// <summary>Reads the contract of a method, or answers <see langword="null"/> where it declares none.</summary>
    public MethodContract? Read(IMethodSymbol method)
    {
        method = Declared(method);
        return HasContract(method) ? ReadAlways(method) : null;
    }

    /// <summary>
    /// Reads what a method is entered with: its contract and, for a program, what its section says of the objects that it is given. Or
    /// answers <see langword="null"/> where nothing says anything.
    /// </summary>
    public MethodContract? ReadEntry(IMethodSymbol method)
    {
        if (known.ProgramAttribute(method) is not { ConstructorArguments: [{ Value: string section }] }
            || SectionTable.Find(section) is not { } program)
        {
            return Read(method);
        }

        var contract = ReadAlways(method);
        var parameters = contract.Parameters;
        for (var i = 0; i < method.Parameters.Length && parameters.Length == method.Parameters.Length; i++)
        {
            var type = method.Parameters[i].Type;
            if (type.IsReferenceType && (i == program.NullableArgument || type.NullableAnnotation == NullableAnnotation.Annotated))
                parameters = parameters.SetItem(i, parameters[i] with { MayBeNull = true });
            if (known.Has(type, ContractAttribute.Trusted))
                parameters = parameters.SetItem(i, parameters[i] with { IsTrusted = true });
            if (!parameters[i].Releases && known.KernelObject(type) is { } kind && program.Gives.Contains(kind))
                parameters = parameters.SetItem(i, parameters[i] with { Releases = true, Kind = kind });
        }

        return parameters == contract.Parameters ? Read(method) : contract with { Parameters = parameters };
    }

    /// <summary>Reads a method as if it had a contract: what its modifiers and its attributes, if any, say.</summary>
    public MethodContract ReadAlways(IMethodSymbol method)
    {
        method = Declared(method);
        if (_contracts.TryGetValue(method, out var contract))
            return contract;
        contract = new ContractBuilder(known, types, this, method).Build();
        return _contracts.GetOrAdd(method, contract);
    }

    /// <summary>
    /// Whether a method, its property, its receiver or one of its parameters carries a contract attribute; or, where none does, a
    /// method that it overrides or implements: callers through that one trust its contract.
    /// </summary>
    public bool HasContract(IMethodSymbol method) => HasOwnContract(Declared(method));

    /// <summary>Whether the declaration of the method itself carries a contract attribute.</summary>
    public bool HasOwnContract(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (_hasContract.TryGetValue(method, out var known))
            return known;
        known = FindContract(method);
        _hasContract.TryAdd(method, known);
        return known;
    }

    /// <summary>The names in contract attributes of a method that none of its parameters has.</summary>
    public ImmutableArray<UnknownParameterName> UnknownNames(IMethodSymbol method)
    {
        var builder = new ContractBuilder(known, types, this, Declared(method));
        builder.Build();
        return builder.UnknownNames;
    }

    /// <summary>The parameters of a method in the order of its contract: the receiver first.</summary>
    /// <returns>The receiver is <see langword="null"/> where it has no symbol of its own.</returns>
    public static IParameterSymbol? ExtensionReceiver(IMethodSymbol method) =>
        method is { IsStatic: false, ContainingType.ExtensionParameter: { } receiver } ? receiver : null;

    /// <summary>Whether a call of the method passes a receiver.</summary>
    public static bool HasReceiver(IMethodSymbol method) =>
        !method.IsStatic
        && method.MethodKind is not (MethodKind.DelegateInvoke or MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        && (method.MethodKind != MethodKind.Constructor || method.ContainingType.IsValueType);

    /// <summary>How the receiver of an instance or extension member is passed.</summary>
    public static ArgumentPassing ReceiverPassing(IMethodSymbol method)
    {
        if (ExtensionReceiver(method) is { } receiver)
            return Passing(receiver.RefKind);
        if (!method.ContainingType.IsValueType)
            return ArgumentPassing.Value;
        if (method.MethodKind == MethodKind.Constructor)
            return ArgumentPassing.Out;
        return method.IsReadOnly ? ArgumentPassing.In : ArgumentPassing.Ref;
    }

    /// <summary>How an argument for a parameter of this ref kind is passed.</summary>
    public static ArgumentPassing Passing(RefKind kind) => kind switch
    {
        RefKind.None => ArgumentPassing.Value,
        RefKind.Ref => ArgumentPassing.Ref,
        RefKind.Out => ArgumentPassing.Out,
        _ => ArgumentPassing.In,
    };

    /// <summary>The declaration that says what a call of the method means.</summary>
    private IMethodSymbol Declared(IMethodSymbol method)
    {
        if (method.ReducedFrom is not null)
            method = method.GetConstructedReducedFrom() ?? method.ReducedFrom;
        if (!method.IsOverride
            && (method.IsStatic
                || method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct, AllInterfaces.IsEmpty: false }))
        {
            return method;
        }

        return _declarations.TryGetValue(method, out var declaration)
            ? declaration
            : _declarations.GetOrAdd(method, FindDeclaration(method));
    }

    private IMethodSymbol FindDeclaration(IMethodSymbol method)
    {
        for (var candidate = method; candidate is not null; candidate = candidate.OverriddenMethod)
        {
            if (HasOwnContract(candidate))
                return Construct(candidate, method);
        }

        foreach (var candidate in method.ExplicitInterfaceImplementations)
        {
            if (HasOwnContract(candidate))
                return Construct(candidate, method);
        }

        foreach (var type in method.ContainingType.AllInterfaces)
        {
            foreach (var member in type.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate
                    && HasOwnContract(candidate)
                    && SymbolEqualityComparer.Default.Equals(
                        method.ContainingType.FindImplementationForInterfaceMember(candidate), method.ConstructedFrom))
                {
                    return Construct(candidate, method);
                }
            }
        }

        return method;
    }

    private static IMethodSymbol Construct(IMethodSymbol declaration, IMethodSymbol method) =>
        declaration.TypeParameters.IsEmpty
        || SymbolEqualityComparer.Default.Equals(method, method.ConstructedFrom)
        || !SymbolEqualityComparer.Default.Equals(declaration, declaration.ConstructedFrom)
            ? declaration
            : declaration.Construct([.. method.TypeArguments]);

    private bool FindContract(IMethodSymbol method)
    {
        if (IsContract(method.GetAttributes()) || IsContract(method.GetReturnTypeAttributes()))
            return true;
        if (method.AssociatedSymbol is IPropertySymbol property && IsContract(property.GetAttributes()))
            return true;
        if (known.StructOf(method) is not null)
            return true;
        foreach (var parameter in method.Parameters)
        {
            if (IsContract(parameter.GetAttributes()))
                return true;
        }

        return ExtensionReceiver(method) is { } receiver && IsContract(receiver.GetAttributes());
    }

    private bool IsContract(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            // Bits of a field are read and written, which is no call; what the kernel has is read, too.
            if (known.Classify(attribute) is not (ContractAttribute.None or ContractAttribute.BpfProgram or ContractAttribute.BitsOf
                or ContractAttribute.HelperName))
                return true;
        }

        return false;
    }
}
