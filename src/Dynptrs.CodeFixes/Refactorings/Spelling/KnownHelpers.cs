using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>The helpers in both spellings: the members of the runtime that implement them, and the stubs that code could call.</summary>
internal sealed class KnownHelpers(FixContext context)
{
    private readonly INamedTypeSymbol? _stubsAttribute = context.Model.Compilation.GetTypeByMetadataName("Dynptrs.BpfHelpersAttribute");
    private ILookup<string, HelperFacts>? _implementations;

    /// <summary>Whether a method is a stub of a helper.</summary>
    public bool IsStub(ISymbol member) =>
        member is IMethodSymbol { IsStatic: true, ContainingType: { } container }
        && container.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _stubsAttribute));

    /// <summary>The members of the runtime that implement a helper, those that no stub forwards to included.</summary>
    public IEnumerable<HelperFacts> FindImplementations(string name) =>
        (_implementations ??= (_stubsAttribute?.ContainingAssembly.GlobalNamespace is { } root ? GetMembers(root) : [])
            .Select(member => HelperFacts.Read(context, member))
            .OfType<HelperFacts>()
            .ToLookup(helper => helper.Name))[name];

    /// <summary>The implementation that a stub forwards to: the member itself, or the overload that takes what it leaves out.</summary>
    public HelperFacts? FindFull(HelperFacts helper) => helper.HasStub
        ? helper
        : helper.Member.ContainingType
            .GetMembers(helper.Member.Name)
            .Select(member => HelperFacts.Read(context, member))
            .OfType<HelperFacts>()
            .FirstOrDefault(other => IsFullFormOf(other, helper));

    /// <summary>Whether an overload is the same but for numbers that the other leaves out, which are 0 then.</summary>
    public static bool IsFullFormOf(HelperFacts full, HelperFacts helper)
    {
        if (!full.HasStub
            || helper.HasStub
            || full.Name != helper.Name
            || full.Member.Name != helper.Member.Name
            || full.Method.IsStatic != helper.Method.IsStatic
            || full.Method.TypeParameters.Length != helper.Method.TypeParameters.Length
            || !SymbolEqualityComparer.Default.Equals(full.Member.ContainingType, helper.Member.ContainingType))
        {
            return false;
        }

        var next = 0;
        foreach (var parameter in full.Method.Parameters)
        {
            if (next < helper.Method.Parameters.Length
                && helper.Method.Parameters[next] is var kept
                && kept.Name == parameter.Name
                && kept.RefKind == parameter.RefKind)
            {
                next++;
            }
            else if (parameter.Type.SpecialType is not (>= SpecialType.System_SByte and <= SpecialType.System_UInt64))
            {
                return false;
            }
        }

        return next == helper.Method.Parameters.Length;
    }

    /// <summary>The stubs of a helper that code at a place could call, those that are in scope first.</summary>
    public IEnumerable<(IMethodSymbol Stub, bool IsInScope)> FindStubs(string name, int position)
    {
        var inScope = context.Model
            .LookupSymbols(position, name: name)
            .OfType<IMethodSymbol>()
            .Where(method => IsStubOf(method, name))
            .ToList();
        var others = context.Model.Compilation.GetSymbolsWithName(name, SymbolFilter.Member, context.CancellationToken)
            .OfType<IMethodSymbol>()
            .Where(method => IsStubOf(method, name)
                && !inScope.Contains(method, SymbolEqualityComparer.Default)
                && context.Model.IsAccessible(position, method));
        return inScope.Select(stub => (stub, true)).Concat(others.Select(stub => (stub, false)));
    }

    private bool IsStubOf(IMethodSymbol method, string name) => IsStub(method) && HelperFacts.Read(context, method)?.Name == name;

    /// <summary>
    /// The public members of public types; those of an extension block stand for the static methods that the compiler makes of them.
    /// </summary>
    private static IEnumerable<ISymbol> GetMembers(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceSymbol
                or INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public }
                or INamedTypeSymbol { IsExtension: true })
            {
                foreach (var inner in GetMembers((INamespaceOrTypeSymbol)member))
                    yield return inner;
            }
            else if (member is IMethodSymbol or IPropertySymbol
                && member.DeclaredAccessibility == Accessibility.Public
                && !IsImplementation(member))
            {
                yield return member;
            }
        }
    }

    private static bool IsImplementation(ISymbol member) =>
        member is IMethodSymbol { IsStatic: true, ContainingType: { IsStatic: true } container }
        && container.GetTypeMembers().Any(block => block.IsExtension
            && block
                .GetMembers(member.Name)
                .OfType<IMethodSymbol>()
                .Any(extension => SymbolEqualityComparer.Default.Equals(extension.AssociatedExtensionImplementation, member)));
}
