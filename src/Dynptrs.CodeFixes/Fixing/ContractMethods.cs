using System.Collections.Generic;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>The methods with a contract that code could call.</summary>
internal sealed class ContractMethods(FixContext context)
{
    /// <summary>What stands before the name of a method in a call.</summary>
    public static string Qualify(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access ? access.Expression + "." : "";

    /// <summary>The static methods of a type: the companions of one that is called.</summary>
    public IEnumerable<(IMethodSymbol Method, MethodContract Contract)> Beside(INamedTypeSymbol container)
    {
        foreach (var method in container.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.IsStatic && context.ReadContract(method) is { } contract)
                yield return (method, contract);
        }
    }

    /// <summary>
    /// The members of a type, and the extensions that are in scope at a place. The receiver is the first parameter of the contract.
    /// </summary>
    public IEnumerable<(IMethodSymbol Method, MethodContract Contract)> Members(ITypeSymbol type, int position)
    {
        foreach (var method in context.Model.LookupSymbols(position, type, includeReducedExtensionMethods: true).OfType<IMethodSymbol>())
        {
            if (!method.IsStatic && context.ReadContract(method.ReducedFrom ?? method) is { } contract)
                yield return (method, contract);
        }
    }
}
