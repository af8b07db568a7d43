using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Statements;

/// <summary>The indentation of statements, in the manner of their file.</summary>
internal static class Indentation
{
    private const string Default = "    ";

    /// <summary>What stands before a statement on its line.</summary>
    public static string Of(StatementSyntax statement) =>
        statement.GetLeadingTrivia() is [.., var last] && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";

    /// <summary>By how much more a statement is indented than what it is in.</summary>
    public static string UnitAt(StatementSyntax statement)
    {
        var inner = Of(statement);
        var outer = statement.Parent is BlockSyntax block ? LineStart(block.CloseBraceToken) : "";
        return inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) ? inner.Substring(outer.Length) : Default;
    }

    /// <summary>A node, of which each line is indented by more.</summary>
    public static T Increase<T>(T node, string unit)
        where T : SyntaxNode
    {
        var starting = node.DescendantTokens()
            .Where(token => token == node.GetFirstToken() || token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia));
        return node.ReplaceTokens(starting, (_, token) => token.WithLeadingTrivia(Increase(token.LeadingTrivia, unit)));
    }

    private static IEnumerable<SyntaxTrivia> Increase(SyntaxTriviaList trivia, string unit)
    {
        var isAtStart = true;
        foreach (var piece in trivia)
        {
            if (isAtStart && piece.IsKind(SyntaxKind.WhitespaceTrivia))
            {
                yield return SyntaxFactory.Whitespace(piece + unit);
                isAtStart = false;
                continue;
            }

            // An empty line stays empty, and a directive where it is.
            if (isAtStart && !piece.IsKind(SyntaxKind.EndOfLineTrivia) && !piece.IsDirective)
                yield return SyntaxFactory.Whitespace(unit);
            yield return piece;
            isAtStart = piece.IsKind(SyntaxKind.EndOfLineTrivia) || piece.IsDirective;
        }

        if (isAtStart)
            yield return SyntaxFactory.Whitespace(unit);
    }

    private static string LineStart(SyntaxToken token) =>
        token.LeadingTrivia is [.., var last] && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
}
