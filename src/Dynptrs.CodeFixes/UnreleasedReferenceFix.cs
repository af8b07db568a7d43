using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Dynptrs.CodeFixes;

/// <summary>DYN001: releases the reference on the paths that leak it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreleasedReferenceFix)), Shared]
public sealed class UnreleasedReferenceFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (FixContext.Create(model, root) is not { } fix)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (FindExits(diagnostic, fix.Root) is not { Length: > 0 } exits || diagnostic.Properties[FindingProperties.Subject] is not { Length: > 0 } subject)
                continue;
            diagnostic.Properties.TryGetValue(FindingProperties.Kind, out var kind);
            foreach (var release in FindReleases(fix, subject, kind, exits))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Release '{subject}' with '{release.Method}' before leaving",
                        cancellationToken => ReleaseAsync(document, fix, exits, release, cancellationToken),
                        equivalenceKey: nameof(UnreleasedReferenceFix) + "." + release.Method),
                    diagnostic);
            }
        }
    }

    /// <summary>The exits that leak, or nothing where one of them is out of reach: in another file, or the body of an expression.</summary>
    private static ImmutableArray<SyntaxNode> FindExits(Diagnostic diagnostic, SyntaxNode root)
    {
        if (diagnostic.Properties.ContainsKey(FindingProperties.Elsewhere) || diagnostic.Properties[FindingProperties.Labels] is not { } labels)
            return [];
        var exits = new List<SyntaxNode>();
        foreach (var (label, location) in labels.Split('\n').Zip(diagnostic.AdditionalLocations, (label, location) => (label, location)))
        {
            if (label != StepLabel.Leaves)
                continue;
            if (location.SourceTree != root.SyntaxTree || ExitEditor.Find(root, location) is not { } exit)
                return [];
            exits.Add(exit);
        }

        return [.. exits.Distinct()];
    }

    private static IEnumerable<Release> FindReleases(FixContext fix, string subject, string? kind, ImmutableArray<SyntaxNode> exits)
    {
        var finder = new ReleaseFinder(fix);
        return exits.Select(exit => finder.Find(subject, kind, Inside(exit))).Aggregate((common, next) => [.. common.Where(next.Contains)]);
    }

    /// <summary>A place in the scope that is left: for the end of a block, its last statement.</summary>
    private static SyntaxNode Inside(SyntaxNode exit) =>
        exit is Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax { Statements: [.., var last] } ? last : exit;

    private static async Task<Document> ReleaseAsync(Document document, FixContext fix, ImmutableArray<SyntaxNode> exits, Release release, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var exitEditor = new ExitEditor(editor, fix);
        foreach (var exit in exits)
            exitEditor.Insert(exit, release.Statement);
        return editor.GetChangedDocument();
    }
}
