using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers;
using Dynptrs.Conformance.Tests.Docs;
using Dynptrs.Conformance.Tests.Sources;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Conformance.Tests;

/// <summary>What the pages of the rules print is what a person gets to see.</summary>
public sealed class RulePageTests
{
    private const string Before =
        "using System; using System.Runtime.CompilerServices; using Dynptrs; using static Corpus.Bpf; namespace Corpus; public static class Programs { ";

    public static TheoryData<string> Pages => new(RulePage.Ids);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_prints_what_its_programs_give(string id)
    {
        var page = RulePage.Read(id);
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var sighting in page.Sightings)
        {
            var diagnostics = await Analyze(sighting.Program);
            Assert.Contains(diagnostics, diagnostic => diagnostic.Id == id);
            texts.Add(DiagnosticText.Render(diagnostics));
        }

        Repository.VerifyOrUpdate(page.Path, page.With(texts.ToImmutable()));
    }

    [Fact]
    public void Many_different_mistakes_are_printed() => Assert.True(RulePage.Ids.Sum(id => RulePage.Read(id).Sightings.Length) >= 12);

    // What comes before the program adds no line: the lines that a message names are those of the page.
    private static async Task<ImmutableArray<Diagnostic>> Analyze(string program)
    {
        var tree = CSharpSyntaxTree.ParseText(
            Before + program + "}\n",
            CorpusCompilation.ParseOptions,
            "Program.cs",
            cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CorpusCompilation.Create(CorpusSources.Shared.Select(file => file.Tree).Append(tree));
        Assert.Empty(CorpusCompilation.GetErrors(compilation));
        var diagnostics = await compilation
            .WithAnalyzers([new DynptrAnalyzer()])
            .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, TestContext.Current.CancellationToken);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
