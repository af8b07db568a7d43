using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>
/// Finds what a local function or lambda uses of the functions around it, by itself or through the local functions that it calls.
/// </summary>
internal static class CapturedVariables
{
    /// <summary>The captured variables in a fixed order; the containing type stands for <see langword="this"/>.</summary>
    public static ImmutableArray<ISymbol> Of(IMethodSymbol function, SemanticModel? model, CancellationToken cancellationToken)
    {
        if (model is null)
            return ImmutableArray<ISymbol>.Empty;
        var used = new List<ISymbol>();
        var reached = new List<IMethodSymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<IMethodSymbol>();
        var definition = function.OriginalDefinition;
        seen.Add(definition);
        pending.Enqueue(definition);
        while (pending.Count > 0)
        {
            var next = pending.Dequeue();
            reached.Add(next);
            foreach (var reference in next.DeclaringSyntaxReferences)
            {
                if (model.GetOperation(reference.GetSyntax(cancellationToken), cancellationToken) is { } body)
                    Collect(body, seen, pending, used);
            }
        }

        var captured = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var symbol in used)
        {
            if (symbol is ITypeSymbol || !IsInside(symbol, reached))
                captured.Add(symbol);
        }

        return captured.ToImmutable();
    }

    private static void Collect(
        IOperation operation,
        HashSet<ISymbol> seen,
        Queue<IMethodSymbol> pending,
        List<ISymbol> used)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { IsConst: false } local } when seen.Add(local):
                used.Add(local);
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when seen.Add(parameter):
                used.Add(parameter);
                break;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type }
                when seen.Add(type):
                used.Add(type);
                break;
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }
                when seen.Add(called.OriginalDefinition):
                pending.Enqueue(called.OriginalDefinition);
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named }
                when seen.Add(named.OriginalDefinition):
                pending.Enqueue(named.OriginalDefinition);
                break;
        }

        foreach (var child in operation.ChildOperations)
            Collect(child, seen, pending, used);
    }

    private static bool IsInside(ISymbol symbol, List<IMethodSymbol> functions)
    {
        for (var container = symbol.ContainingSymbol; container is IMethodSymbol method; container = container.ContainingSymbol)
        {
            if (functions.Contains(method, SymbolEqualityComparer.Default))
                return true;
        }

        return false;
    }
}
