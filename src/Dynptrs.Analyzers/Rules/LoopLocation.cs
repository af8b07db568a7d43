using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The location of a loop: its condition where that is what was found, else the word that begins it.</summary>
internal static class LoopLocation
{
    public static Location? TryGet(Site site)
    {
        if (site.Source is not SyntaxNode node)
            return null;
        var loop = node.FirstAncestorOrSelf<StatementSyntax>(statement =>
            statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);
        return loop switch
        {
            WhileStatementSyntax { Condition: var condition } statement => Of(node, condition) ?? statement.WhileKeyword.GetLocation(),
            DoStatementSyntax { Condition: var condition } statement => Of(node, condition) ?? statement.DoKeyword.GetLocation(),
            ForStatementSyntax { Condition: var condition } statement => Of(node, condition) ?? statement.ForKeyword.GetLocation(),
            CommonForEachStatementSyntax statement => statement.Expression.GetLocation(),
            _ => node.GetLocation(),
        };
    }

    private static Location? Of(SyntaxNode node, ExpressionSyntax? condition) =>
        condition is not null && condition.Span.Contains(node.Span) ? condition.GetLocation() : null;
}
