using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Dynptrs.Analyzers.Tests.Testing;

/// <summary>
/// Runs the analyzer as an editor does, document by document, and compares what it shows with the marks in the source:
/// <c>{|DYN001:return 0;|}</c>.
/// </summary>
internal static class AnalyzerTest
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>What a project that uses the runtime references.</summary>
    public static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dynptr).Assembly.Location)];

    /// <summary>
    /// Asserts that an editor shows the marked diagnostics and no others, and that a build reports the same. Suggestions are left out.
    /// </summary>
    public static Task Verify(params string[] marked) => Verify(ProjectOptions.None, [], marked);

    /// <summary>The same, with suggestions.</summary>
    public static Task VerifySuggestions(params string[] marked) => Verify(ProjectOptions.None, [], marked, withSuggestions: true);

    /// <summary>The same, of a project that says which kernel is the oldest that its programs must load on.</summary>
    public static Task VerifyForKernel(string kernel, params string[] marked) =>
        VerifyWithOptions(ProjectOptions.ForKernel(kernel), marked);

    /// <summary>The same, of a project that says more.</summary>
    public static Task VerifyWithOptions(ProjectOptions options, params string[] marked) => Verify(options, [], marked);

    /// <summary>The same, of a compilation that references another, which is compiled to a file first.</summary>
    public static Task VerifyWithLibrary(string library, params string[] marked)
    {
        var image = new MemoryStream();
        var compilation = Compile([CSharpSyntaxTree.ParseText(library, ParseOptions)], []).WithAssemblyName("Library");
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return Verify(ProjectOptions.None, [MetadataReference.CreateFromImage(image.ToArray())], marked);
    }

    private static async Task Verify(ProjectOptions options, MetadataReference[] libraries, string[] marked, bool withSuggestions = false)
    {
        var expected = new List<string>();
        var trees = new List<SyntaxTree>();
        foreach (var source in marked)
        {
            TestFileMarkupParser.GetSpans(
                source, out var text, out ImmutableDictionary<string, ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan>> spans);
            var tree = CSharpSyntaxTree.ParseText(text, ParseOptions, path: $"Source{trees.Count}.cs");
            expected.AddRange(spans.SelectMany(pair => pair.Value, (pair, span) => Render(pair.Key, tree.GetLocation(span))));
            trees.Add(tree);
        }

        var (shown, built) = await Run(trees, libraries, options, withSuggestions);
        Assert.Equal(expected.Order(), shown.Select(Render).Order());
        Assert.Equal(expected.Order(), built.Select(Render).Order());
    }

    /// <summary>The diagnostics that an editor shows.</summary>
    public static async Task<ImmutableArray<Diagnostic>> GetDiagnostics(params string[] sources) =>
        await GetDiagnostics(sources, withSuggestions: false);

    /// <summary>The diagnostics and the suggestions that an editor shows.</summary>
    public static async Task<ImmutableArray<Diagnostic>> GetSuggestions(params string[] sources) =>
        await GetDiagnostics(sources, withSuggestions: true);

    private static async Task<ImmutableArray<Diagnostic>> GetDiagnostics(string[] sources, bool withSuggestions) =>
        (await Run(Parse(sources), [], ProjectOptions.None, withSuggestions)).Shown;

    private static List<SyntaxTree> Parse(string[] sources) =>
        [.. sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, path: $"Source{i}.cs"))];

    /// <summary>The diagnostics that a build reports.</summary>
    public static async Task<ImmutableArray<Diagnostic>> GetBuildDiagnostics(string source, ProjectOptions options) =>
        (await Run([CSharpSyntaxTree.ParseText(source, ParseOptions, path: "Source0.cs")], [], options, withSuggestions: false)).Built;

    /// <summary>The diagnostics that an editor shows, and those that a build reports, of a project that says more.</summary>
    public static Task<(ImmutableArray<Diagnostic> Shown, ImmutableArray<Diagnostic> Built)> Analyze(
        ProjectOptions options,
        params string[] sources) => Run(Parse(sources), [], options, withSuggestions: false);

    /// <summary>The name of the method in which a diagnostic stands.</summary>
    public static string NameOfMethod(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetCompilationUnitRoot()
        .FindToken(diagnostic.Location.SourceSpan.Start).Parent!
        .AncestorsAndSelf()
        .OfType<MethodDeclarationSyntax>()
        .First().Identifier.ValueText;

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, params MetadataReference[] libraries)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            trees,
            References.AddRange(libraries),
            new CSharpCompilationOptions(
                HasTopLevelStatements(trees) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join(Environment.NewLine, errors));
        return compilation;
    }

    private static bool HasTopLevelStatements(IEnumerable<SyntaxTree> trees) =>
        trees.Any(tree => tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());

    private static async Task<(ImmutableArray<Diagnostic> Shown, ImmutableArray<Diagnostic> Built)> Run(
        List<SyntaxTree> trees,
        MetadataReference[] libraries,
        ProjectOptions project,
        bool withSuggestions)
    {
        var compilation = Compile(trees, libraries);
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], project),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var shown = ImmutableArray.CreateBuilder<Diagnostic>();
        var editor = compilation.WithAnalyzers([new DynptrAnalyzer()], options);
        foreach (var tree in trees)
        {
            shown.AddRange(await editor.GetAnalyzerSemanticDiagnosticsAsync(
                compilation.GetSemanticModel(tree), null, TestContext.Current.CancellationToken));
        }

        var built = await compilation
            .WithAnalyzers([new DynptrAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Null(failure);
        return withSuggestions
            ? (shown.ToImmutable(), built)
            : (shown.ToImmutable().RemoveAll(IsSuggestion), built.RemoveAll(IsSuggestion));
    }

    private static bool IsSuggestion(Diagnostic diagnostic) => diagnostic.Descriptor.Category == RuleCategory.Suggestion;

    private static string Render(Diagnostic diagnostic) => Render(diagnostic.Id, diagnostic.Location);

    private static string Render(string id, Location location)
    {
        var start = location.GetLineSpan().StartLinePosition;
        var text = location.SourceTree!.GetText().ToString(location.SourceSpan).ReplaceLineEndings(" ");
        return $"{location.SourceTree.FilePath}({start.Line + 1},{start.Character + 1}): {id}: {text}";
    }
}
