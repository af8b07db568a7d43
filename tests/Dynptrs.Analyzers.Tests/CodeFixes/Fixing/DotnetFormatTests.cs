using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Docs;
using Dynptrs.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Fixing;

/// <summary>
/// What <c>dotnet format analyzers</c> asks of a fix: it shows it the first diagnostic that it has, of whatever rule, takes the key of what
/// is offered for that, or none, and then fixes all of one rule.
/// </summary>
public sealed class DotnetFormatTests
{
    /// <summary>Examples whose mistakes are in the reach of fixes for other rules, too.</summary>
    public static TheoryData<string> Examples =>
        new("DYN001", "DYN002", "DYN003", "DYN004", "DYN005", "DYN006", "DYN007", "DYN010", "DYN012");

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_fix_offers_nothing_for_a_diagnostic_of_another_rule(string id)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (document, diagnostics) = await OpenAsync(id, cancellation);
        var offered = new List<string>();
        foreach (var fix in RuleFacts.Fixes.Where(fix => !fix.FixableDiagnosticIds.Contains(id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(
                document, diagnostics[0], (action, _) => offered.Add($"{fix.GetType().Name}: {action.Title}"), cancellation));
        }

        Assert.Empty(offered);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Without_a_key_all_are_fixed_by_what_is_offered_first(string id)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (document, diagnostics) = await OpenAsync(id, cancellation);
        var changed = new List<string>();
        foreach (var fix in RuleFacts.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            CodeAction? first = null;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (action, _) => first ??= action, cancellation));
            var all = await fix.GetFixAllProvider()!
                .GetFixAsync(new FixAllContext(document, fix, FixAllScope.Solution, null!, [id], new Reported(diagnostics), cancellation));
            if (first is null)
                continue;
            changed.Add(await ReadAsync(first, document, cancellation));
            Assert.Equal(changed[^1], await ReadAsync(all!, document, cancellation));
        }

        Assert.NotEmpty(changed);
    }

    private static async Task<(Document Document, ImmutableArray<Diagnostic> Diagnostics)> OpenAsync(
        string id,
        CancellationToken cancellation)
    {
        var example = RuleExample.Rejected(id);
        var project = new AdhocWorkspace().AddProject("Format", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp14))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithMetadataReferences(AnalyzerTest.References);
        foreach (var (path, text) in example.Files)
            project = project.AddDocument(path, text).Project;
        CSharpGeneratorDriver.Create(RuleFacts.Generators, parseOptions: (CSharpParseOptions)project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation((await project.GetCompilationAsync(cancellation))!, out var complete, out _, cancellation);
        foreach (var generated in complete.SyntaxTrees.Where(tree => project.GetDocument(tree) is null))
            project = project.AddDocument(generated.FilePath, await generated.GetTextAsync(cancellation)).Project;
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        var diagnostics = await compilation
            .WithAnalyzers(RuleFacts.Analyzers, project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(cancellation);
        return (project.GetDocument(diagnostics[0].Location.SourceTree)!, diagnostics);
    }

    private static async Task<string> ReadAsync(CodeAction action, Document document, CancellationToken cancellation)
    {
        var operation = (await action.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>().Single();
        return (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(cancellation)).ToString();
    }

    private sealed class Reported(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(
                diagnostics.Where(diagnostic => document.Project.GetDocument(diagnostic.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
