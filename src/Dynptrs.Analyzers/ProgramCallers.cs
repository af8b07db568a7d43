using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers;

/// <summary>Finds the methods that only programs call: as static functions in the kernel, they are judged by these calls.</summary>
internal sealed class ProgramCallers(AnalyzedCompilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, FileCalls> _files = new();
    private readonly bool _hasFriends = compilation.Compilation.Assembly.GetAttributes()
        .Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");

    /// <summary>The programs that call a method, also through others; none where anything else may call it, or nothing does.</summary>
    public ImmutableArray<IMethodSymbol> Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var programs = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var visited = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        return Visit(method) ? programs.ToImmutable() : [];

        bool Visit(IMethodSymbol callee)
        {
            if (!CanFindCallers(callee))
                return false;
            if (!visited.Add(callee))
                return true;
            var callers = Callers(callee, cancellationToken).ToList();
            // What need not be named may be called where it is not seen.
            if (callers.Count == 0 && callee.MethodKind != MethodKind.Ordinary)
                return false;
            foreach (var caller in callers)
            {
                if (caller is null)
                    return false;
                if (!compilation.Known.Has(caller, ContractAttribute.BpfProgram))
                {
                    if (!Visit(caller))
                        return false;
                }
                else if (visited.Add(caller))
                {
                    programs.Add(caller);
                }
            }

            return true;
        }
    }

    /// <summary>Whether all that calls a method is in this compilation, and can be found in it.</summary>
    private bool CanFindCallers(IMethodSymbol method) =>
        !compilation.Contracts.HasContract(method)
        && method is { IsVirtual: false, IsOverride: false, IsAbstract: false, ExplicitInterfaceImplementations.IsEmpty: true }
        && method.MethodKind switch
        {
            MethodKind.Ordinary => method.IsStatic || method.ContainingType.IsValueType || method.DeclaredAccessibility == Accessibility.Private,
            MethodKind.PropertyGet or MethodKind.PropertySet => method.IsStatic || method.ContainingType.IsValueType,
            // That of a class may run for what is derived from it.
            MethodKind.Constructor => method.ContainingType.IsValueType,
            MethodKind.UserDefinedOperator or MethodKind.Conversion => true,
            _ => false,
        }
        && (IsPrivate(method) || (!_hasFriends && !MethodReference.IsVisibleOutside(method)));

    /// <summary>Whether only the outermost type around a member, and what is in it, can name it.</summary>
    private static bool IsPrivate(ISymbol member)
    {
        for (var part = member; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility == Accessibility.Private)
                return true;
        }

        return false;
    }

    /// <summary>The methods that call a method; <see langword="null"/> for what stands in none, or is not known.</summary>
    private IEnumerable<IMethodSymbol?> Callers(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var named = NamedBy(method, cancellationToken);
        return method is { MethodKind: MethodKind.Ordinary, IsStatic: true, IsExtensionMethod: false, ContainingType.AllInterfaces.IsEmpty: true }
            ? named
            : named.Concat(CalledBy(method, cancellationToken));
    }

    /// <summary>The methods that name a method.</summary>
    private IEnumerable<IMethodSymbol?> NamedBy(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.MethodKind != MethodKind.Ordinary)
            yield break;
        foreach (var root in PlacesOfNames(method, cancellationToken))
        {
            SemanticModel? model = null;
            foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Identifier.ValueText != method.Name)
                    continue;
                model ??= compilation.Compilation.GetSemanticModel(name.SyntaxTree);
                if (Names(model.GetSymbolInfo(name, cancellationToken), method))
                {
                    yield return EnclosingMethod(model.GetEnclosingSymbol(name.SpanStart, cancellationToken));
                }
            }
        }
    }

    /// <summary>The methods that call what need not be named for that, such as a constructor, or what a <c>using</c> ends with.</summary>
    private IEnumerable<IMethodSymbol?> CalledBy(IMethodSymbol method, CancellationToken cancellationToken)
    {
        ImmutableArray<IMethodSymbol> implemented = [.. Implemented(method)];
        // Where its type is an argument for that of a type parameter, others may call it: as a member of an interface.
        var files = implemented.IsEmpty && IsPrivate(method)
            ? Outermost(method).DeclaringSyntaxReferences.Select(part => part.SyntaxTree).Distinct()
            : compilation.Compilation.SyntaxTrees;
        foreach (var file in files)
        {
            var calls = _files.GetOrAdd(file, tree => FileCalls.Read(compilation, tree, cancellationToken));
            if (!implemented.IsEmpty && calls.IsBoxed(method.ContainingType.OriginalDefinition))
                yield return null;
            foreach (var callee in implemented.Add(method))
            {
                foreach (var caller in calls.CallersOf(callee.OriginalDefinition))
                    yield return caller as IMethodSymbol;
            }
        }
    }

    /// <summary>The members of interfaces that a method implements.</summary>
    private static IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return type.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers().OfType<IMethodSymbol>())
            .Where(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));
    }

    /// <summary>Whether a name is that of a method, or may be once its call is written to the end.</summary>
    private static bool Names(SymbolInfo name, IMethodSymbol method) =>
        (name.Symbol is { } symbol ? [symbol] : name.CandidateSymbols).Any(candidate =>
            candidate is IMethodSymbol named
            && SymbolEqualityComparer.Default.Equals((named.ReducedFrom ?? named).OriginalDefinition, method.OriginalDefinition));

    private IEnumerable<SyntaxNode> PlacesOfNames(IMethodSymbol method, CancellationToken cancellationToken) =>
        IsPrivate(method)
            ? Outermost(method).DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken))
            : compilation.Compilation.SyntaxTrees
                .Where(tree => tree.GetText(cancellationToken).ToString().Contains(method.Name))
                .Select(tree => tree.GetRoot(cancellationToken));

    private static INamedTypeSymbol Outermost(IMethodSymbol method)
    {
        var type = method.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }

    private static IMethodSymbol? EnclosingMethod(ISymbol? symbol)
    {
        IMethodSymbol? outermost = null;
        for (; symbol is not null and not INamedTypeSymbol; symbol = symbol.ContainingSymbol)
            outermost = symbol as IMethodSymbol ?? outermost;
        return outermost;
    }
}
