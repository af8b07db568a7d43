using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>Puts arguments into the order of another spelling, on lines of their own where they were.</summary>
internal static class ArgumentArrangement
{
    /// <summary>The arguments in their new order.</summary>
    public static ArgumentListSyntax Arrange(ExpressionSyntax call, ImmutableArray<SpelledArgument> arguments)
    {
        if ((call as InvocationExpressionSyntax)?.ArgumentList is not { Arguments: { Count: > 0 } original } list)
        {
            return SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(
                arguments.Select(argument => argument.ToArgument(call)),
                Enumerable.Repeat(Comma(SyntaxFactory.Space), System.Math.Max(0, arguments.Length - 1))));
        }

        var separators = original.GetSeparators().ToImmutableArray();
        var common = separators
            .SelectMany(separator => separator.TrailingTrivia)
            .Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            .Select(Comma)
            .DefaultIfEmpty(Comma(SyntaxFactory.Space))
            .First();
        var (first, next, last) = (
            original[0].GetLeadingTrivia(), original[original.Count > 1 ? 1 : 0].GetLeadingTrivia(), original.Last().GetTrailingTrivia());
        var nodes = new List<SyntaxNodeOrToken>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i].ToArgument(call);
            var isLast = i == arguments.Length - 1;
            if (argument.GetLeadingTrivia().All(IsSpace))
                argument = argument.WithLeadingTrivia((i == 0 ? first : next).Where(IsSpace));
            if (argument.GetTrailingTrivia().All(IsSpace))
                argument = argument.WithTrailingTrivia(isLast ? last.Where(IsSpace) : []);
            nodes.Add(argument);
            if (!isLast)
                nodes.Add(arguments[i].Source is >= 0 and var source && source < separators.Length ? separators[source] : common);
        }

        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(nodes));
    }

    private static SyntaxToken Comma(SyntaxTrivia space) => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(space);

    private static bool IsSpace(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia;
}
