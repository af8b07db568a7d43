using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dynptrs.CodeFixes.Fixing;

/// <summary>Offers the changes that fix a diagnostic, each verified, one by one or all at once.</summary>
public abstract class ContractFixProvider : CodeFixProvider
{
    private protected ContractFixProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new ContractFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixContext.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } code)
            return;
        // `dotnet format` asks with the first diagnostic that it has, of whatever rule.
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            foreach (var fix in Propose(code, diagnostic))
            {
                // An editor keeps the action for a while; it need not keep a compilation with it.
                var edit = new FixEdit(fix.After);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        fix.Title, cancellationToken => edit.ApplyAsync(context.Document.Project, cancellationToken), fix.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The changes that fix a diagnostic.</summary>
    internal IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic) =>
        FindPlaces(context, diagnostic) is { IsEmpty: false } places ? Propose(context, diagnostic, places) : [];

    /// <summary>The places to change, or none where the diagnostic cannot be fixed in this document: where the mistake is.</summary>
    private protected virtual ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        FindMistake<SyntaxNode>(context, diagnostic);

    /// <summary>The innermost node of a kind around the mistake.</summary>
    private protected static ImmutableArray<SyntaxNode> FindMistake<TNode>(FixContext context, Diagnostic diagnostic)
        where TNode : SyntaxNode =>
        Steps.FindMistake(context.Root, diagnostic)?.FirstAncestorOrSelf<TNode>() is { } place ? [place] : [];

    /// <summary>The changes, of which a person chooses one.</summary>
    private protected abstract IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places);

    /// <summary>
    /// The change to make where all diagnostics are fixed at once: the one that was chosen, or the first where nobody chose.
    /// </summary>
    private protected virtual Fix? Choose(IReadOnlyList<Fix> fixes, string? key) =>
        fixes.FirstOrDefault(fix => key is null || fix.Key == key);

    /// <summary>Fixes one after the other: a name that one change takes is taken for the next, and two may meet at one exit.</summary>
    /// <param name="context">The code.</param>
    /// <param name="diagnostics">What to fix, of one project.</param>
    /// <param name="key">The kind of change that a person has chosen.</param>
    internal FixContext ProposeAll(FixContext context, IEnumerable<Diagnostic> diagnostics, string? key)
    {
        // What one change makes of another document must not lose the places there, so all are found before the first.
        var targets = new List<(SyntaxTree Document, Diagnostic Diagnostic, ImmutableArray<SyntaxNode> Places)>();
        foreach (var document in diagnostics
            .GroupBy(diagnostic => diagnostic.Location.SourceTree!)
            .OrderBy(document => document.Key.FilePath, StringComparer.Ordinal))
        {
            context = context.At(document.Key);
            var found = document
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => (document.Key, diagnostic, FindPlaces(context, diagnostic)))
                .ToList();
            context = context.With(context.Root.TrackNodes(found.SelectMany(target => target.Item3).Distinct()));
            targets.AddRange(found);
        }

        foreach (var (document, diagnostic, places) in targets)
        {
            context = context.At(document);
            var now = places.Select(place => context.Root.GetCurrentNode(place)).OfType<SyntaxNode>().ToImmutableArray();
            if (!now.IsEmpty && now.Length == places.Length && Choose([.. Propose(context, diagnostic, now)], key) is { } fix)
                context = fix.After.With(WithoutMarks(fix.After.Root));
        }

        return context;
    }

    private static SyntaxNode WithoutMarks(SyntaxNode root) =>
        root.ReplaceNodes(
            root.GetAnnotatedNodes(StatementEditor.InsertedKind), (_, current) => current.WithoutAnnotations(StatementEditor.InsertedKind));
}
