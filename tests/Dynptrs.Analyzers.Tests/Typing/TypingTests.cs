using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Analyzers.Tests.Typing;

/// <summary>A good program is typed token by token: nothing is said on the way that is not said at the end.</summary>
public sealed class TypingTests
{
    private static readonly string Rules = Path.Combine(Repository.Root, "tests", "rules");
    private static readonly string Shared = File.ReadAllText(Path.Combine(Rules, "Shared.cs"));

    /// <summary>
    /// What is true of a program that is not written to its end, and closed there: what it has taken it does not give back, what implements
    /// a helper is missing, a struct has no fields, a copy is not written back.
    /// </summary>
    private static readonly string[] Unfinished = ["DYN001", "DYN053", "DYN056", "DYN104"];

    /// <summary>Some programs; with <c>DYNPTRS_NIGHTLY=1</c> those of all rules.</summary>
    public static TheoryData<string> Programs =>
        Environment.GetEnvironmentVariable("DYNPTRS_NIGHTLY") is { Length: > 0 } and not "0"
            ? [.. Directory.GetDirectories(Rules).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : ["DYN001", "DYN004", "DYN007", "DYN014", "DYN031", "DYN040", "DYN053", "DYN055"];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Typing_says_nothing_that_the_program_does_not(string rule) => TypeAsync(rule, static _ => "", unfinished: []);

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Nor_does_it_where_the_editor_closes_each_bracket(string rule) => TypeAsync(rule, Closing, Unfinished);

    private static async Task TypeAsync(string rule, Func<IEnumerable<SyntaxToken>, string> close, string[] unfinished)
    {
        var project = new BrokenCode(Shared);
        var text = await File.ReadAllTextAsync(Path.Combine(Rules, rule, "Accepted.cs"), TestContext.Current.CancellationToken);
        var atEnd = (await project.GetSuggestionsAsync(text)).Select(diagnostic => diagnostic.Id).Concat(unfinished).ToHashSet();
        var tokens = SyntaxFactory.ParseTokens(text).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var typed = text[..tokens[i].Span.End] + close(tokens.Take(i + 1));
            var shown = await project.GetSuggestionsAsync(typed);
            Assert.True(shown.All(diagnostic => atEnd.Contains(diagnostic.Id)), $"{string.Join("\n", shown)}\n{typed}");
        }
    }

    private static string Closing(IEnumerable<SyntaxToken> tokens)
    {
        var open = new Stack<string>();
        foreach (var token in tokens)
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken:
                    open.Push("}");
                    break;
                case SyntaxKind.OpenParenToken:
                    open.Push(")");
                    break;
                case SyntaxKind.OpenBracketToken:
                    open.Push("]");
                    break;
                case SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken:
                    open.Pop();
                    break;
            }
        }

        return string.Concat(open);
    }
}
