using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.CodeFixes;

/// <summary>What a fix makes of the documents of a project.</summary>
internal sealed class FixEdit(FixContext after)
{
    private readonly IReadOnlyList<(SyntaxTree Before, SyntaxNode After)> _changed =
        [.. after.Changed.Where(change => !IsSame(change.Key, change.Value)).Select(change => (change.Key, change.Value.GetRoot(after.CancellationToken)))];

    /// <summary>Formats what was inserted, and puts it into the solution.</summary>
    public async Task<Solution> ApplyAsync(Project project, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var (before, changed) in _changed)
        {
            if (project.GetDocument(before) is { } document)
                solution = solution.WithDocumentSyntaxRoot(document.Id, await FormatAsync(document, changed, cancellationToken).ConfigureAwait(false));
        }

        return solution;
    }

    private static async Task<SyntaxNode> FormatAsync(Document document, SyntaxNode changed, CancellationToken cancellationToken)
    {
        var before = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        OptionSet options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        if (before.Lines.Count > 1)
        {
            var first = before.Lines[0];
            options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, before.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)));
        }

        // The formatter goes by the settings of the machine; a file keeps its own line ends.
        var formatted = await Formatter.FormatAsync(document.WithSyntaxRoot(changed), Formatter.Annotation, options, cancellationToken).ConfigureAwait(false);
        var root = (await formatted.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return root.ReplaceNodes(root.GetAnnotatedNodes(Formatter.Annotation), (_, current) => current.WithoutAnnotations(Formatter.Annotation));
    }

    private static bool IsSame(SyntaxTree before, SyntaxTree after) => before == after || before.GetText().ContentEquals(after.GetText());
}
