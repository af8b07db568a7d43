using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes;

/// <summary>Puts statements before a place where control leaves.</summary>
internal sealed class ExitEditor(SyntaxEditor editor, FixContext context)
{
    /// <summary>The place that an exit of a diagnostic stands for: a statement, or the block whose end it is.</summary>
    /// <returns><see langword="null"/> for the body of an expression, before which no statement can stand.</returns>
    public static SyntaxNode? Find(SyntaxNode root, Location exit)
    {
        var token = root.FindToken(exit.SourceSpan.Start);
        if (token.IsKind(SyntaxKind.CloseBraceToken))
            return token.Parent as BlockSyntax;
        return root.FindNode(exit.SourceSpan, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .FirstOrDefault(node => node is StatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax) as StatementSyntax;
    }

    /// <summary>Whether a statement can be put before an exit without changing what is returned.</summary>
    public bool CanInsert(SyntaxNode exit) =>
        exit is not ReturnStatementSyntax { Expression: { } value } || IsSettled(value) || context.Model.GetTypeInfo(value).Type is { IsRefLikeType: false };

    /// <summary>Inserts a statement before an exit.</summary>
    public void Insert(SyntaxNode exit, string statement)
    {
        var release = Parse(statement);
        if (exit is BlockSyntax block)
            editor.ReplaceNode(block, (current, _) => AddAtEnd((BlockSyntax)current, release));
        else if (exit is ReturnStatementSyntax { Expression: { } value } && !IsSettled(value))
            InsertBetween((ReturnStatementSyntax)exit, value, release);
        else
            InsertBefore((StatementSyntax)exit, release);
    }

    /// <summary>Inserts statements before a statement, in a block of their own where there is none.</summary>
    public void InsertBefore(StatementSyntax statement, params StatementSyntax[] inserted)
    {
        switch (statement.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax:
                editor.InsertBefore(statement, inserted);
                break;
            case LabeledStatementSyntax:
                editor.ReplaceNode(statement, inserted[0].WithLeadingTrivia(statement.GetLeadingTrivia()));
                editor.InsertAfter(statement.Parent, inserted.Skip(1).Append(statement.WithoutLeadingTrivia()));
                break;
            default:
                editor.ReplaceNode(statement, SyntaxFactory.Block(inserted.Append(statement.WithoutLeadingTrivia())).WithLeadingTrivia(statement.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
                break;
        }
    }

    public static StatementSyntax Parse(string statement) =>
        SyntaxFactory.ParseStatement(statement).WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithTrailingTrivia(SyntaxFactory.ElasticMarker).WithAdditionalAnnotations(Formatter.Annotation);

    private static BlockSyntax AddAtEnd(BlockSyntax block, StatementSyntax statement) => block.AddStatements(statement);

    /// <summary>What is returned may be read from what is released: it is read before.</summary>
    private void InsertBetween(ReturnStatementSyntax exit, ExpressionSyntax value, StatementSyntax release)
    {
        var name = GetFreeName(exit, "result");
        InsertBefore(
            exit.WithExpression(SyntaxFactory.IdentifierName(name)),
            exit,
            Parse($"var {name} = {value.WithoutTrivia()};"),
            release);
    }

    private void InsertBefore(ReturnStatementSyntax changed, ReturnStatementSyntax exit, params StatementSyntax[] inserted)
    {
        if (exit.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
        {
            editor.InsertBefore(exit, inserted);
            editor.ReplaceNode(exit, changed);
        }
        else
        {
            editor.ReplaceNode(exit, SyntaxFactory.Block(inserted.Append(changed.WithoutLeadingTrivia())).WithLeadingTrivia(exit.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        }
    }

    public string GetFreeName(SyntaxNode place, string wanted)
    {
        var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? place;
        var taken = member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToImmutableHashSet();
        var name = wanted;
        for (var i = 2; taken.Contains(name); i++)
            name = wanted + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>Whether an expression reads nothing that a release could end: a constant, or a local number.</summary>
    private bool IsSettled(ExpressionSyntax value) =>
        context.Model.GetConstantValue(value).HasValue
        || value is LiteralExpressionSyntax
        || (context.Model.GetSymbolInfo(value).Symbol is ILocalSymbol { IsRef: false, Type.IsRefLikeType: false } or IParameterSymbol { Type.IsRefLikeType: false });
}
