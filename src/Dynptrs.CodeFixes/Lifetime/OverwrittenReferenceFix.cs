using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>DYN004: releases the reference before its last holder is overwritten, or at the end of each round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverwrittenReferenceFix)), Shared]
public sealed class OverwrittenReferenceFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN004"];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        if (Mistake.Read(diagnostic) is not { Subject: { Length: > 0 } subject, Kind: var kind }
            || places[0].FirstAncestorOrSelf<StatementSyntax>() is not { } overwriting)
        {
            yield break;
        }

        foreach (var release in new ReleaseFinder(context).Find(subject, kind, overwriting))
        {
            var editor = new StatementEditor(context);
            editor.InsertBefore(overwriting, overwriting, StatementEditor.Parse(release.Statement));
            var before = editor.GetChanged();
            if (Verdict.Compare(context, overwriting, before).FixesAlone(diagnostic))
            {
                yield return new Fix($"Release `{subject}` with `{release.Method}` before it is overwritten", Key(release.Method), before);
            }
            else if (InEachRound(context, overwriting, subject, release) is { } round
                && Verdict.Compare(context, overwriting, round).FixesAlone(diagnostic))
            {
                yield return new Fix($"Release `{subject}` with `{release.Method}` in each round", Key(release.Method), round);
            }
        }
    }

    private static string Key(string method) => $"{nameof(OverwrittenReferenceFix)}.{method}";

    /// <summary>What a loop acquires in each round is released at the end of the round; a release after the loop goes.</summary>
    private static FixContext? InEachRound(FixContext context, StatementSyntax overwriting, string subject, Release release)
    {
        var loop = overwriting.Ancestors().FirstOrDefault(node =>
            node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax);
        if (loop is not StatementSyntax statement || LoopBody(loop) is not BlockSyntax body)
            return null;
        var after = new ContractCalls(context).FindReleases(subject, context.Root)
            .Where(call => call.SpanStart > loop.Span.End)
            .Select(call => call.FirstAncestorOrSelf<StatementSyntax>())
            .FirstOrDefault(call => call?.Parent == statement.Parent);
        var changed = context.Root.TrackNodes(new SyntaxNode?[] { body, after }.OfType<SyntaxNode>());
        var current = (BlockSyntax)changed.GetCurrentNode((SyntaxNode)body)!;
        var added = SyntaxFactory.ParseStatement(release.Statement)
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        changed = changed.ReplaceNode(current, current.AddStatements(added));
        return after is null ? context.With(changed)
            : StatementRemoval.RemoveFrom(changed, changed.GetCurrentNode(after)!) is { } rest ? context.With(rest)
            : null;
    }

    private static StatementSyntax? LoopBody(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax each => each.Statement,
        WhileStatementSyntax each => each.Statement,
        DoStatementSyntax each => each.Statement,
        CommonForEachStatementSyntax each => each.Statement,
        _ => null,
    };
}
