using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Conformance.Tests.Sources;

/// <summary>
/// Reads the marks of a source: <c>ref /*!DYN002*/ptr/*!*/</c>. A mark covers the tokens between its comments, so marks may
/// nest, or share their tokens.
/// </summary>
internal static partial class MarkReader
{
    public static ImmutableArray<Mark> Read(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var open = new Stack<Match>();
        var marks = ImmutableArray.CreateBuilder<Mark>();
        foreach (Match comment in Comment().Matches(tree.GetText().ToString()))
        {
            if (comment.Groups["id"].Length > 0)
            {
                open.Push(comment);
                continue;
            }

            if (!open.TryPop(out var opening))
                throw new InvalidOperationException($"{tree.FilePath}({Line(tree, comment)}): a mark ends that has not begun.");
            marks.Add(new Mark(opening.Groups["id"].Value, tree, Between(root, opening.Index + opening.Length, comment.Index)));
        }

        return open.TryPeek(out var unclosed)
            ? throw new InvalidOperationException($"{tree.FilePath}({Line(tree, unclosed)}): a mark does not end.")
            : marks.ToImmutable();
    }

    private static TextSpan Between(SyntaxNode root, int start, int end)
    {
        var first = root.FindToken(start);
        if (first.SpanStart < start)
            first = first.GetNextToken();
        var last = root.FindToken(end);
        if (last.Span.End > end)
            last = last.GetPreviousToken();
        return TextSpan.FromBounds(first.SpanStart, last.Span.End);
    }

    private static int Line(SyntaxTree tree, Match comment) =>
        tree.GetLineSpan(new TextSpan(comment.Index, comment.Length)).StartLinePosition.Line + 1;

    [GeneratedRegex(@"/\*!(?<id>[A-Z]*[0-9]*)\*/")]
    private static partial Regex Comment();
}
