using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>
/// The blank lines before statements and members: they part groups of them, and stay where they are when one of a group goes.
/// </summary>
internal static class BlankLines
{
    /// <summary>A statement with the blank lines before another, which was in its place, if there were any.</summary>
    public static StatementSyntax Take(StatementSyntax statement, StatementSyntax removed) =>
        removed.GetLeadingTrivia().TakeWhile(IsBlank).ToList() is { Count: > 0 } lines
            ? statement.WithLeadingTrivia(lines.Concat(Rest(statement)))
            : statement;

    /// <summary>A statement without the blank lines before it.</summary>
    public static StatementSyntax Remove(StatementSyntax statement) => statement.WithLeadingTrivia(Rest(statement));

    /// <summary>A member after another that takes the blank lines before it; one blank line parts them.</summary>
    public static IEnumerable<SyntaxNode> PutBefore(SyntaxNode member, SyntaxNode first)
    {
        var end = member.AncestorsAndSelf().Last().DescendantTrivia()
            .Where(IsBlank)
            .DefaultIfEmpty(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .First();
        yield return first.WithLeadingTrivia(member.GetLeadingTrivia().TakeWhile(IsBlank)).WithTrailingTrivia(end);
        yield return member.WithLeadingTrivia(Rest(member).Prepend(end));
    }

    private static IEnumerable<SyntaxTrivia> Rest(SyntaxNode statement) => statement.GetLeadingTrivia().SkipWhile(IsBlank);

    private static bool IsBlank(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
