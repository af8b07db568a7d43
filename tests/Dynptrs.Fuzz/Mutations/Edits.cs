using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Fuzz.Mutations;

/// <summary>Changes of a text.</summary>
internal static class Edits
{
    public static string Replace(SyntaxNode root, TextSpan span, string text)
    {
        var source = root.ToFullString();
        return string.Concat(source.AsSpan(0, span.Start), text, source.AsSpan(span.End));
    }

    public static T? Pick<T>(IEnumerable<T> items, Random random)
        where T : class
    {
        var all = items.ToList();
        return all.Count == 0 ? null : all[random.Next(all.Count)];
    }

    /// <summary>Swaps two nodes, of which neither lies in the other.</summary>
    public static string? Swap(SyntaxNode root, SyntaxNode left, SyntaxNode right)
    {
        if (left.Span.IntersectsWith(right.Span))
            return null;
        var (first, second) = left.SpanStart < right.SpanStart ? (left, right) : (right, left);
        var (one, other) = (first.ToString(), second.ToString());
        var source = root.ToFullString();
        return source[..first.SpanStart] + other + source[first.Span.End..second.SpanStart] + one + source[second.Span.End..];
    }
}
