using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>A stub and the member that it forwards to: two spellings of one helper.</summary>
internal sealed class HelperPair
{
    private HelperPair(HelperFacts implementation, IMethodSymbol stub, ImmutableArray<IParameterSymbol?> parameters, int flags)
    {
        Implementation = implementation;
        Stub = stub;
        Parameters = parameters;
        Flags = flags;
    }

    public HelperFacts Implementation { get; }

    /// <summary>The stub; its type parameters are those of the implementation's type, then those of the implementation.</summary>
    public IMethodSymbol Stub { get; }

    /// <summary>For each parameter of the stub that of the implementation, <see langword="null"/> for the receiver.</summary>
    public ImmutableArray<IParameterSymbol?> Parameters { get; }

    /// <summary>The parameter of the stub that takes members of an enumeration where the implementation takes a number, or -1.</summary>
    public int Flags { get; }

    /// <summary>How many type parameters of the stub are those of the implementation's type.</summary>
    public int TypeParametersOfContainer => Stub.TypeParameters.Length - Implementation.Method.TypeParameters.Length;

    /// <summary>
    /// Pairs an implementation and a stub of the same helper, or answers <see langword="null"/> where the stub is that of another overload.
    /// </summary>
    public static HelperPair? TryMatch(HelperFacts implementation, IMethodSymbol stub)
    {
        var method = implementation.Method;
        var container = method.ContainingType;
        ImmutableArray<ITypeSymbol> typeParameters = [.. container.IsExtension ? [] : container.TypeParameters, .. method.TypeParameters];
        if (stub.Parameters.Length != implementation.Order.Length || stub.TypeParameters.Length != typeParameters.Length)
            return null;
        var same = typeParameters.IsEmpty ? stub : stub.Construct([.. typeParameters]);
        var parameters = ImmutableArray.CreateBuilder<IParameterSymbol?>();
        var flags = -1;
        foreach (var parameter in same.Parameters)
        {
            var name = implementation.Order[parameter.Ordinal];
            var counterpart = name == HelperFacts.This ? null : method.Parameters.FirstOrDefault(candidate => candidate.Name == name);
            var type = name == HelperFacts.This ? ContractReader.ExtensionReceiver(method)?.Type ?? container : counterpart?.Type;
            if (IsFlagsOf(parameter.Type, type))
            {
                flags = parameter.Ordinal;
            }
            else if (!SymbolEqualityComparer.Default.Equals(parameter.Type, type)
                || counterpart is not null && counterpart.RefKind != parameter.RefKind)
            {
                return null;
            }

            parameters.Add(counterpart);
        }

        return new HelperPair(implementation, stub, parameters.ToImmutable(), flags);
    }

    private static bool IsFlagsOf(ITypeSymbol type, ITypeSymbol? number) =>
        type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } && SymbolEqualityComparer.Default.Equals(underlying, number);
}
