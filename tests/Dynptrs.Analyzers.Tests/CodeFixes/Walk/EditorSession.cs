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
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Walk;

/// <summary>A project that is open in an editor, with all that the package brings: what a person sees in it, and is offered.</summary>
internal sealed class EditorSession
{
    private Project _project;

    private EditorSession(Project project) => _project = project;

    /// <summary>Opens a project.</summary>
    /// <param name="files">Its source files.</param>
    /// <param name="configuration">Its configuration files.</param>
    public static EditorSession Open(
        IEnumerable<(string Path, string Text)> files,
        ImmutableArray<(string Path, string Text)> configuration) =>
        new(AddProject(new AdhocWorkspace().CurrentSolution, "Session", files, configuration));

    /// <summary>Adds a project to a solution.</summary>
    public static Project AddProject(
        Solution solution,
        string name,
        IEnumerable<(string Path, string Text)> files,
        ImmutableArray<(string Path, string Text)> configuration)
    {
        var project = solution.AddProject(name, name, LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp14))
            .WithCompilationOptions(new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable))
            .WithMetadataReferences(AnalyzerTest.References)
            .AddAnalyzerReference(new PackageReference());
        foreach (var (path, text) in files)
            project = project.AddDocument(path, text, filePath: "/" + path).Project;
        foreach (var (path, text) in configuration)
            project = project.AddAnalyzerConfigDocument(path, SourceText.From(text), filePath: "/" + path).Project;
        return project;
    }

    /// <summary>What the compiler and the analyzers report, in the order of the files.</summary>
    public Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(CancellationToken cancellationToken) =>
        GetDiagnosticsAsync(_project, cancellationToken);

    /// <summary>What the compiler and the analyzers report in a project, in the order of the files.</summary>
    public static async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(Project project, CancellationToken cancellationToken)
    {
        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        var reported = await compilation
            .WithAnalyzers(RuleFacts.Analyzers, project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        return
        [
            .. reported
                .Concat(FindErrors(compilation, cancellationToken))
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    /// <summary>What the compiler refuses.</summary>
    public async Task<IEnumerable<Diagnostic>> GetErrorsAsync(CancellationToken cancellationToken) =>
        FindErrors((await _project.GetCompilationAsync(cancellationToken))!, cancellationToken);

    /// <summary>What is offered for a diagnostic.</summary>
    public async Task<ImmutableArray<CodeAction>> GetActionsAsync(Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        if (_project.GetDocument(diagnostic.Location.SourceTree) is { } document)
        {
            foreach (var fix in RuleFacts.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(
                    document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
            }
        }

        return actions.ToImmutable();
    }

    /// <summary>What is offered for a selection.</summary>
    public async Task<ImmutableArray<CodeAction>> GetRefactoringsAsync(
        CodeRefactoringProvider refactoring,
        string path,
        TextSpan selection,
        CancellationToken cancellationToken)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        await refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(Find(path), selection, actions.Add, cancellationToken));
        return actions.ToImmutable();
    }

    /// <summary>The text of a file.</summary>
    public async Task<string> GetTextAsync(string path, CancellationToken cancellationToken) =>
        (await Find(path).GetTextAsync(cancellationToken)).ToString();

    /// <summary>Does what is offered.</summary>
    public async Task ApplyAsync(CodeAction action, CancellationToken cancellationToken)
    {
        var operation = (await action.GetOperationsAsync(cancellationToken)).OfType<ApplyChangesOperation>().Single();
        _project = operation.ChangedSolution.GetProject(_project.Id)!;
    }

    private static IEnumerable<Diagnostic> FindErrors(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private Document Find(string path) => _project.Documents.Single(document => document.Name == path);

    /// <summary>The generators of the package, which the editor runs by itself; the analyzers are asked directly.</summary>
    private sealed class PackageReference : AnalyzerReference
    {
        public override string FullPath => "DynptrAnalyzers";

        public override object Id => FullPath;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => RuleFacts.Generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => RuleFacts.Generators;
    }
}
