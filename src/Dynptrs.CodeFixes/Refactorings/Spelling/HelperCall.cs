using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>A call of a helper, or a property of one that is read.</summary>
/// <param name="Node">The call.</param>
/// <param name="Member">What is called.</param>
/// <param name="Facts">What its declaration says.</param>
internal sealed record HelperCall(ExpressionSyntax Node, ISymbol Member, HelperFacts Facts)
{
    /// <summary>The arguments; none for a property.</summary>
    public ArgumentListSyntax? Arguments => (Node as InvocationExpressionSyntax)?.ArgumentList;

    /// <summary>The type arguments, as far as they are written.</summary>
    public TypeArgumentListSyntax? TypeArguments =>
        (Callee switch { MemberAccessExpressionSyntax access => access.Name, var name => name } as GenericNameSyntax)?.TypeArgumentList;

    private ExpressionSyntax Callee => (Node as InvocationExpressionSyntax)?.Expression ?? Node;

    /// <summary>Reads a call, or answers <see langword="null"/> for anything else.</summary>
    public static HelperCall? Read(FixContext context, SyntaxNode node)
    {
        if (node is not (InvocationExpressionSyntax
            {
                Expression: SimpleNameSyntax or MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression },
            }
            or MemberAccessExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleMemberAccessExpression,
                Parent: not InvocationExpressionSyntax,
            }))
        {
            return null;
        }

        var expression = (ExpressionSyntax)node;
        return context.Model.GetSymbolInfo(expression, context.CancellationToken).Symbol
            is IMethodSymbol { ReducedFrom: null } or IPropertySymbol
            && context.Model.GetSymbolInfo(expression, context.CancellationToken).Symbol is { } member
            && (member is IMethodSymbol) == (node is InvocationExpressionSyntax)
            && HelperFacts.Read(context, member) is { } facts
                ? new HelperCall(expression, member, facts)
                : null;
    }

    /// <summary>What stands before the name of a member in a call or a property.</summary>
    public static ExpressionSyntax? ReceiverOf(ExpressionSyntax node) =>
        (((node as InvocationExpressionSyntax)?.Expression ?? node) as MemberAccessExpressionSyntax)?.Expression;

    /// <summary>The index of the argument for a parameter, or -1 where it is left out.</summary>
    public int IndexOf(IParameterSymbol parameter)
    {
        if (Node is not InvocationExpressionSyntax call || Member is not IMethodSymbol method)
            return -1;
        for (var i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            if (ContractArguments.FindParameter(method, call, call.ArgumentList.Arguments[i])?.Ordinal == parameter.Ordinal)
                return i;
        }

        return -1;
    }

    /// <summary>Whether a comment speaks of an argument.</summary>
    public bool IsCommented(int index)
    {
        var argument = Arguments!.Arguments[index];
        var before = argument.GetFirstToken().GetPreviousToken().TrailingTrivia;
        return argument.GetLeadingTrivia().Concat(argument.GetTrailingTrivia()).Any(Comments.IsComment)
            || before.LastOrDefault(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)) is var last && Comments.IsComment(last);
    }

    /// <summary>Whether each argument is for a parameter of its own: an array of them has no counterpart.</summary>
    public bool HasPlainArguments() => Node is not InvocationExpressionSyntax call
        || Member is IMethodSymbol method
            && call.ArgumentList.Arguments.All(argument => ContractArguments.FindParameter(method, call, argument) is { IsParams: false });
}
