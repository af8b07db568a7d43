using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Generators.Bodies;
using Dynptrs.Generators.Objects;
using Dynptrs.Generators.Structs;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Generators.Tests;

/// <summary>
/// What a person may get wrong, for each of the four generators: one diagnostic, at its place, no broken code, and all the rest is
/// generated.
/// </summary>
public sealed class BadInputTests
{
    /// <summary>One thing of each kind that is right.</summary>
    private const string Right = """

        namespace Right
        {
            using Dynptrs;
            [BpfHelpers(Include = new[] { "bpf_ktime_*" })] static partial class Bpf;
            static partial class Own { [BpfHelper("own")] public static partial int M(int a); private static int MCore(int a) => a; }
            [BpfStruct] partial struct S { public int A; }
            [BpfObject] static partial class Filter { [BpfProgram("xdp")] static int P(XdpBuff xdp) => XdpAction.XDP_PASS; }
        }
        """;

    private static readonly string[] RightFiles =
        ["Right.Bpf.BpfHelpers.g.cs", "Right.Filter.BpfObject.g.cs", "Right.Own.BpfHelper.g.cs", "Right.S.BpfStruct.g.cs"];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        new BpfHelpersAnalyzer(),
        new MissingStubAnalyzer(),
        new BpfHelperAnalyzer(),
        new BpfStructAnalyzer(),
        new BpfObjectAnalyzer(),
        new DynptrAnalyzer(),
    ];

    [Theory]
    [InlineData("[Dynptrs.BpfHelpers] static class C;", "DYN050 at `C`")]
    [InlineData("[Dynptrs.BpfStruct] struct C { public int A; }", "DYN050 at `C`")]
    [InlineData("[Dynptrs.BpfObject] static class C;", "DYN050 at `C`")]
    // The compiler's own errors are all that a build says of it: it ends there.
    [InlineData(
        "static class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M(); static int MCore() => 0; }",
        "DYN050 at `M`",
        "CS8795",
        "CS0751")]
    public Task Not_partial(string source, string expected, params string[] errors) => VerifyAsync(source, expected, errors);

    [Theory]
    [InlineData("class Outer { [Dynptrs.BpfHelpers] static partial class C; }", "DYN050 at `C`")]
    [InlineData("class Outer { [Dynptrs.BpfStruct] partial struct C { public int A; } }", "DYN050 at `C`")]
    [InlineData("class Outer { [Dynptrs.BpfObject] static partial class C; }", "DYN050 at `C`")]
    [InlineData(
        "class Outer { static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M(); static int MCore() => 0; } }",
        "DYN050 at `M`",
        "CS8795")]
    public Task Nested_in_what_is_not_partial(string source, string expected, params string[] errors) =>
        VerifyAsync(source, expected, errors);

    [Theory]
    [InlineData("[Dynptrs.BpfHelpers] static partial class C<T>;", "DYN050 at `C`")]
    [InlineData("[Dynptrs.BpfStruct] partial struct C<T> { public int A; }", "DYN050 at `C`")]
    [InlineData("[Dynptrs.BpfObject] static partial class C<T>;", "DYN050 at `C`")]
    [InlineData(
        "static partial class C<T> where T : struct { [Dynptrs.BpfHelper(\"m\")] public static partial int M(); static int MCore() => 0; }",
        "DYN050 at `M`")]
    [InlineData(
        "static partial class C<@event> { [Dynptrs.BpfHelper(\"m\")] public static partial int M(@event a); static int MCore(@event a) => 0; }",
        "DYN050 at `M`")]
    public Task Generic(string source, string expected) => VerifyAsync(source, expected);

    [Theory]
    [InlineData(
        "[Dynptrs.BpfHelpers(Include = new[] { \"bpf_ktime_*\" })] static partial class C { public static ulong bpf_ktime_get_ns() => 0; }",
        "DYN059 at `bpf_ktime_get_ns`")]
    [InlineData(
        "[Dynptrs.BpfHelpers(Include = new[] { \"bpf_ktime_*\" })] static partial class C { public const int bpf_ktime_get_ns = 0; }",
        "DYN059 at `bpf_ktime_get_ns`")]
    [InlineData(
        "[Dynptrs.BpfStruct] partial struct C { [Dynptrs.NetworkOrder] private int _a; public int A; }",
        "DYN057 at `Dynptrs.NetworkOrder`")]
    [InlineData(
        "[Dynptrs.BpfStruct] partial struct C { public int A; public const int SizeInBytes = 4; }", "DYN057 at `Dynptrs.BpfStruct`")]
    [InlineData("[Dynptrs.BpfObject] static partial class C { class Skeleton; }", "DYN059 at `Skeleton`")]
    [InlineData("[Dynptrs.BpfObject] static partial class C { static int Data; }", "DYN059 at `Data`")]
    public Task Duplicate_names(string source, string expected) => VerifyAsync(source, expected);

    [Theory]
    [InlineData("[Dynptrs.BpfStruct] partial struct C { public string A; }", "DYN056 at `A`")]
    [InlineData("[Dynptrs.BpfStruct] partial struct C { public D A; } struct D { public object B; }", "DYN056 at `A`")]
    [InlineData(
        "[Dynptrs.BpfHelpers(Kernel = \"six\", Include = new[] { \"bpf_ktime_*\" })] static partial class C;",
        "DYN051 at `Dynptrs.BpfHelpers(Kernel = \"six\", Include = new[] { \"bpf_ktime_*\" })`")]
    [InlineData(
        "[Dynptrs.BpfObject] static partial class C { [Dynptrs.BpfProgram(\"xpd\")] static int P(Dynptrs.XdpBuff xdp) => 0; }",
        "DYN045 at `\"xpd\"`")]
    [InlineData(
        "[Dynptrs.BpfObject] static partial class C { [Dynptrs.BpfProgram(\"xdp\")] static long P(Dynptrs.XdpBuff xdp) => 0; }",
        "DYN058 at `P`")]
    [InlineData(
        "[Dynptrs.BpfObject] static partial class C { [Dynptrs.BpfProgram(\"xdp\")] static int P(Dynptrs.SkBuff xdp) => 0; }",
        "DYN058 at `P`")]
    [InlineData(
        "[Dynptrs.BpfObject] static partial class C { [Dynptrs.BpfProgram(\"xdp\")] static int P(Dynptrs.XdpBuff xdp) => 0; [Dynptrs.BpfProgram(\"tc\")] static int P(Dynptrs.SkBuff skb) => 0; }",
        "DYN059 at `P`")]
    [InlineData(
        "static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M(int a); }",
        "DYN053 at `Dynptrs.BpfHelper(\"m\")`")]
    [InlineData(
        "static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial void M([Dynptrs.InRange(3, 2)] int a); static void MCore(int a) { } }",
        "DYN054 at `Dynptrs.InRange(3, 2)`")]
    public Task Contents_that_do_not_fit(string source, string expected) => VerifyAsync("#nullable disable warnings\n" + source, expected);

    [Theory]
    [InlineData("[Dynptrs.InRange(0, 0, Except = null!)]")]
    [InlineData("[Dynptrs.InRange(0, 0, Except = new string[] { null! })]")]
    public async Task A_list_that_is_null_costs_nobody_a_body(string attribute)
    {
        var output = Generate(
            $$"""
            static partial class C
            {
                [Dynptrs.BpfHelper("m")] public static partial int M({{attribute}} ulong flags);
                static int MCore(ulong flags) => 0;
            }
            """);
        Assert.Empty(await AnalyzeAsync(output));
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Id == "CS8795"));
    }

    [Fact]
    public void A_warning_about_what_a_person_wrote_is_not_repeated_in_what_was_generated()
    {
        var output = Generate(
            """
            static partial class C<T>
            {
                [Dynptrs.BpfHelper("m")] public static partial int M<T>(int a);
                static int MCore<T>(int a) => 0;
            }
            """);
        var places = output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Id == "CS0693")
            .Select(diagnostic => diagnostic.Location.SourceTree!.FilePath);
        Assert.Equal(["Source0.cs"], places.Select(System.IO.Path.GetFileName).Distinct());
    }

    [Theory]
    [InlineData("[Dynptrs.BpfHelpers] static partial class C { }")]
    [InlineData("[Dynptrs.BpfStruct] partial struct C { public int A; }")]
    [InlineData("[Dynptrs.BpfObject] static partial class C { }")]
    [InlineData("static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M(); static int MCore() => 0; }")]
    public async Task A_language_version_that_is_too_old(string source)
    {
        GeneratorTest.CreateDriver(LanguageVersion.CSharp12).RunGeneratorsAndUpdateCompilation(
            GeneratorTest.Compile(referencesRuntime: true, LanguageVersion.CSharp12, source),
            out var output,
            out var diagnostics,
            TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Id != "CS0649"));
        var found = Assert.Single(await AnalyzeAsync(output));
        Assert.Equal("DYN050", found.Id);
        Assert.EndsWith(
            "generated code needs C# 13.0 or later, and the project is written in C# 12.0: set <LangVersion>",
            found.GetMessage(),
            System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Dynptrs.BpfHelpers] static partial class C;", "DYN050 at `Dynptrs.BpfHelpers`: `C` cannot be filled with helper stubs")]
    [InlineData(
        "using Dynptrs; [BpfStructAttribute] partial struct C { public int A; }",
        "DYN050 at `BpfStructAttribute`: `C` cannot be filled with struct views")]
    [InlineData(
        "[global::Dynptrs.BpfObject] static partial class C;",
        "DYN050 at `global::Dynptrs.BpfObject`: `C` cannot be filled with a skeleton")]
    [InlineData(
        "static partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M(); static int MCore() => 0; }",
        "DYN050 at `Dynptrs.BpfHelper(\"m\")`: `M` cannot be filled with the body of a helper")]
    [InlineData("[Mine.BpfStruct] partial struct C; namespace Mine { class BpfStructAttribute : System.Attribute; }")]
    [InlineData("[System.Obsolete] class C;")]
    public void A_missing_runtime_reference(string source, params string[] expected)
    {
        // A generator says it: a build that does not know an attribute never comes to its analyzers.
        GeneratorTest.CreateDriver().RunGeneratorsAndUpdateCompilation(
            GeneratorTest.Compile(referencesRuntime: false, source), out _, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Equal(
            expected.Select(start =>
                $"{start}: the project has no reference to Dynptrs.Runtime, which declares `[{start.Split("Dynptrs.")[^1].Split('`', '(')[0].Split(' ')[0].Replace("DYN050", "BpfStruct", System.StringComparison.Ordinal)}]`; reference the package DynptrAnalyzers without leaving out assets"),
            diagnostics.Select(diagnostic =>
                $"{diagnostic.Id} at `{source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}`: {diagnostic.GetMessage()}"));
    }

    [Theory]
    [InlineData("[Dynptrs.BpfStruct] partial struct C { public int A; } [Dynptrs.BpfStruct] partial struct C { }", "CS0579")]
    [InlineData(
        "[Dynptrs.BpfHelpers(Include = new[] { \"bpf_ktime_*\" })] static partial class C; [Dynptrs.BpfHelpers] static partial class C;",
        "CS0579")]
    [InlineData("[Dynptrs.BpfObject] static partial class C; [Dynptrs.BpfObject] static partial class C;", "CS0579")]
    // The compiler takes the names of files that differ in case alone for one.
    [InlineData("[Dynptrs.BpfStruct] partial struct C { public int A; } [Dynptrs.BpfStruct] partial struct c { public int A; }")]
    [InlineData("[Dynptrs.BpfObject] static partial class Abc; [Dynptrs.BpfObject] static partial class ABC;")]
    // Somewhere else the attribute means nothing.
    [InlineData("[Dynptrs.BpfStruct] partial record C(int A);", "CS0592")]
    public async Task What_the_compiler_says_itself_keeps_nothing_from_being_generated(string source, params string[] errors)
    {
        var output = Generate("#pragma warning disable CS8981\n" + source);
        Assert.Equal(errors, output.GetDiagnostics(TestContext.Current.CancellationToken).Select(diagnostic => diagnostic.Id));
        Assert.Empty(await AnalyzeAsync(output));
    }

    private static async Task VerifyAsync(string source, string expected, params string[] errors)
    {
        var output = Generate(source);
        Assert.Equal([expected], (await AnalyzeAsync(output)).Select(diagnostic =>
            $"{diagnostic.Id} at `{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}`"));
        Assert.Equal(
            errors,
            output
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false })
                .Select(diagnostic => diagnostic.Id));
    }

    private static Compilation Generate(string source)
    {
        var driver = GeneratorTest.CreateDriver().RunGeneratorsAndUpdateCompilation(
            GeneratorTest.Compile(source, Right), out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.Empty(
            RightFiles.Except(driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources).Select(file => file.HintName)));
        return output;
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) =>
        await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
