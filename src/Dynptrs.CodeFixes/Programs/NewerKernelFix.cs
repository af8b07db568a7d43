using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.CodeFixes.Programs;

/// <summary>DYN022: raises the kernel version that a class of stubs is written for, or that a configuration file says.</summary>
/// <remarks>A version in the project file is out of reach of a fix of code.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NewerKernelFix)), Shared]
public sealed class NewerKernelFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN022"];

    /// <summary>Raises the version to the newest that a diagnostic of a project asks for.</summary>
    public override FixAllProvider GetFixAllProvider() => new RaiseForAll();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SinceOf(diagnostic) is not { } since
                || await RaiseAsync(context.Document.Project, [diagnostic], context.CancellationToken).ConfigureAwait(false)
                    is not { } raised)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create($"Raise the kernel version to {since}", _ => Task.FromResult(raised), nameof(NewerKernelFix)),
                diagnostic);
        }
    }

    private static KernelVersion? SinceOf(Diagnostic diagnostic) =>
        Mistake.TryRead(diagnostic) is { } mistake ? mistake.Since : KernelVersion.TryParse(MissingStub.TryRead(diagnostic)?.Since);

    /// <summary>Whether the version is that of the file, not of a class of stubs: the call is one that the verifier has followed.</summary>
    private static bool SaysConfiguration(Diagnostic diagnostic) => Mistake.TryRead(diagnostic) is not null;

    /// <summary>
    /// The solution in which the version is high enough for some diagnostics, or <see langword="null"/> where it is said out of reach.
    /// </summary>
    private static async Task<Solution?> RaiseAsync(
        Project project,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        var ofStubs = diagnostics.Where(diagnostic => diagnostic.AdditionalLocations is [{ SourceTree: not null }]
            && !SaysConfiguration(diagnostic));
        foreach (var file in ofStubs.GroupBy(diagnostic => diagnostic.AdditionalLocations[0].SourceTree))
        {
            if (solution.GetDocument(file.Key) is not { } document)
                continue;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changes = file
                .GroupBy(diagnostic => diagnostic.AdditionalLocations[0].SourceSpan)
                .Where(version => version.Select(SinceOf).Max() is not null)
                .Select(version => new TextChange(version.Key, $"\"{version.Select(SinceOf).Max()}\""));
            solution = solution.WithDocumentText(document.Id, text.WithChanges(changes));
        }

        if (diagnostics.Where(SaysConfiguration).Select(SinceOf).Max() is { } since)
        {
            foreach (var document in project.AnalyzerConfigDocuments)
            {
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                if (KernelVersionLine.Raise(text, since) is { } raised)
                    solution = solution.WithAnalyzerConfigDocumentText(document.Id, raised);
            }
        }

        return solution == project.Solution ? null : solution;
    }

    private sealed class RaiseForAll : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var solution = fixAllContext.Solution;
            var projects = fixAllContext.Scope == FixAllScope.Solution
                ? solution.Projects.Select(project => project.Id).ToImmutableArray()
                : [fixAllContext.Project.Id];
            foreach (var id in projects)
            {
                var project = solution.GetProject(id)!;
                var diagnostics = fixAllContext is { Scope: FixAllScope.Document, Document: { } document }
                    ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                    : await fixAllContext.GetAllDiagnosticsAsync(fixAllContext.Solution.GetProject(id)!).ConfigureAwait(false);
                if (await RaiseAsync(project, diagnostics, fixAllContext.CancellationToken).ConfigureAwait(false) is { } raised)
                    solution = raised;
            }

            return CodeAction.Create("Raise the kernel version", _ => Task.FromResult(solution), nameof(NewerKernelFix));
        }
    }
}
