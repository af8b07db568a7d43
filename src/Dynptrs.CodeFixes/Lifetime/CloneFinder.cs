using System.Collections.Generic;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>Finds the calls that clone what a variable holds, in the style in which it was made.</summary>
internal sealed class CloneFinder(FixContext context)
{
    /// <summary>The statements that clone.</summary>
    /// <param name="source">The variable.</param>
    /// <param name="target">What stands after <c>out</c>: the clone.</param>
    /// <param name="place">The place of the clone.</param>
    public IEnumerable<string> Find(string source, string target, SyntaxNode place)
    {
        if (context.GetType(source, place.SpanStart) is not { } type)
            yield break;
        var methods = new ContractMethods(context);
        if (new ContractCalls(context).FindMaking(source, place) is { } making
            && context.Model.GetSymbolInfo(making).Symbol is IMethodSymbol { IsStatic: true } made)
        {
            foreach (var (method, contract) in methods.Beside(made.ContainingType))
            {
                if (contract.Parameters is [var lent, { CloneOf: 0 }]
                    && method.Parameters.Length == 2
                    && method.TypeParameters.IsEmpty
                    && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type))
                {
                    yield return $"{ContractMethods.Qualify(making)}{method.Name}({(lent.Passing == ArgumentPassing.Ref ? "ref " : "")}{source}, out {target});";
                }
            }
        }

        foreach (var (method, contract) in methods.Members(type, place.SpanStart))
        {
            if (contract.Parameters is [_, { CloneOf: 0 }])
                yield return $"{source}.{method.Name}(out {target});";
        }
    }
}
