using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>Whether an expression may be evaluated before its statement.</summary>
internal static class EvaluationOrder
{
    /// <summary>
    /// Whether nothing with an effect is evaluated before an expression in its statement, and the expression is always evaluated,
    /// or evaluating it does nothing.
    /// </summary>
    public static bool IsFirst(SemanticModel model, ExpressionSyntax expression, StatementSyntax statement)
    {
        var isCondition = (statement as IfStatementSyntax)?.Condition.Span.Contains(expression.Span) == true;
        if (!isCondition && statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax))
            return false;
        if (expression.Ancestors().TakeWhile(node => node != statement).Any(node => node is AnonymousFunctionExpressionSyntax))
            return false;
        if (!IsPure(model, expression) && expression.Ancestors().TakeWhile(node => node != statement).Any(IsConditional))
            return false;
        return !statement.DescendantNodes().Any(node => node.Span.End <= expression.SpanStart && HasEffect(node));
    }

    /// <summary>Whether it makes no difference which of two arguments is evaluated first.</summary>
    public static bool AreIndependent(
        SemanticModel model,
        ExpressionSyntax first,
        bool isFirstByReference,
        ExpressionSyntax second,
        bool isSecondByReference) =>
        IsSettled(model, first, isFirstByReference)
        || IsSettled(model, second, isSecondByReference)
        || (IsRead(model, first) && IsRead(model, second));

    /// <summary>Whether an argument is the same whatever happens before: a constant, or the place of a variable.</summary>
    private static bool IsSettled(SemanticModel model, ExpressionSyntax argument, bool isByReference) =>
        argument is LiteralExpressionSyntax or DefaultExpressionSyntax or DeclarationExpressionSyntax
        || model.GetConstantValue(argument).HasValue
        || (isByReference
            && model.GetSymbolInfo(argument).Symbol
                is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol or IDiscardSymbol or IFieldSymbol { IsStatic: true });

    /// <summary>Whether evaluating an argument changes nothing and cannot throw.</summary>
    private static bool IsRead(SemanticModel model, ExpressionSyntax argument) =>
        IsPure(model, argument) || model.GetSymbolInfo(argument).Symbol is ILocalSymbol or IParameterSymbol;

    private static bool IsConditional(SyntaxNode node) =>
        node is ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax
        || node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    private static bool HasEffect(SyntaxNode node) =>
        node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax
        || node.Kind() is SyntaxKind.PostIncrementExpression
            or SyntaxKind.PostDecrementExpression
            or SyntaxKind.PreIncrementExpression
            or SyntaxKind.PreDecrementExpression;

    /// <summary>Whether an expression is arithmetic on variables and constants that cannot throw.</summary>
    private static bool IsPure(SemanticModel model, ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().All(node => node switch
        {
            IdentifierNameSyntax name =>
                model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol or INamedTypeSymbol or IFieldSymbol { IsStatic: true },
            BinaryExpressionSyntax operation =>
                operation.Kind() is not (SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression or SyntaxKind.CoalesceExpression)
                    || model.GetConstantValue(operation.Right).HasValue,
            LiteralExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or PredefinedTypeSyntax => true,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.UnaryMinusExpression or SyntaxKind.BitwiseNotExpression,
            _ => false,
        });
}
