using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>Makes a changed document of changed code: what was inserted is formatted, as the file is.</summary>
internal static class DocumentChange
{
    /// <summary>The document with other code.</summary>
    public static async Task<Document> ApplyAsync(Document document, SyntaxNode changed, CancellationToken cancellationToken)
    {
        var before = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        OptionSet options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        if (before.Lines.Count > 1)
        {
            var first = before.Lines[0];
            options = options.WithChangedOption(
                FormattingOptions.NewLine,
                LanguageNames.CSharp,
                before.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)));
        }

        // The formatter goes by the settings of the machine; a file keeps its own line ends.
        var formatted = await Formatter.FormatAsync(document.WithSyntaxRoot(changed), Formatter.Annotation, options, cancellationToken)
            .ConfigureAwait(false);
        var root = (await formatted.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return formatted.WithSyntaxRoot(root.ReplaceNodes(
            root.GetAnnotatedNodes(Formatter.Annotation), (_, current) => current.WithoutAnnotations(Formatter.Annotation)));
    }
}
