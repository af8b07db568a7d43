using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Memory;

/// <summary>Finds the methods that take the same slice as another, but for writing instead of for reading or the other way round.</summary>
internal sealed class SliceSiblings(FixContext context)
{
    /// <summary>The siblings of what a call calls.</summary>
    public IEnumerable<SliceSibling> Find(InvocationExpressionSyntax call)
    {
        if (ContractArguments.Read(context, call)
            is not { Contract: { Return: { SliceOf: >= 0 and var owner, Type: ViewType view } } contract, Method: { } method })
        {
            yield break;
        }

        foreach (var other in method.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            if (other.IsStatic == method.IsStatic
                && other.TypeParameters.Length == method.TypeParameters.Length
                && HasSameParameters(other, method.OriginalDefinition)
                && context.ReadContract(other) is { Return: { Type: ViewType { } type } result } found
                && result.SliceOf == owner
                && type.IsReadOnly != view.IsReadOnly
                && found.Parameters.Length == contract.Parameters.Length)
            {
                yield return new SliceSibling(other.Name, type.IsReadOnly, other.ReturnType.Name);
            }
        }
    }

    private static bool HasSameParameters(IMethodSymbol left, IMethodSymbol right) =>
        left.Parameters.Length == right.Parameters.Length
        && left.Parameters.Zip(
            right.Parameters, (one, other) => one.RefKind == other.RefKind && SymbolEqualityComparer.Default.Equals(one.Type, other.Type))
            .All(isSame => isSame);
}
