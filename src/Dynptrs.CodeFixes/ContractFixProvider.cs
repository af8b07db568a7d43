using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.CodeFixes;

/// <summary>Offers the changes that mend a diagnostic, each verified, one by one or all at once.</summary>
public abstract class ContractFixProvider : CodeFixProvider
{
    private protected ContractFixProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (all, document, diagnostics) =>
        await FixContext.CreateAsync(document, all.CancellationToken).ConfigureAwait(false) is { } context
            ? await ApplyAsync(document, FixAll(context, diagnostics, all.CodeActionEquivalenceKey).Root, all.CancellationToken).ConfigureAwait(false)
            : document);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await FixContext.CreateAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } code)
            return;
        // `dotnet format` asks with the first diagnostic that it has, of whatever rule.
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            foreach (var fix in Propose(code, diagnostic))
            {
                // An editor keeps the action for a while; it need not keep a compilation with it.
                var changed = fix.After.Root;
                var others = fix.After.Others.ToImmutableDictionary(other => document.Project.Solution.GetDocument(other.Key)!.Id, other => other.Value.GetRoot(context.CancellationToken));
                var action = others.IsEmpty
                    ? CodeAction.Create(fix.Title, cancellationToken => ApplyAsync(document, changed, cancellationToken), fix.Key)
                    : CodeAction.Create(fix.Title, cancellationToken => ApplyAsync(document, changed, others, cancellationToken), fix.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The changes that mend a diagnostic.</summary>
    internal IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic) =>
        FindPlaces(context, diagnostic) is { IsEmpty: false } places ? Propose(context, diagnostic, places) : [];

    /// <summary>The places to change, or none where the diagnostic cannot be mended in this document.</summary>
    private protected abstract ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic);

    /// <summary>The changes, of which a person chooses one.</summary>
    private protected abstract IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places);

    /// <summary>The change to make where all diagnostics are mended at once: the one that was chosen, or the first where nobody chose.</summary>
    private protected virtual Fix? Choose(IReadOnlyList<Fix> fixes, string? key) => fixes.FirstOrDefault(fix => key is null || fix.Key == key);

    /// <summary>Mends one after the other: a name that one change takes is taken for the next, and two may meet at one exit.</summary>
    private FixContext FixAll(FixContext context, ImmutableArray<Diagnostic> diagnostics, string? key)
    {
        var targets = diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => (Diagnostic: diagnostic, Places: FindPlaces(context, diagnostic))).ToList();
        var current = context.With(context.Root.TrackNodes(targets.SelectMany(target => target.Places).Distinct()));
        foreach (var (diagnostic, places) in targets)
        {
            var now = places.Select(place => current.Root.GetCurrentNode(place)).OfType<SyntaxNode>().ToImmutableArray();
            if (now.IsEmpty || now.Length < places.Length)
                continue;
            // Documents are mended one by one, so a change of another one is not for all at once.
            if (Choose([.. Propose(current, diagnostic, now).Where(fix => fix.After.Others.IsEmpty)], key) is { } fix)
                current = fix.After.With(WithoutMarks(fix.After.Root));
        }

        return current;
    }

    private static SyntaxNode WithoutMarks(SyntaxNode root) =>
        root.ReplaceNodes(root.GetAnnotatedNodes(StatementEditor.InsertedKind), (_, current) => current.WithoutAnnotations(StatementEditor.InsertedKind));

    private static async Task<Solution> ApplyAsync(Document document, SyntaxNode changed, ImmutableDictionary<DocumentId, SyntaxNode> others, CancellationToken cancellationToken)
    {
        var solution = (await ApplyAsync(document, changed, cancellationToken).ConfigureAwait(false)).Project.Solution;
        foreach (var other in others)
            solution = (await ApplyAsync(solution.GetDocument(other.Key)!, other.Value, cancellationToken).ConfigureAwait(false)).Project.Solution;
        return solution;
    }

    private static async Task<Document> ApplyAsync(Document document, SyntaxNode changed, CancellationToken cancellationToken)
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
        return formatted.WithSyntaxRoot(root.ReplaceNodes(root.GetAnnotatedNodes(Formatter.Annotation), (_, current) => current.WithoutAnnotations(Formatter.Annotation)));
    }
}
