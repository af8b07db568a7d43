using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Dynptrs.CodeFixes;

/// <summary>DYN006: tests the slice before it is used, and leaves where it is null, after releasing what is held.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingNullCheckFix)), Shared]
public sealed class MissingNullCheckFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN006"];

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
            if (diagnostic.Properties.ContainsKey(FindingProperties.Elsewhere)
                || diagnostic.Properties.ContainsKey(FindingProperties.IsNull)
                || FindUse(fix, diagnostic) is not { } use
                || NullCheck.TryCreate(fix, use.Expression, use.Statement) is not { } check)
            {
                continue;
            }

            foreach (var releases in FindReleases(fix, diagnostic, use.Statement))
            {
                var held = releases.IsEmpty ? "" : $", release with '{releases[0].Method}'";
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Test '{check.Name}' for null{held} and leave",
                        cancellationToken => CheckAsync(document, fix, check, releases, cancellationToken),
                        equivalenceKey: nameof(MissingNullCheckFix) + "." + string.Join(",", releases.Select(release => release.Method))),
                    diagnostic);
            }
        }
    }

    private static (ExpressionSyntax Expression, StatementSyntax Statement)? FindUse(FixContext fix, Diagnostic diagnostic)
    {
        var node = fix.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node is ArgumentSyntax argument)
            node = argument.Expression;
        var view = node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(candidate => fix.Model.GetTypeInfo(candidate).Type is { } type && fix.Lower(type) is ViewType);
        var statement = node.AncestorsAndSelf().FirstOrDefault(candidate => candidate is StatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax) as StatementSyntax;
        return view is not null && statement is not null and not BlockSyntax ? (view, statement) : null;
    }

    /// <summary>The ways to release all that is held: one for each way to release the first, the others after its example.</summary>
    private static IEnumerable<ImmutableArray<Release>> FindReleases(FixContext fix, Diagnostic diagnostic, StatementSyntax statement)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Held, out var held) || held is null)
            return [ImmutableArray<Release>.Empty];
        var finder = new ReleaseFinder(fix);
        var choices = held.Split('\n')
            .Select(line => line.Split(':'))
            .Select(parts => finder.Find(parts[0], parts[1].Length == 0 ? null : parts[1], statement))
            .ToImmutableArray();
        if (choices.Any(choice => choice.IsEmpty))
            return [];
        return choices[0].Select(first => choices.Select(choice => choice.FirstOrDefault(release => release.Method == first.Method) ?? choice[0]).ToImmutableArray());
    }

    private static async Task<Document> CheckAsync(Document document, FixContext fix, NullCheck check, ImmutableArray<Release> releases, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        check.Insert(editor, new ExitEditor(editor, fix), releases);
        return editor.GetChangedDocument();
    }
}
