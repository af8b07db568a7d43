using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Fuzz.Running;

/// <summary>Takes away from a text what a fault does not need: members, then statements, then lines.</summary>
internal static class Minimizer
{
    public static async Task<string> RunAsync(string text, Func<string, Task<bool>> fails, TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        Func<string, IEnumerable<string>>[] ways = [Without<MemberDeclarationSyntax>, Without<StatementSyntax>, WithoutLines];
        foreach (var parts in ways)
        {
            for (var isSmaller = true; isSmaller;)
            {
                isSmaller = false;
                foreach (var smaller in parts(text))
                {
                    if (watch.Elapsed > limit)
                        return text;
                    if (!await fails(smaller))
                        continue;
                    (text, isSmaller) = (smaller, true);
                    break;
                }
            }
        }

        return text;
    }

    /// <summary>The text without one of its nodes, the largest first.</summary>
    private static IEnumerable<string> Without<T>(string text)
        where T : SyntaxNode =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<T>()
            .OrderByDescending(node => node.FullSpan.Length)
            .Select(node => text.Remove(node.FullSpan.Start, node.FullSpan.Length));

    private static IEnumerable<string> WithoutLines(string text)
    {
        var lines = text.Split('\n');
        for (var length = Math.Max(lines.Length / 2, 1); length > 0; length /= 2)
        {
            for (var start = 0; start < lines.Length; start += length)
                yield return string.Join('\n', lines.Where((_, i) => i < start || i >= start + length));
        }
    }
}
