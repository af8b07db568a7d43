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
            foreach (var caller in Callers(callee, cancellationToken))
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

    /// <summary>Whether all that calls a method is in this compilation, and names it where it does.</summary>
    private bool CanFindCallers(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && !compilation.Contracts.HasContract(method)
        && (method.DeclaredAccessibility == Accessibility.Private
            ? method.ExplicitInterfaceImplementations.IsEmpty
            : method.IsStatic && !_hasFriends && !MethodReference.IsVisibleOutside(method));

    /// <summary>The methods that name a method; <see langword="null"/> for what stands in none.</summary>
    private IEnumerable<IMethodSymbol?> Callers(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var root in PlacesOfCalls(method, cancellationToken))
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

    /// <summary>Whether a name is that of a method, or may be once its call is written to the end.</summary>
    private static bool Names(SymbolInfo name, IMethodSymbol method) =>
        (name.Symbol is { } symbol ? [symbol] : name.CandidateSymbols).Any(candidate =>
            candidate is IMethodSymbol named
            && SymbolEqualityComparer.Default.Equals((named.ReducedFrom ?? named).OriginalDefinition, method.OriginalDefinition));

    private IEnumerable<SyntaxNode> PlacesOfCalls(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.DeclaredAccessibility != Accessibility.Private)
        {
            return compilation.Compilation.SyntaxTrees
                .Where(tree => tree.GetText(cancellationToken).ToString().Contains(method.Name))
                .Select(tree => tree.GetRoot(cancellationToken));
        }

        var type = method.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;
        return type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken));
    }

    private static IMethodSymbol? EnclosingMethod(ISymbol? symbol)
    {
        IMethodSymbol? outermost = null;
        for (; symbol is not null and not INamedTypeSymbol; symbol = symbol.ContainingSymbol)
            outermost = symbol as IMethodSymbol ?? outermost;
        return outermost;
    }
}
