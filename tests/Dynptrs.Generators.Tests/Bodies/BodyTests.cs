using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Generators.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Tests.Bodies;

/// <summary>Helpers of one's own, whose bodies are written: a storehouse that lends crates.</summary>
public sealed class BodyTests
{
    private const string Storehouse = """
        using System;
        using Dynptrs;

        namespace Storage;

        [Owner]
        public ref struct Crate
        {
            internal int Number;
        }

        public static partial class Storehouse
        {
            private static Func<int, int>? s_weigh;

            [BpfHelper("storehouse_lend")]
            public static partial int Lend([InRange(1, 9, Error = Errno.E2BIG)] int size, [InRange(0, 0)] ulong flags, [Acquires("crate")] out Crate crate);

            [BpfHelper("storehouse_return", Implementation = nameof(TakeBack))]
            public static partial void Return([Releases("crate")] ref Crate crate);

            [BpfHelper("storehouse_weigh", Implementation = nameof(s_weigh))]
            internal static partial int Weigh(int number);

            [BpfHelper("storehouse_label", Arguments = new[] { "text", "length", "reader" })]
            public static partial long Label<T>(object reader, ReadOnlySpan<byte> text, [LengthOf("text")] uint length, [MayBeNull] string? note, in T value, [LengthOf("value")] int valueLength)
                where T : unmanaged;

            public static void Install(Func<int, int> weigh) => s_weigh = weigh;

            private static int LendCore(int size, ulong flags, out Crate crate)
            {
                crate = new Crate { Number = size };
                return 0;
            }

            private static void TakeBack(ref Crate crate) => crate = default;

            private static long LabelCore<T>(object reader, ReadOnlySpan<byte> text, uint length, string? note, in T value, int valueLength)
                where T : unmanaged => text.Length + valueLength;
        }
        """;

    private const string Customer = """
        using Storage;

        public static class Customer
        {
            public static int Right()
            {
                int error = Storehouse.Lend(3, 0, out Crate crate);
                Storehouse.Return(ref crate);
                return error;
            }

            public static int Wrong()
            {
                int error = Storehouse.Lend(3, 0, out Crate crate);
                if (error != 0)
                    return error;
                Storehouse.Return(ref crate);
                return 0;
            }
        }
        """;

    private static readonly string Complete = Storehouse.Replace(
        "\"text\", \"length\", \"reader\"",
        "\"text\", \"length\", \"reader\", \"note\", \"value\", \"valueLength\"",
        System.StringComparison.Ordinal);

    [Fact]
    public void Bodies_are_as_approved() => GeneratorTest.Approve("Storehouse", GeneratorTest.Generate(Complete));

    [Fact]
    public async Task Callers_are_verified_in_the_same_compilation()
    {
        GeneratorTest.Run(GeneratorTest.Compile(Complete, Customer), out var output);
        Assert.Equal(["DYN001 at line 16"], await VerifyAsync(output));
    }

    [Fact]
    public async Task Callers_are_verified_against_a_referenced_library()
    {
        GeneratorTest.Run(GeneratorTest.Compile(Complete), out var library);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var client = GeneratorTest.Compile(Customer).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Equal(["DYN001 at line 16"], await VerifyAsync(client));
    }

    [Fact]
    public async Task A_contract_is_checked_although_the_body_is_generated()
    {
        GeneratorTest.Run(
            GeneratorTest.Compile("using Dynptrs; public static partial class C { [BpfHelper(\"m\")] public static partial int M([LengthOf(\"nothing\")] int a); private static int MCore(int a) => a; }"),
            out var output);
        var diagnostic = Assert.Single(await output
            .WithAnalyzers([new DynptrAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
        Assert.Equal("DYN040: `[LengthOf]` names `nothing`, which is no parameter of `M`", $"{diagnostic.Id}: {diagnostic.GetMessage()}");
    }

    [Theory]
    [InlineData(
        "public partial int M(int a); private int MCore(int a) => a;",
        "DYN053: The body of `M` cannot be written: it must be static: what it works on is a parameter")]
    [InlineData("public static partial int M(int a);",
        "DYN053: The body of `M` cannot be written: nothing implements it: write `private static int MCore(int a)`, or name another method or delegate with `Implementation`")]
    [InlineData("public static partial int M(int a); private static int MCore(long a) => 0;",
        "DYN053: The body of `M` cannot be written: `MCore` does not fit: it must be static, and take and return the same, `int MCore(int a)`")]
    [InlineData("public static partial int M(ref int a); private static int MCore(in int a) => 0;",
        "DYN053: The body of `M` cannot be written: `MCore` does not fit: it must be static, and take and return the same, `int MCore(ref int a)`")]
    [InlineData(
        "public static partial int M([InRange(3, 2)] int a); private static int MCore(int a) => 0;",
        "DYN054: The check of `a` cannot be written: no number is at least 3 and at most 2")]
    [InlineData(
        "public static partial int M([InRange(0, 2)] string a); private static int MCore(string a) => 0;",
        "DYN054: The check of `a` cannot be written: it must stand on a number that is passed by value")]
    [InlineData("public static partial int M([InRange(0, 2, Error = -22)] int a); private static int MCore(int a) => 0;",
        "DYN054: The check of `a` cannot be written: `Error = -22` is no errno: write a positive one of `Errno`")]
    [InlineData("public static partial object M([InRange(0, 2)] int a); private static object MCore(int a) => 0;",
        "DYN054: The check of `a` cannot be written: `M` cannot answer an error: let it return a signed number, nothing, or what `[return: MayBeNull]` allows to be null")]
    [InlineData("[return: MayBeNull] public static partial object? M([InRange(0, 2)] int a); private static object? MCore(int a) => 0;")]
    [InlineData("public static partial int M(int a); private static int MCore(int a) => a;")]
    public async Task What_cannot_be_written_is_said_in_one_sentence(string members, params string[] expected) =>
        Assert.Equal(expected, await AnalyzeAsync("using Dynptrs; public partial class C { [BpfHelper(\"m\")] " + members + " }"));

    [Theory]
    [InlineData("\"a\"", "`Arguments` leaves out `b`")]
    [InlineData("\"a\", \"c\", \"b\"", "`Arguments` names `c`, which is no parameter of it")]
    [InlineData("\"a\", \"b\", \"a\"", "`Arguments` names `a` twice")]
    public async Task The_order_of_arguments_is_checked(string order, string reason) => Assert.Equal(
        ["DYN053: The body of `M` cannot be written: " + reason],
        await AnalyzeAsync("using Dynptrs; public static partial class C { [BpfHelper(\"m\", Arguments = new[] { "
            + order
            + " })] public static partial int M(int a, int b); private static int MCore(int a, int b) => 0; }"));

    [Theory]
    [InlineData(
        "public static class C { [BpfHelper(\"m\")] public static partial int M(); private static int MCore() => 0; }",
        "DYN050: `M` cannot be filled with the body of a helper: `C` must be partial")]
    [InlineData("public static partial class C<T> { [BpfHelper(\"m\")] public static partial int M(); private static int MCore() => 0; }",
        "DYN050: `M` cannot be filled with the body of a helper: `C` must be a type without type parameters")]
    [InlineData(
        "public static partial class C { [BpfHelper(\"my helper\")] public static partial int M(); private static int MCore() => 0; }",
        "DYN053: The body of `M` cannot be written: \"my helper\" is no name that a kernel function can have")]
    [InlineData("public static partial class C { [BpfHelper(\"m\")] public static partial int M(); public static partial int M() => 0; }")]
    public async Task A_place_without_room_is_named(string type, params string[] expected) =>
        Assert.Equal(expected, await AnalyzeAsync("using Dynptrs; " + type));

    [Fact]
    public void What_is_wrong_does_not_keep_the_rest_from_being_written()
    {
        GeneratorTest.Run(GeneratorTest.Compile("""
            using Dynptrs;
            public static partial class C
            {
                [BpfHelper("wrong")] public static partial int Wrong();
                [BpfHelper("right")] public static partial int Right();
                private static int RightCore() => 1;
            }
            """), out var output);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.Contains("return RightCore();", output.SyntaxTrees.Last().ToString(), System.StringComparison.Ordinal);
        // The compiler must come as far as the analyzer, which says it as an error.
        Assert.Contains(
            "throw new global::System.InvalidOperationException(\"The body of `Wrong` cannot be written: nothing implements it",
            output.SyntaxTrees.Last().ToString(),
            System.StringComparison.Ordinal);
    }

    /// <summary>What the analyzer of the attribute says; the generator has run, as in an editor.</summary>
    private static async Task<string[]> AnalyzeAsync(string source)
    {
        GeneratorTest.Run(GeneratorTest.Compile(source), out var output);
        var diagnostics = await output
            .WithAnalyzers([new BpfHelperAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];
    }

    private static async Task<string[]> VerifyAsync(Compilation compilation)
    {
        Assert.Empty(compilation
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var diagnostics = await compilation
            .WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new DynptrAnalyzer()))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics.Select(diagnostic => $"{diagnostic.Id} at line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}"),
        ];
    }
}
