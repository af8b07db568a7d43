using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>
/// Fixes all diagnostics of a document, a project or a solution: project by project, because a change in one document may fix, or spoil,
/// what is in another.
/// </summary>
internal sealed class ContractFixAll(ContractFixProvider provider) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(
            Describe(fixAllContext), _ => FixAsync(fixAllContext), fixAllContext.CodeActionEquivalenceKey));

    private static string Describe(FixAllContext all) =>
        $"Fix all of {string.Join(", ", all.DiagnosticIds.OrderBy(id => id))} in the {(all.Scope switch { FixAllScope.Document => "document", FixAllScope.Project => "project", _ => "solution" })}";

    private async Task<Solution> FixAsync(FixAllContext all)
    {
        // Projects come after those that they use, which are changed then.
        var projects = all.Scope == FixAllScope.Solution
            ? all.Solution.GetProjectDependencyGraph().GetTopologicallySortedProjects(all.CancellationToken)
            : [all.Project.Id];
        var solution = all.Solution;
        foreach (var id in projects)
        {
            var diagnostics = all is { Scope: FixAllScope.Document, Document: { } document }
                ? await all.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await all.GetAllDiagnosticsAsync(all.Solution.GetProject(id)!).ConfigureAwait(false);
            solution = await FixAsync(solution.GetProject(id)!, diagnostics, all.CodeActionEquivalenceKey, all.CancellationToken)
                .ConfigureAwait(false);
        }

        return solution;
    }

    private async Task<Solution> FixAsync(
        Project project,
        ImmutableArray<Diagnostic> diagnostics,
        string? key,
        CancellationToken cancellationToken)
    {
        var here = diagnostics
            .Where(diagnostic => project.GetDocument(diagnostic.Location.SourceTree) is { } document
                && document is not SourceGeneratedDocument)
            .ToList();
        return here.Count > 0
            && await FixContext.CreateAsync(project.GetDocument(here[0].Location.SourceTree)!, cancellationToken).ConfigureAwait(false)
                is { } context
                ? await new FixEdit(provider.ProposeAll(context, here, key)).ApplyAsync(project, cancellationToken).ConfigureAwait(false)
                : project.Solution;
    }
}
