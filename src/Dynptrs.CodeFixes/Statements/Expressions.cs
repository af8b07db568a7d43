using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>Puts expressions where they were not.</summary>
internal static class Expressions
{
    /// <summary>An expression as the operand of a cast or the receiver of a member.</summary>
    public static ExpressionSyntax Parenthesize(ExpressionSyntax expression) => expression
        is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or LiteralExpressionSyntax
        or ThisExpressionSyntax or ObjectCreationExpressionSyntax
            ? expression
            : SyntaxFactory.ParenthesizedExpression(expression);
}
