using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Tests.Lowering;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>A member that stands for a helper.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Contract">What it declares.</param>
/// <param name="Order">The indexes of its parameters, in the order of the kernel's arguments.</param>
/// <param name="Flags">The enumerations of its parameters, <see langword="null"/> for those without.</param>
internal sealed record HelperMember(
    string Name,
    MethodContract Contract,
    ImmutableArray<int> Order,
    ImmutableArray<INamedTypeSymbol?> Flags)
{
    private const string Helper = "BpfHelperAttribute";

    /// <summary>All public members of some types that stand for helpers.</summary>
    public static IEnumerable<HelperMember> Find(Compilation compilation, INamespaceOrTypeSymbol container)
    {
        var contracts = LoweringTest.Context(compilation).Contracts;
        return FindMethods(container).Select(found => Read(contracts, found.Method, found.Attribute));
    }

    private static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> FindMethods(INamespaceOrTypeSymbol container)
    {
        var members = container.GetMembers();
        // The static form of an extension has the same attributes.
        var forms = members.OfType<INamedTypeSymbol>()
            .SelectMany(nested => nested.GetMembers().OfType<IMethodSymbol>())
            .Select(method => method.AssociatedExtensionImplementation)
            .ToHashSet<ISymbol?>(SymbolEqualityComparer.Default);
        foreach (var member in members)
        {
            var attribute = member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == Helper);
            if (attribute is not null && member.DeclaredAccessibility == Accessibility.Public && !forms.Contains(member))
                yield return (member as IMethodSymbol ?? ((IPropertySymbol)member).GetMethod!, attribute);
            if (member is not INamespaceOrTypeSymbol nested)
                continue;
            foreach (var found in FindMethods(nested))
                yield return found;
        }
    }

    private static HelperMember Read(ContractReader contracts, IMethodSymbol method, AttributeData attribute)
    {
        var contract = contracts.Read(method)!;
        var first = contract.Parameters.Length - method.Parameters.Length;
        var order = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == nameof(BpfHelperAttribute.Arguments)).Value
            is { Kind: TypedConstantKind.Array, Values: var names }
                ? names
                    .Where(name => name.Value is "this" || method.Parameters.Any(parameter => parameter.Name.Equals(name.Value)))
                    .Select(name => name.Value is "this"
                        ? 0
                        : first + method.Parameters.Single(parameter => parameter.Name.Equals(name.Value)).Ordinal)
                : Enumerable.Range(0, contract.Parameters.Length);
        var flags = Enumerable.Repeat<INamedTypeSymbol?>(null, first).Concat(method.Parameters.Select(FlagsOf));
        var written = method.AssociatedExtensionImplementation ?? method.AssociatedSymbol ?? method;
        return new HelperMember(
            written.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), contract, [.. order], [.. flags]);
    }

    private static INamedTypeSymbol? FlagsOf(IParameterSymbol parameter) => parameter.Type.TypeKind == TypeKind.Enum
        ? (INamedTypeSymbol)parameter.Type
        : parameter.GetAttributes().FirstOrDefault(attribute =>
            attribute.AttributeClass?.Name == nameof(FlagsOfAttribute))?.ConstructorArguments[0].Value as INamedTypeSymbol;
}
