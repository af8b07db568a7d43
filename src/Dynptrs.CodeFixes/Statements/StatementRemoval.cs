using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>Removes a statement, and what would be empty without it.</summary>
internal static class StatementRemoval
{
    /// <summary>The code without a statement, or <see langword="null"/> where something must stand in its place.</summary>
    public static FixContext? Remove(FixContext context, StatementSyntax statement) =>
        RemoveFrom(context.Root, statement) is { } root ? context.With(root) : null;

    /// <summary>A node without a statement in it, or <see langword="null"/> where something must stand in its place.</summary>
    public static T? RemoveFrom<T>(T node, StatementSyntax statement)
        where T : SyntaxNode
    {
        switch (statement.Parent)
        {
            case BlockSyntax { Parent: IfStatementSyntax { Else: null } conditional, Statements.Count: 1 } block
                when HasNoEffect(conditional.Condition) || CallOf(conditional) is not null:
                return RemoveFrom(node, block);
            case BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax when StatementList.Of(statement) is { } list:
                return list.Replace(node, list.Without(list.Statements.IndexOf(statement)));
            case ElseClauseSyntax otherwise:
                return node.RemoveNode(otherwise, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            case IfStatementSyntax { Else: null } conditional when HasNoEffect(conditional.Condition):
                return RemoveFrom(node, conditional);
            case IfStatementSyntax { Else: null } conditional when CallOf(conditional) is { } call:
                return node.ReplaceNode(conditional, call);
            case IfStatementSyntax { Else.Statement: var otherwise } conditional when conditional.Statement == statement:
                return node.ReplaceNode(conditional, Invert(conditional, otherwise));
            default:
                return null;
        }
    }

    /// <summary>
    /// What remains of a conditional statement without its branch where the condition compares what a call returns with a constant.
    /// </summary>
    private static ExpressionStatementSyntax? CallOf(IfStatementSyntax conditional)
    {
        var call = conditional.Condition switch
        {
            InvocationExpressionSyntax whole => whole,
            BinaryExpressionSyntax
            {
                Left: InvocationExpressionSyntax left,
                Right: LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax },
            } => left,
            PrefixUnaryExpressionSyntax { Operand: InvocationExpressionSyntax operand } => operand,
            _ => null,
        };
        return call is null
            ? null
            : SyntaxFactory.ExpressionStatement(call.WithoutTrivia())
                .WithTriviaFrom(conditional)
                .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static IfStatementSyntax Invert(IfStatementSyntax conditional, StatementSyntax otherwise) => conditional
        .WithCondition(Conditions.Negate(conditional.Condition))
        .WithStatement(otherwise)
        .WithElse(null)
        .WithAdditionalAnnotations(Formatter.Annotation);

    private static bool HasNoEffect(ExpressionSyntax condition) => !condition.DescendantNodesAndSelf().Any(node =>
        node is InvocationExpressionSyntax or AssignmentExpressionSyntax or ObjectCreationExpressionSyntax or AwaitExpressionSyntax
            or DeclarationExpressionSyntax or SingleVariableDesignationSyntax
        || node.Kind() is SyntaxKind.PostIncrementExpression
            or SyntaxKind.PostDecrementExpression
            or SyntaxKind.PreIncrementExpression
            or SyntaxKind.PreDecrementExpression);
}
