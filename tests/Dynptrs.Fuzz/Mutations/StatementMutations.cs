using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Fuzz.Mutations;

/// <summary>A statement in another place, or in another statement.</summary>
internal static class StatementMutations
{
    /// <summary>What is put around a statement, which stands where the braces do.</summary>
    private static readonly string[] Around =
    [
        "{ {} }", "if (true) { {} }", "if (x == 0) {}", "if (DateTime.Now.Ticks == 0) { {} } else { {} }", "while (true) { {} }",
        "do { {} } while (false);", "for (int i = 0; i < 100; i++) { {} }", "for (int i = 0; i < 1000000; i++) { {} }",
        "for (;;) { {} break; }", "foreach (var e in new int[3]) { {} }", "foreach (ref var e in stackalloc int[4]) { {} }",
        "try { {} } finally { }", "try { } finally { {} }", "try { {} } catch (Exception e) when (e != null) { {} }",
        "try { {} } catch { throw; }", "lock (new object()) { {} }", "using (default(IDisposable)) { {} }",
        "using var u = default(IDisposable); {}", "fixed (byte* p = new byte[4]) { {} }", "{ void Local() { {} } Local(); }",
        "{ static int Local(int n) { {} return n > 0 ? Local(n - 1) : 0; } Local(3); }", "{ Action a = () => { {} }; a(); }",
        "{ Action a = delegate { {} }; }", "{ Func<System.Threading.Tasks.Task> a = async () => { {} await a(); }; }",
        "switch (1) { case 1: {} break; default: goto case 1; }",
        "switch (default(object)) { case int n when n > 0: {} break; case null: return; }", "unchecked { {} }", "checked { {} }",
        "unsafe { {} }", "again: {} goto again;", "return default; {}", "throw new Exception(); {}", "{} {}", "if (true) return; {}",
        "yield return 1; {}", "await using (default(IAsyncDisposable)) { {} }", "{} int x = x;", "const int c = 1 / 0; {}",
        "#if !X\n{}\n#endif\n", "{ extern static void E(); {} E(); }", "goto missing; {}", "ref int r = ref r; {}",
        "Span<byte> s = stackalloc byte[1 << 20]; {}",
    ];

    public static ImmutableArray<Mutation> All { get; } =
    [
        new("statement deleted", (root, random) => Edit(root, random, _ => "")),
        new("statement doubled", (root, random) => Edit(root, random, one => $"{one}\n{one}")),
        new("statements swapped", Swap),
        new("statement copied elsewhere", Copy),
        new("statement wrapped", Wrap),
        new("block emptied", Empty),
        new("statement and what follows wrapped", WrapRest),
    ];

    private static StatementSyntax? Pick(SyntaxNode root, Random random) =>
        Edits.Pick(root.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement is not BlockSyntax), random);

    private static string? Edit(SyntaxNode root, Random random, Func<StatementSyntax, string> change) =>
        Pick(root, random) is { } one ? Edits.Replace(root, one.Span, change(one)) : null;

    private static string? Swap(SyntaxNode root, Random random) =>
        Pick(root, random) is { } one && Pick(root, random) is { } other ? Edits.Swap(root, one, other) : null;

    private static string? Copy(SyntaxNode root, Random random) =>
        Pick(root, random) is { } one && Pick(root, random) is { } other
            ? Edits.Replace(root, new TextSpan(one.SpanStart, 0), $"{other}\n")
            : null;

    private static string? Wrap(SyntaxNode root, Random random) => Pick(root, random) is { } one
        ? Edits.Replace(root, one.Span, Around[random.Next(Around.Length)].Replace("{}", one.ToString(), StringComparison.Ordinal))
        : null;

    private static string? Empty(SyntaxNode root, Random random) =>
        Edits.Pick(root.DescendantNodes().OfType<BlockSyntax>(), random) is { } block ? Edits.Replace(root, block.Span, "{ }") : null;

    private static string? WrapRest(SyntaxNode root, Random random)
    {
        if (Edits.Pick(root.DescendantNodes().OfType<BlockSyntax>().Where(block => block.Statements.Count > 0), random) is not { } block)
            return null;
        IReadOnlyList<StatementSyntax> rest = [.. block.Statements.Skip(random.Next(block.Statements.Count))];
        var span = TextSpan.FromBounds(rest[0].SpanStart, rest[^1].Span.End);
        var text = root.ToFullString()[span.Start..span.End];
        return Edits.Replace(root, span, Around[random.Next(Around.Length)].Replace("{}", text, StringComparison.Ordinal));
    }
}
