using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Agreement.Mutations;

/// <summary>What mutations choose from.</summary>
internal static class Nodes
{
    public static T? Pick<T>(IEnumerable<T> items, Random random)
        where T : class
    {
        var all = items.ToList();
        return all.Count == 0 ? null : all[random.Next(all.Count)];
    }

    /// <summary>Statements that are in a block, so that others may stand beside them.</summary>
    public static IEnumerable<StatementSyntax> Statements(BlockSyntax body) => body.DescendantNodes()
        .OfType<StatementSyntax>()
        .Where(statement => statement is not BlockSyntax && statement.Parent is BlockSyntax);

    public static Change Replace(SyntaxNode node, string text) => new(node.Span, text);

    public static Change Delete(SyntaxNode node) => new(node.Span, "");

    public static Change Before(SyntaxNode node, string text) => new(new TextSpan(node.SpanStart, 0), text + "\n");

    public static Change After(SyntaxNode node, string text) => new(new TextSpan(node.Span.End, 0), "\n" + text);

    public static Change[] Swap(SyntaxNode one, SyntaxNode other) =>
        one.Span.IntersectsWith(other.Span) ? [] : [Replace(one, other.ToString()), Replace(other, one.ToString())];
}
