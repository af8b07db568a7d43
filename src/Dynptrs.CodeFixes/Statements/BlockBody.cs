using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>Gives a block to a function whose body is an expression, so that statements can be inserted.</summary>
internal static class BlockBody
{
    private const string StatementKind = "Dynptrs.Body";

    /// <summary>The function whose body an expression is part of, if that body is no block.</summary>
    public static SyntaxNode? FindFunction(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case LambdaExpressionSyntax { ExpressionBody: not null }:
                    return ancestor;
                case ArrowExpressionClauseSyntax:
                    return ancestor.Parent;
                case StatementSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Gives a block to the function around an expression if it has none.</summary>
    /// <param name="context">The code.</param>
    /// <param name="expression">The expression; after the call, where it is in the changed code.</param>
    /// <returns>The code, changed or not, or <see langword="null"/> where the function can have no block.</returns>
    public static FixContext? Ensure(FixContext context, ref ExpressionSyntax expression)
    {
        if (FindFunction(expression) is not { } function)
            return context;
        var tracked = context.With(context.Root.TrackNodes(expression, function));
        if (Expand(tracked, tracked.Root.GetCurrentNode(function)!, out _) is not { } expanded)
            return null;
        expression = expanded.Root.GetCurrentNode(expression)!;
        return expanded;
    }

    /// <summary>Gives a block to the function whose body is the only exit.</summary>
    /// <param name="context">The code.</param>
    /// <param name="exits">The exits; after the call, where they are in the changed code.</param>
    /// <returns>The code, changed or not, or <see langword="null"/> where the function can have no block.</returns>
    public static FixContext? Ensure(FixContext context, ref ImmutableArray<SyntaxNode> exits)
    {
        if (exits is not [ExpressionSyntax body])
            return context;
        if (FindFunction(body) is not { } function || Expand(context, function, out var statement) is not { } expanded)
            return null;
        exits = [statement is ReturnStatementSyntax ? statement : statement!.Parent!];
        return expanded;
    }

    /// <summary>Makes the expression a statement, or answers <see langword="null"/> where it can be none.</summary>
    /// <param name="context">The code.</param>
    /// <param name="function">The function.</param>
    /// <param name="statement">The statement in the changed code.</param>
    public static FixContext? Expand(FixContext context, SyntaxNode function, out StatementSyntax? statement)
    {
        statement = null;
        if (GetExpression(function) is not { } expression
            || expression is ThrowExpressionSyntax
            || GetSymbol(context, function) is not { } method)
        {
            return null;
        }

        var hasResult = !method.ReturnsVoid && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
        var mark = new SyntaxAnnotation(StatementKind);
        var body = expression.WithoutTrivia();
        StatementSyntax made = hasResult
            ? SyntaxFactory.ReturnStatement(
                SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                body,
                SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            : SyntaxFactory.ExpressionStatement(body);
        var expanded = WithBlock(function, SyntaxFactory.Block(StatementEditor.MakeElastic(made).WithAdditionalAnnotations(mark)));
        if (expanded is null)
            return null;
        var after = context.With(context.Root.ReplaceNode(function, expanded.WithAdditionalAnnotations(Formatter.Annotation)));
        statement = (StatementSyntax)after.Root.GetAnnotatedNodes(mark).Single();
        return after;
    }

    private static IMethodSymbol? GetSymbol(FixContext context, SyntaxNode function) => (function is LambdaExpressionSyntax
        ? context.Model.GetSymbolInfo(function, context.CancellationToken).Symbol
        : context.Model.GetDeclaredSymbol(function, context.CancellationToken)) as IMethodSymbol;

    private static ExpressionSyntax? GetExpression(SyntaxNode function) => function switch
    {
        LambdaExpressionSyntax lambda => lambda.ExpressionBody,
        BaseMethodDeclarationSyntax method => method.ExpressionBody?.Expression,
        LocalFunctionStatementSyntax local => local.ExpressionBody?.Expression,
        AccessorDeclarationSyntax accessor => accessor.ExpressionBody?.Expression,
        _ => null,
    };

    private static SyntaxNode? WithBlock(SyntaxNode function, BlockSyntax block) => function switch
    {
        LambdaExpressionSyntax lambda => lambda.WithExpressionBody(null).WithBlock(block.WithTriviaFrom(lambda.Body)),
        BaseMethodDeclarationSyntax method => method
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(block.WithTrailingTrivia(method.SemicolonToken.TrailingTrivia)),
        LocalFunctionStatementSyntax local => local
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(block.WithTrailingTrivia(local.SemicolonToken.TrailingTrivia)),
        AccessorDeclarationSyntax accessor => accessor
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(block.WithTrailingTrivia(accessor.SemicolonToken.TrailingTrivia)),
        _ => null,
    };
}
