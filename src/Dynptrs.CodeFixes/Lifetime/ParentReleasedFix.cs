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
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>DYN013: releases the parent after the child, or the child before the parent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParentReleasedFix)), Shared]
public sealed class ParentReleasedFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN013"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        Mistake.Read(diagnostic).Holder is { Length: > 0 } && Steps.FindMistake(context.Root, diagnostic) is { } place ? [place] : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var place = places[0];
        if (Mistake.Read(diagnostic) is not { Holder: { } child, Subject: var parent, Kind: var kind }
            || place.FirstAncestorOrSelf<StatementSyntax>() is not { } release)
        {
            yield break;
        }

        var moved = new ContractCalls(context).FindReleases(child, context.Root)
            .Where(call => call.SpanStart > place.SpanStart)
            .SelectMany(call => new StatementMove(context, place, call).Find(child))
            .FirstOrDefault(after => Verdict.Compare(context, place, after).FixesAlone(diagnostic));
        if (moved is not null)
        {
            yield return new Fix($"Release `{parent}` after `{child}`", $"{nameof(ParentReleasedFix)}.Move", moved);
            yield break;
        }

        foreach (var first in new ReleaseFinder(context).Find(child, kind, release))
        {
            var editor = new StatementEditor(context);
            editor.InsertBefore(release, release, StatementEditor.Parse(first.Statement));
            var after = editor.GetChanged();
            if (Verdict.Compare(context, place, after).FixesAlone(diagnostic))
            {
                yield return new Fix(
                    $"Release `{child}` with `{first.Method}` first", $"{nameof(ParentReleasedFix)}.{first.Method}", after);
            }
        }
    }
}
