using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Fuzz.Mutations;

/// <summary>An expression in the place of another.</summary>
internal static class ExpressionMutations
{
    /// <summary>What becomes of an expression, which stands where the braces do.</summary>
    private static readonly string[] Forms =
    [
        "({})", "!{}", "*{}", "&{}", "*({} & 1)", "-{}", "~{}", "{}++", "--{}", "{}.x", "{}->x", "{}!", "{}?.ToString()", "({} ?? {})",
        "({}, {})", "({} is {} y ? y : {})", "({} is { Length: > 0 } or null)", "default", "null", "new()", "[{}]", "[.. {}]",
        "await {}", "(int){}", "(long){}", "(byte){}", "(object){}", "(nint)(&{})", "checked({})", "{}[0]", "{}[^1]", "{}[1..]", "{}()",
        "{}({})", "ref {}", "out {}", "in {}", "out var z", "(x => {})", "(() => {})", "(delegate { return {}; })",
        "({} switch { 0 => {}, _ => {} })", "({} with { })", "stackalloc byte[{}]", "stackalloc[] { {} }", "$\"{{}}\"", "$\"x\"",
        "\"x\"", "typeof(int)", "sizeof(int)", "sizeof(long*)", "nameof({})", "{} + {}", "{} = {}", "{} += {}", "{} << 70", "{} / 0",
        "{} as string", "throw {}", "new int[{}]", "new { A = {} }", "new object()", "this", "base", "default(Dynptr)", "({} == {})",
        "__makeref({})", "__arglist({})", "1.5", "'c'", "1m", "dynamic", "(dynamic){}",
        "ref System.Runtime.CompilerServices.Unsafe.AsRef(in {})", "System.Runtime.CompilerServices.Unsafe.As<int, long>(ref {})",
        "System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>({})", "from a in {} select a", "async () => await {}",
    ];

    public static ImmutableArray<Mutation> All { get; } =
    [
        new("expression changed", Change),
        new("expression replaced by another", Swap),
        new("argument deleted", DeleteArgument),
        new("arguments swapped", SwapArguments),
        new("argument doubled", DoubleArgument),
        new("modifier of an argument changed", ChangeModifier),
        new("instance replaced by its type", UseType),
        new("expression nested deeply", Nest),
    ];

    private static ExpressionSyntax? Pick(SyntaxNode root, Random random) =>
        Edits.Pick(root.DescendantNodes().OfType<ExpressionSyntax>().Where(node => node is not TypeSyntax or IdentifierNameSyntax), random);

    private static string? Change(SyntaxNode root, Random random)
    {
        var form = Forms[random.Next(Forms.Length)];
        return Pick(root, random) is { } expression
            ? Edits.Replace(root, expression.Span, form.Replace("{}", expression.ToString(), StringComparison.Ordinal))
            : null;
    }

    private static string? Swap(SyntaxNode root, Random random) =>
        Pick(root, random) is { } one && Pick(root, random) is { } other ? Edits.Replace(root, one.Span, other.ToString()) : null;

    private static ArgumentListSyntax? PickArguments(SyntaxNode root, Random random, int atLeast) =>
        Edits.Pick(root.DescendantNodes().OfType<ArgumentListSyntax>().Where(list => list.Arguments.Count >= atLeast), random);

    private static string? DeleteArgument(SyntaxNode root, Random random) => PickArguments(root, random, 1) is { } list
        ? Edits.Replace(root, list.Span, list.WithArguments(list.Arguments.RemoveAt(random.Next(list.Arguments.Count))).ToString())
        : null;

    private static string? SwapArguments(SyntaxNode root, Random random) => PickArguments(root, random, 2) is { } list
        ? Edits.Swap(root, list.Arguments[random.Next(list.Arguments.Count)], list.Arguments[random.Next(list.Arguments.Count)])
        : null;

    private static string? DoubleArgument(SyntaxNode root, Random random)
    {
        if (PickArguments(root, random, 1) is not { } list)
            return null;
        var argument = list.Arguments[random.Next(list.Arguments.Count)];
        return Edits.Replace(root, argument.Span, $"{argument}, {argument}");
    }

    private static string? ChangeModifier(SyntaxNode root, Random random)
    {
        string[] modifiers = ["", "ref ", "out ", "in ", "out var ", "value: ", "ptr: "];
        return Edits.Pick(root.DescendantNodes().OfType<ArgumentSyntax>(), random) is { } argument
            ? Edits.Replace(root, argument.Span, modifiers[random.Next(modifiers.Length)] + argument.Expression)
            : null;
    }

    private static string? UseType(SyntaxNode root, Random random)
    {
        var types = root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text)
            .Concat(["Sample", "Dynptr", "Slice<int>", "string", "int"]);
        return Edits.Pick(root.DescendantNodes().OfType<MemberAccessExpressionSyntax>(), random) is { } access
            ? Edits.Replace(root, access.Expression.Span, Edits.Pick(types, random)!)
            : null;
    }

    private static string? Nest(SyntaxNode root, Random random)
    {
        if (random.Next(8) != 0 || Pick(root, random) is not { } expression || expression.Span.Length > 40)
            return null;
        var (times, text) = (random.Next(20, 700), expression.ToString());
        var nested = random.Next(3) switch
        {
            0 => new string('(', times) + text + new string(')', times),
            1 => string.Join(" + ", Enumerable.Repeat(text, times)),
            _ => string.Concat(Enumerable.Repeat("1 + (", times)) + text + new string(')', times),
        };
        return Edits.Replace(root, expression.Span, nested.ToString(CultureInfo.InvariantCulture));
    }
}
