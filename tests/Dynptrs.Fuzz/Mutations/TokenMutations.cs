using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Fuzz.Mutations;

/// <summary>What a person has typed so far, or by mistake.</summary>
internal static class TokenMutations
{
    private static readonly string[] Words =
    [
        "int", "(", ")", "{", "}", "[", "]", "<", ">", ";", ",", ".", "?", "??", "!", "*", "&", "=>", "->", "=", "==", "..", "^1", "::",
        ":", "ref", "out", "in", "null", "default", "0", "-1", "this", "base", "new", "await", "yield return 1;", "goto x;", "x:",
        "throw", "var", "dynamic", "unsafe", "checked", "static", "async", "partial", "readonly", "scoped", "where T : struct", "using",
        "namespace N;", "stackalloc int[", "typeof(", "nameof(", "@event", "\"x\"u8", "\"", "'", "$\"{", "\"\"\"", "/*", "//", "#if X",
        "#region", "#line 0", "1e400", "0xFFFFFFFFFFFFFFFFF", "9223372036854775808", "\\u0041", "é", "\0", "field", "value", "record",
        "struct", "class", "enum E", "delegate", "event", "operator", "implicit", "extension(int x)", "global::", "break;", "continue;",
        "return;", "try {", "catch", "finally",
    ];

    public static ImmutableArray<Mutation> All { get; } =
    [
        new("cut after a token", (root, random) => Pick(root, random) is { } token ? root.ToFullString()[..token.Span.End] : null),
        new("cut inside a token", (root, random) => Edit(root, random, text => text[..random.Next(text.Length)])),
        new("cut after a token, and the rest closed", CutAndClose),
        new("rest of the line not typed", CutLine),
        new("token deleted", (root, random) => Edit(root, random, _ => "")),
        new("token doubled", (root, random) => Edit(root, random, text => text + " " + text)),
        new("token typed to the half", (root, random) => Edit(root, random, text => text[..((text.Length + 1) / 2)])),
        new("tokens swapped", Swap),
        new("token replaced by another", (root, random) => Pick(root, random) is { } other ? Edit(root, random, _ => other.Text) : null),
        new("token replaced by a word", (root, random) => Edit(root, random, _ => " " + Words[random.Next(Words.Length)] + " ")),
        new("word inserted", (root, random) => Edit(root, random, text => text + " " + Words[random.Next(Words.Length)] + " ")),
        new("semicolon deleted", (root, random) => EditKind(root, random, "", SyntaxKind.SemicolonToken)),
        new("brace deleted", (root, random) => EditKind(root, random, "", SyntaxKind.OpenBraceToken, SyntaxKind.CloseBraceToken)),
        new("parenthesis deleted", (root, random) => EditKind(root, random, "", SyntaxKind.OpenParenToken, SyntaxKind.CloseParenToken)),
        new("name replaced by another name", SwapName),
        new("number changed", ChangeNumber),
    ];

    private static List<SyntaxToken> Tokens(SyntaxNode root) => [.. root.DescendantTokens().Where(token => token.Span.Length > 0)];

    private static SyntaxToken? Pick(SyntaxNode root, Random random)
    {
        var tokens = Tokens(root);
        return tokens.Count == 0 ? null : tokens[random.Next(tokens.Count)];
    }

    private static string? Edit(SyntaxNode root, Random random, Func<string, string> change) =>
        Pick(root, random) is { } token ? Edits.Replace(root, token.Span, change(token.Text)) : null;

    private static string? EditKind(SyntaxNode root, Random random, string text, params SyntaxKind[] kinds)
    {
        var tokens = Tokens(root).Where(token => kinds.Contains(token.Kind())).ToList();
        return tokens.Count == 0 ? null : Edits.Replace(root, tokens[random.Next(tokens.Count)].Span, text);
    }

    /// <summary>An editor closes what is open.</summary>
    private static string? CutAndClose(SyntaxNode root, Random random)
    {
        if (Pick(root, random) is not { } token)
            return null;
        var text = root.ToFullString()[..token.Span.End];
        var open = new Stack<char>();
        foreach (var before in Tokens(root).Where(other => other.Span.End <= token.Span.End))
        {
            if (before.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken)
                open.Push(before.IsKind(SyntaxKind.OpenBraceToken) ? '}' : before.IsKind(SyntaxKind.OpenParenToken) ? ')' : ']');
            else if (before.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken)
                open.TryPop(out _);
        }

        return text + string.Join("\n", open);
    }

    private static string? CutLine(SyntaxNode root, Random random)
    {
        if (Pick(root, random) is not { } token)
            return null;
        var text = root.ToFullString();
        var end = text.IndexOf('\n', token.Span.End);
        return end < 0 ? null : Edits.Replace(root, TextSpan.FromBounds(token.Span.End, end), "");
    }

    private static string? Swap(SyntaxNode root, Random random)
    {
        var tokens = Tokens(root);
        if (tokens.Count < 2)
            return null;
        var i = random.Next(tokens.Count - 1);
        return Edits.Replace(
            root, TextSpan.FromBounds(tokens[i].SpanStart, tokens[i + 1].Span.End), tokens[i + 1].Text + " " + tokens[i].Text);
    }

    private static string? SwapName(SyntaxNode root, Random random)
    {
        var names = Tokens(root).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).ToList();
        return names.Count < 2 ? null : Edits.Replace(root, names[random.Next(names.Count)].Span, names[random.Next(names.Count)].Text);
    }

    private static string? ChangeNumber(SyntaxNode root, Random random)
    {
        string[] numbers =
            ["0", "1", "-1", "8", "300", "4096", "2147483647", "-2147483648", "9223372036854775807", "0u", "1ul", "1.5", "1m"];
        var literals = Tokens(root).Where(token => token.IsKind(SyntaxKind.NumericLiteralToken)).ToList();
        return literals.Count == 0
            ? null
            : Edits.Replace(root, literals[random.Next(literals.Count)].Span, numbers[random.Next(numbers.Length)]);
    }
}
