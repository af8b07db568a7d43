using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace Dynptrs.EndToEnd.Tests.Editing;

/// <summary>
/// A project that is open as in an editor: what MSBuild makes of its project file, and the analyzers, generators and code fixes of the
/// package that it references, in a workspace in which it is edited.
/// </summary>
internal sealed class EditorSession : IDisposable
{
    private readonly MSBuildWorkspace _workspace;
    private readonly ProjectId _project;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly ImmutableArray<CodeFixProvider> _fixes;
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    private EditorSession(MSBuildWorkspace workspace, Project project)
    {
        AnalyzerFileReference[] package = [.. project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(IsOfPackage)];
        _workspace = workspace;
        _project = project.Id;
        _analyzers = [.. package.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))];
        _fixes =
        [
            .. from reference in package
               from type in reference.GetAssembly().GetTypes()
               where type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null
               select (CodeFixProvider)Activator.CreateInstance(type)!,
        ];
    }

    /// <summary>Opens a project that was restored.</summary>
    public static async Task<EditorSession> OpenAsync(string projectFile)
    {
        var workspace = MSBuildWorkspace.Create();
        try
        {
            var project = await workspace.OpenProjectAsync(projectFile, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(workspace.Diagnostics);
            return new EditorSession(workspace, project);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    /// <summary>A file of the project.</summary>
    public Document Open(string file) =>
        _workspace.CurrentSolution.GetProject(_project)!.Documents.Single(document => document.Name == file);

    /// <summary>Replaces a text that a file has once.</summary>
    public async Task EditAsync(string file, string old, string replacement)
    {
        var text = await Open(file).GetTextAsync(_cancellation);
        var start = text.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0 && text.ToString().IndexOf(old, start + 1, StringComparison.Ordinal) < 0, $"`{old}` must be in {file} once");
        Assert.True(_workspace.TryApplyChanges(Open(file).WithText(text.Replace(start, old.Length, replacement)).Project.Solution));
    }

    /// <summary>What the analyzers of the package refuse in one file, which is all that an editor asks for while a person types.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetErrorsAsync(string file)
    {
        var document = Open(file);
        var compilation = (await document.Project.GetCompilationAsync(_cancellation))!;
        var model = compilation.GetSemanticModel((await document.GetSyntaxTreeAsync(_cancellation))!);
        var analysis = compilation.WithAnalyzers(_analyzers, document.Project.AnalyzerOptions);
        var shown = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, _cancellation);
        return [.. shown.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>What the compiler refuses in one file.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetCompilerErrorsAsync(string file)
    {
        var model = (await Open(file).GetSemanticModelAsync(_cancellation))!;
        return
        [
            .. model.GetDiagnostics(cancellationToken: _cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
        ];
    }

    /// <summary>The changes that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> GetFixesAsync(string file, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var fix in _fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await fix.RegisterCodeFixesAsync(new CodeFixContext(Open(file), diagnostic, (action, _) => actions.Add(action), _cancellation));
        return actions;
    }

    /// <summary>Makes a change that is offered.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(_cancellation))
            operation.Apply(_workspace, _cancellation);
    }

    public void Dispose() => _workspace.Dispose();

    private static bool IsOfPackage(AnalyzerFileReference reference) =>
        reference.FullPath.Contains($"/{PackedPackages.Analyzers}/", StringComparison.OrdinalIgnoreCase)
        || reference.FullPath.Contains($"\\{PackedPackages.Analyzers}\\", StringComparison.OrdinalIgnoreCase);
}
