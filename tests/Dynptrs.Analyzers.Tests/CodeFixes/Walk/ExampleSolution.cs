using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Walk;

/// <summary>
/// The rejected example of a rule in a solution of two projects, in two documents each, and twice in the first one; and what a person sees
/// there, and is offered for all at once.
/// </summary>
internal sealed class ExampleSolution
{
    private readonly string _id;
    private readonly Solution _before;
    private readonly Dictionary<Compilation, ImmutableArray<Diagnostic>> _reported = [];
    private Solution _now;

    private ExampleSolution(string id, Solution solution)
    {
        _id = id;
        _before = _now = solution;
    }

    /// <summary>Opens the solution for a rule.</summary>
    public static ExampleSolution Open(string id)
    {
        var example = RuleExample.Rejected(id);
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var name in new[] { "First", "Second" })
        {
            var files = example.Files
                .SelectMany(file => file.Path == RuleExample.FileName ? Copies(file.Text) : [file])
                .Select(file => ($"{name}/{file.Path}", file.Text));
            var configuration = example.Configuration.Select(file => ($"{name}/{file.Path}", file.Text));
            solution = EditorSession.AddProject(solution, name, files, [.. configuration]).Solution;
        }

        return new ExampleSolution(id, solution);
    }

    /// <summary>How often the rule is reported inside of a scope.</summary>
    public async Task<int> CountAsync(FixAllScope scope) => (await GetDiagnosticsAsync(scope)).Count(diagnostic => diagnostic.Id == _id);

    /// <summary>What is reported inside of a scope by the compiler and the analyzers.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(FixAllScope scope) =>
        [.. (await GetDiagnosticsAsync(_now)).Where(diagnostic => Contains(scope, diagnostic))];

    /// <summary>The source files outside of a scope that are not what they were.</summary>
    public async Task<ImmutableArray<string>> GetTouchedAsync(FixAllScope scope)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var touched = ImmutableArray.CreateBuilder<string>();
        foreach (var document in _now.Projects.SelectMany(project => project.Documents).Where(document => !Contains(scope, document)))
        {
            if (!(await document.GetTextAsync(cancellation)).ContentEquals(await _before
                .GetDocument(document.Id)!
                .GetTextAsync(cancellation)))
            {
                touched.Add(document.FilePath!);
            }
        }

        return touched.ToImmutable();
    }

    /// <summary>Does for all at once what is offered first for the first diagnostic for which something is.</summary>
    /// <returns>Whether something was offered.</returns>
    public async Task<bool> FixAllAsync(FixAllScope scope, string? id = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var diagnostic in (await GetDiagnosticsAsync(scope)).Where(diagnostic => id is null || diagnostic.Id == id))
        {
            if (_now.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            foreach (var fix in RuleFacts.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(
                    document, diagnostic, (action, _) => actions.Add(action), cancellation));
                if (actions is not [var first, ..])
                    continue;
                var provider = fix.GetFixAllProvider()!;
                Assert.Contains(scope, provider.GetSupportedFixAllScopes());
                var context = new FixAllContext(
                    document, fix, scope, first.EquivalenceKey!, [diagnostic.Id], new Reported(this), cancellation);
                var action = (await provider.GetFixAsync(context))!;
                _now = (await action.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
                return true;
            }
        }

        return false;
    }

    /// <summary>The example three times, each in a namespace of its own, in two documents.</summary>
    private static IEnumerable<(string Path, string Text)> Copies(string text)
    {
        var lines = text.Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith("namespace ", StringComparison.Ordinal));
        var space = lines[start].Trim().TrimEnd(';');
        var usings = string.Join("\n", lines[..start]);
        var body = string.Join("\n", lines[(start + 1)..]).Trim('\n');
        yield return ("One.cs", $"{usings}\n{Block("A")}\n\n{Block("B")}\n");
        yield return ("Two.cs", $"{usings}\n{Block("C")}\n");

        string Block(string name) =>
            $"{space}.{name}\n{{\n{string.Join("\n", body.Split('\n').Select(line => line.Length == 0 ? line : "    " + line))}\n}}";
    }

    private static bool Contains(FixAllScope scope, Document document) => scope switch
    {
        FixAllScope.Document => document.FilePath == "/First/One.cs",
        FixAllScope.Project => document.Project.Name == "First",
        _ => true,
    };

    private bool Contains(FixAllScope scope, Diagnostic diagnostic) =>
        _now.GetDocument(diagnostic.Location.SourceTree) is { } document ? Contains(scope, document) : scope == FixAllScope.Solution;

    private async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(Solution solution)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in solution.Projects)
            diagnostics.AddRange(await GetDiagnosticsAsync(project));
        return diagnostics.ToImmutable();
    }

    /// <summary>What is reported in a project, which is analysed once for each change.</summary>
    private async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        if (!_reported.TryGetValue(compilation, out var diagnostics))
            _reported[compilation] = diagnostics = await EditorSession.GetDiagnosticsAsync(project, TestContext.Current.CancellationToken);
        return diagnostics;
    }

    private sealed class Reported(ExampleSolution solution) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await solution.GetDiagnosticsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await solution.GetDiagnosticsAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken cancellationToken) =>
            (await solution.GetDiagnosticsAsync(project)).Where(diagnostic => !diagnostic.Location.IsInSource);
    }
}
