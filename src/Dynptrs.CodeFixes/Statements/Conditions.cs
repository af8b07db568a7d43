using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>Turns conditions around.</summary>
internal static class Conditions
{
    /// <summary>The opposite of a condition.</summary>
    public static ExpressionSyntax Negate(ExpressionSyntax condition) => condition switch
    {
        PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) => not.Operand,
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.EqualsExpression) =>
            SyntaxFactory.BinaryExpression(
                SyntaxKind.NotEqualsExpression,
                binary.Left,
                SyntaxFactory.Token(SyntaxKind.ExclamationEqualsToken).WithTriviaFrom(binary.OperatorToken),
                binary.Right),
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.NotEqualsExpression) =>
            SyntaxFactory.BinaryExpression(
                SyntaxKind.EqualsExpression,
                binary.Left,
                SyntaxFactory.Token(SyntaxKind.EqualsEqualsToken).WithTriviaFrom(binary.OperatorToken),
                binary.Right),
        IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax =>
            SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, condition),
        _ => SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(condition)),
    };
}
