using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Fuzz.Mutations;

/// <summary>Other types, attributes, modifiers and names.</summary>
internal static class DeclarationMutations
{
    private static readonly string[] Types =
    [
        "int", "long", "ulong", "byte", "bool", "string", "object", "dynamic", "void", "void*", "double", "decimal", "int?", "nint",
        "Half", "Guid", "Int128", "Dynptr", "Dynptr?", "Dynptr[]", "Dynptr*", "Slice<int>", "Slice<byte>", "Slice<Slice<int>>",
        "Slice<byte>*", "Span<byte>", "ReadOnlySpan<int>", "Span<Span<int>>", "RingBuf", "ArrayMap<int>", "XdpContext", "SkBuff", "T",
        "Missing", "Missing<int>", "List<>", "(int, Dynptr)", "(int A, long B)", "ref int", "ref Dynptr", "scoped ref int",
        "delegate*<int, void>", "delegate*<ref Dynptr, int>", "int[,]", "int[][]", "Action<int>", "Func<Dynptr>", "IDisposable",
        "TypedReference", "var", "Nullable<Dynptr>", "System.Threading.Tasks.Task<int>", "System.Collections.Generic.IEnumerable<int>",
    ];

    private static readonly string[] Attributes =
    [
        "BpfProgram", "BpfProgram(\"tc\")", "BpfProgram(null)", "BpfProgram(\"\")", "BpfProgram(\"xdp\")", "BpfProgram(\"nope\")",
        "BpfProgram(1)", "BpfHelper(\"bpf_x\")", "BpfHelper(null)", "BpfHelper(\"bpf_x\", ProgramTypes = null)",
        "BpfHelper(\"bpf_x\", Arguments = null)", "BpfHelper(\"bpf_x\", Arguments = [null, \"y\"])",
        "BpfHelper(\"bpf_x\", Implementation = null, Since = \"x\")", "BpfHelper(\"bpf_x\", Since = null)", "Acquires",
        "Acquires(\"a\")", "Acquires(null)", "Releases", "Releases(\"a\")", "Releases(null, IfHeld = true)", "Borrowed",
        "Initializes(\"a\")", "CloneOf(\"x\")", "CloneOf(null)", "SliceOf(\"x\")", "SliceOf(null)", "MayBeNull", "InRange(0, 1)",
        "InRange(5, 1)", "InRange(0, 0, Except = null)", "InRange(0, 0, Except = [null])", "InRange(0, 0, Error = -1)",
        "InRange(long.MinValue, long.MaxValue)", "LengthOf(\"x\")", "LengthOf(null)", "MinimumSize(-1)", "MinimumSize(long.MaxValue)",
        "Callback", "Callback(Context = null, Runs = \"x\")", "InvalidatesSlices", "Dereferences", "NullTest(true)", "KernelField",
        "BitsOf(\"x\", 0, 40)", "BitsOf(null, -1, -1)", "ContextField(null, null)", "Trusted", "Owner", "View", "BpfStruct",
        "BpfObject", "BpfObject(License = null)", "BpfObject(License = \"GPL\", Name = null)", "BpfHelpers",
        "BpfHelpers(Kernel = \"x\")", "BpfHelpers(Kernel = null)", "BpfHelpers(Only = null)", "StructLayout(LayoutKind.Explicit)",
        "StructLayout(\"x\")", "StructLayout(LayoutKind.Sequential, Pack = 3)", "StructLayout(LayoutKind.Sequential, Size = -1)",
        "FieldOffset(-5)", "FieldOffset(0)", "System.Runtime.CompilerServices.InlineArray(4)",
        "System.Runtime.CompilerServices.InlineArray(-1)", "System.Runtime.CompilerServices.InlineArray(2147483647)",
        "return: Acquires(\"a\")", "return: MayBeNull", "return: SliceOf(\"x\"), MayBeNull", "return: InRange(0, 1)", "param: Borrowed",
        "assembly: Missing", "Missing", "Obsolete(", "Conditional(\"X\")", "UnscopedRef", "System.Diagnostics.CodeAnalysis.UnscopedRef",
        "Flags",
    ];

    private static readonly string[] Words =
    [
        "static", "partial", "unsafe", "async", "readonly", "ref", "public", "private", "extern", "abstract", "virtual", "override",
        "sealed", "new", "const", "required", "file", "scoped", "in", "out", "params", "this", "record", "event",
    ];

    /// <summary>Members and types that stand among the others, or around them where the braces are.</summary>
    private static readonly string[] Members =
    [
        "struct A0 { Dynptr p; } struct A1 { A0 a, b; } struct A2 { A1 a, b; } struct A3 { A2 a, b; } struct A4 { A3 "
            + "a, b; } struct A5 { A4 a, b; } struct A6 { A5 a, b; } struct A7 { A6 a, b; } struct A8 { A7 a, b; } struct A9 "
            + "{ A8 a, b; } struct B0 { A9 a, b; } struct B1 { B0 a, b; } struct B2 { B1 a, b; } struct B3 { B2 a, b; } "
            + "struct B4 { B3 a, b; } struct B5 { B4 a, b; } static void Big(B5 b) { var c = b; }",
        "struct Loop { Loop inner; int n; } static int Use(Loop l) => l.n;",
        "struct Endless<T> { Endless<Endless<T>> e; } static void Use(Endless<int> e) { var x = e; }",
        "unsafe struct Node<T> { Node<Node<T>>* next; } static unsafe void Use(Node<int> n) { var x = n; }",
        "class Outer<@event> { {} }", "class Outer<T> { {} }", "static void Again() => Again();", "static int operator +(int x) => x;",
        "static partial void Half();", "[BpfHelper(\"bpf_y\")] public static partial int Y(int x);",
        "[BpfHelper(\"bpf_z\")] public static partial int Z<T>([InRange(0, 0, Except = null)] ulong flags, ref T @event) where T : unmanaged;",
        "[BpfStruct] partial struct S { public byte a; public long b; public fixed byte c[3]; public int @event; }",
        "[BpfStruct] partial struct E { }",
        "[BpfObject] static partial class O { [BpfProgram(\"tc\")] static int Run(SkBuff ctx) => 0; public static int @event; }",
        "[BpfProgram(\"xdp\")] static int Run(XdpContext ctx) { ctx.ToDynptr(out Dynptr ptr); return 2; }", "int this[int i] => i;",
        "~A() { }", "public static int P { get; set { field = value; } }", "extension(ref Dynptr d) { public int X() => 0; }",
        "record R(Dynptr D, int x);",
    ];

    public static ImmutableArray<Mutation> All { get; } =
    [
        new("type changed", ChangeType),
        new("attribute deleted", (root, random) => Edit<AttributeListSyntax>(root, random, _ => "")),
        new("attribute changed", (root, random) => Edit<AttributeSyntax>(root, random, _ => Any(Attributes, random))),
        new("attribute added to a member", (root, random) => AddBefore<MemberDeclarationSyntax>(root, random, Attribute(random))),
        new("attribute added to a parameter", (root, random) => AddBefore<ParameterSyntax>(root, random, Attribute(random))),
        new("argument of an attribute changed", ChangeAttributeArgument),
        new("modifier added", (root, random) => AddBefore<MemberDeclarationSyntax>(root, random, Any(Words, random) + " ")),
        new("modifier deleted", DeleteModifier),
        new("modifier of a parameter added", (root, random) => AddBefore<ParameterSyntax>(root, random, Any(Words, random) + " ")),
        new("parameter deleted", (root, random) => Edit<ParameterSyntax>(root, random, _ => "")),
        new("member deleted", (root, random) => Edit<MemberDeclarationSyntax>(root, random, _ => "")),
        new("member doubled", (root, random) => Edit<MemberDeclarationSyntax>(root, random, one => $"{one}\n{one}")),
        new("member added", AddMember),
        new("body made an expression", MakeExpressionBody),
    ];

    private static T? Pick<T>(SyntaxNode root, Random random)
        where T : SyntaxNode =>
        Edits.Pick(root.DescendantNodes().OfType<T>(), random);

    private static string Any(string[] texts, Random random) => texts[random.Next(texts.Length)];

    private static string Attribute(Random random) => $"[{Any(Attributes, random)}] ";

    private static string? Edit<T>(SyntaxNode root, Random random, Func<T, string> change)
        where T : SyntaxNode =>
        Pick<T>(root, random) is { } one ? Edits.Replace(root, one.Span, change(one)) : null;

    private static string? AddBefore<T>(SyntaxNode root, Random random, string text)
        where T : SyntaxNode =>
        Pick<T>(root, random) is { } one ? Edits.Replace(root, new TextSpan(one.SpanStart, 0), text) : null;

    private static string? ChangeType(SyntaxNode root, Random random)
    {
        var places = root.DescendantNodes().OfType<TypeSyntax>().Where(type => type.Parent
            is VariableDeclarationSyntax or ParameterSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax
                or TypeArgumentListSyntax or CastExpressionSyntax or ObjectCreationExpressionSyntax or DeclarationExpressionSyntax
                or LocalFunctionStatementSyntax
                or BaseTypeSyntax or TypeConstraintSyntax);
        return Edits.Pick(places, random) is { } place ? Edits.Replace(root, place.Span, Any(Types, random)) : null;
    }

    private static string? ChangeAttributeArgument(SyntaxNode root, Random random)
    {
        string[] values =
        [
            "null", "\"\"", "\"x\"", "0", "-1", "long.MaxValue", "default", "[]", "[null]", "new string[] { }", "typeof(int)",
            "Missing", "1 / 0",
        ];
        return Pick<AttributeArgumentSyntax>(root, random) is { } argument
            ? Edits.Replace(root, argument.Expression.Span, Any(values, random))
            : null;
    }

    private static string? DeleteModifier(SyntaxNode root, Random random)
    {
        var modifiers = root.DescendantNodes().OfType<MemberDeclarationSyntax>().SelectMany(member => member.Modifiers).ToList();
        return modifiers.Count == 0 ? null : Edits.Replace(root, modifiers[random.Next(modifiers.Count)].Span, "");
    }

    private static string? AddMember(SyntaxNode root, Random random) => Pick<MemberDeclarationSyntax>(root, random) is { } member
        ? Edits.Replace(root, member.Span, Any(Members, random) is var text && text.Contains("{}", StringComparison.Ordinal)
            ? text.Replace("{}", member.ToString(), StringComparison.Ordinal)
            : $"{text}\n{member}")
        : null;

    private static string? MakeExpressionBody(SyntaxNode root, Random random) =>
        Edits.Pick(root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.Body is not null), random)
            is { Body: { } body }
        && Pick<ExpressionSyntax>(body, random) is { } expression
            ? Edits.Replace(root, body.Span, $"=> {expression};")
            : null;
}
