using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Stubs;

/// <summary>
/// Finds the helpers that the runtime implements: the members of the assembly that declares <c>[BpfHelper]</c> which carry it.
/// </summary>
internal static class HelperCatalogue
{
    public const string AttributeName = "Dynptrs.BpfHelperAttribute";

    // A reference to a file stays the same object from edit to edit, so its helpers are read once. The table holds strings, no symbols.
    private static readonly ConditionalWeakTable<MetadataReference, object> Cache = new();

    public static EquatableArray<Helper> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName(AttributeName) is not { } attribute)
            return default;
        if (compilation.GetMetadataReference(attribute.ContainingAssembly) is not PortableExecutableReference reference)
            return Read(attribute, cancellationToken);
        if (!Cache.TryGetValue(reference, out var cached))
            cached = Cache.GetValue(reference, _ => Read(attribute, cancellationToken));
        return (EquatableArray<Helper>)cached;
    }

    /// <summary>The kernel's names of all helpers that the runtime implements, those without a stub included.</summary>
    public static ImmutableArray<string> ReadNames(INamedTypeSymbol attribute) =>
    [
        .. GetTypes(attribute.ContainingAssembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers().Concat(type.GetTypeMembers().SelectMany(block => block.GetMembers())))
            .SelectMany(member => member.GetAttributes())
            .Where(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
            .Select(data => data.ConstructorArguments is [{ Value: string name }] ? name : "")
            .Distinct(),
    ];

    private static EquatableArray<Helper> Read(INamedTypeSymbol attribute, CancellationToken cancellationToken)
    {
        var helpers = ImmutableArray.CreateBuilder<Helper>();
        foreach (var type in GetTypes(attribute.ContainingAssembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddHelpers(type, attribute, helpers);
        }

        helpers.Sort(static (left, right) =>
        {
            var byName = string.CompareOrdinal(left.Name, right.Name);
            var byImplementation = byName != 0 ? byName : string.CompareOrdinal(left.Implementation, right.Implementation);
            return byImplementation != 0 ? byImplementation : left.Attributes.Count.CompareTo(right.Attributes.Count);
        });
        return new EquatableArray<Helper>(helpers.ToImmutable());
    }

    private static void AddHelpers(INamedTypeSymbol type, INamedTypeSymbol attribute, ImmutableArray<Helper>.Builder helpers)
    {
        // The static method behind a member of an extension block may carry its attributes too.
        var implementations = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var block in type.GetTypeMembers())
        {
            if (!block.IsExtension)
                continue;
            foreach (var member in block.GetMembers().OfType<IMethodSymbol>())
            {
                if (member.AssociatedExtensionImplementation is { } implementation)
                    implementations.Add(implementation);
            }

            AddMembers(block, attribute, helpers, implementations);
        }

        AddMembers(type, attribute, helpers, implementations);
    }

    private static void AddMembers(
        INamedTypeSymbol type,
        INamedTypeSymbol attribute,
        ImmutableArray<Helper>.Builder helpers,
        HashSet<ISymbol> except)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.DeclaredAccessibility != Accessibility.Public || except.Contains(member))
                continue;
            var data = member.GetAttributes()
                .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));
            if (data is null || data.NamedArguments.Any(argument => argument is { Key: "HasStub", Value.Value: false }))
                continue;
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                helpers.AddRange(new HelperReader(method, method, data).ReadAll());
            else if (member is IPropertySymbol { GetMethod: { } getter, IsIndexer: false } property)
                helpers.AddRange(new HelperReader(property, getter, data).ReadAll());
        }
    }

    public static IEnumerable<INamedTypeSymbol> GetTypes(INamespaceSymbol root)
    {
        foreach (var member in root.GetMembers())
        {
            if (member is INamespaceSymbol nested)
            {
                foreach (var type in GetTypes(nested))
                    yield return type;
            }
            else if (member is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type)
            {
                yield return type;
            }
        }
    }
}
