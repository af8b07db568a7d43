using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>The exits on which a reference is lost or a region is open.</summary>
internal static class Exits
{
    /// <summary>Where a diagnostic says that control leaves.</summary>
    public static IEnumerable<Location> Locate(Diagnostic diagnostic) =>
        Steps.Of(diagnostic).Where(step => step.Label == StepLabel.Leaves).Select(step => step.Location);

    /// <summary>The exits that a diagnostic names, or <see langword="null"/> where no statement can stand before one of them.</summary>
    public static ImmutableArray<SyntaxNode>? FindAll(SyntaxNode root, Diagnostic diagnostic)
    {
        var exits = Locate(diagnostic).Select(location => Find(root, location)).Distinct().ToImmutableArray();
        return exits.Contains(null) ? null : exits.CastArray<SyntaxNode>();
    }

    /// <summary>Whether a node is an exit, as <see cref="Find"/> finds it.</summary>
    public static bool Is(SyntaxNode node) =>
        node is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax
            or YieldStatementSyntax or BlockSyntax or GlobalStatementSyntax or ExpressionSyntax;

    /// <summary>
    /// What an exit is: a statement that leaves, the block whose end is reached, the expression that is the body, or the
    /// last of the top-level statements.
    /// </summary>
    /// <returns><see langword="null"/> where no statement can stand before it, as before a <c>throw</c> in an expression.</returns>
    public static SyntaxNode? Find(SyntaxNode root, Location exit)
    {
        if (exit.SourceTree != root.SyntaxTree)
            return null;
        if (root.FindToken(exit.SourceSpan.Start) is { Parent: BlockSyntax block } token && token.IsKind(SyntaxKind.CloseBraceToken))
            return block;
        var node = root.FindNode(exit.SourceSpan, getInnermostNodeForTie: true);
        return node switch
        {
            ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => node,
            YieldStatementSyntax { Expression: null } => node,
            StatementSyntax { Parent: GlobalStatementSyntax last } => last,
            GlobalStatementSyntax => node,
            ThrowExpressionSyntax => null,
            LambdaExpressionSyntax { ExpressionBody: { } body } => body,
            BaseMethodDeclarationSyntax { ExpressionBody.Expression: var body } => body,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: var body } => body,
            AccessorDeclarationSyntax { ExpressionBody.Expression: var body } => body,
            ExpressionSyntax { Parent: ArrowExpressionClauseSyntax } => node,
            ExpressionSyntax { Parent: LambdaExpressionSyntax lambda } when lambda.ExpressionBody == node => node,
            _ => null,
        };
    }
}
