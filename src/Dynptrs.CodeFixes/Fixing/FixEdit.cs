using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>What a fix makes of the documents of a project.</summary>
internal sealed class FixEdit(FixContext after)
{
    private readonly IReadOnlyList<(SyntaxTree Before, SyntaxNode After)> _changed =
    [
        .. after.Changed
            .Where(change => !IsSame(change.Key, change.Value))
            .Select(change => (change.Key, change.Value.GetRoot(after.CancellationToken))),
    ];

    /// <summary>Formats what was inserted, and puts it into the solution.</summary>
    public async Task<Solution> ApplyAsync(Project project, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var (before, changed) in _changed)
        {
            if (project.GetDocument(before) is not { } document)
                continue;
            var formatted = await DocumentChange.ApplyAsync(document, changed, cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentSyntaxRoot(
                document.Id, (await formatted.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!);
        }

        return solution;
    }

    private static bool IsSame(SyntaxTree before, SyntaxTree after) => before == after || before.GetText().ContentEquals(after.GetText());
}
