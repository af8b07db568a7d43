using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Tests.Testing;

/// <summary>Analyses code as it stands while it is typed: an editor asks whether it compiles or not.</summary>
internal sealed class BrokenCode
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private readonly Compilation _others;

    /// <summary>Prepares a project in which a document is typed.</summary>
    /// <param name="others">Its other documents, which compile.</param>
    public BrokenCode(params string[] others)
    {
        var compilation = CSharpCompilation.Create(
            "Broken",
            others.Select((text, i) => CSharpSyntaxTree.ParseText(text, ParseOptions, path: $"Other{i}.cs")),
            AnalyzerTest.References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(RuleFacts.Generators, parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out _others, out _);
    }

    /// <summary>What an editor shows in a document with this text. Suggestions are left out.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(string text)
    {
        var all = await GetSuggestionsAsync(text);
        return all.RemoveAll(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Info);
    }

    /// <summary>What an editor shows in a document with this text.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetSuggestionsAsync(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, ParseOptions, path: "Typed.cs");
        var compilation = _others.AddSyntaxTrees(tree);
        var failure = "";
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failure += exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var shown = await compilation.WithAnalyzers(RuleFacts.Analyzers, options)
            .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, TestContext.Current.CancellationToken);
        Assert.True(failure.Length == 0, $"{failure}\n{text}");
        return shown;
    }
}
