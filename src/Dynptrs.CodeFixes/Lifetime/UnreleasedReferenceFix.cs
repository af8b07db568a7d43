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

/// <summary>DYN001: releases the reference on the paths that leak it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreleasedReferenceFix)), Shared]
public sealed class UnreleasedReferenceFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN001"];

    /// <summary>The exits that leak, or what acquires where no statement can stand before one of them.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic)
    {
        if (Mistake.Read(diagnostic).IsElsewhere)
            return [];
        if (Exits.FindAll(context.Root, diagnostic) is { } exits)
            return exits;
        return Steps.Find(context.Root, diagnostic, StepLabel.Acquired).LastOrDefault()?.FirstAncestorOrSelf<StatementSyntax>()
            is { } acquiring
            && !Exits.Is(acquiring)
                ? [acquiring]
                : [];
    }

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        if (Mistake.Read(diagnostic) is not { Subject: { Length: > 0 } subject, Kind: var kind })
            yield break;
        if (BlockBody.Ensure(context, ref places) is not { } expanded)
            yield break;
        context = expanded;

        // Where the function leaves by a label that releases, that is its style.
        if (new JumpToRelease(context, diagnostic, places, subject).Find() is var (label, jumped))
            yield return new Fix($"Leave by `{label}`, where `{subject}` is released", $"{nameof(UnreleasedReferenceFix)}.Goto", jumped);
        var finder = new ReleaseFinder(context);
        var releases = places
            .Select(place => finder.Find(subject, kind, Inside(place)))
            .Aggregate((common, next) => [.. common.Where(next.Contains)]);
        foreach (var release in Exits.Is(places[0]) ? releases : [])
        {
            if (new ReleasePlacement(context, diagnostic, places, subject, release).Find() is { } after)
                yield return new Fix($"Release `{subject}` with `{release.Method}` before leaving", KeyOf(release), after);
        }

        var scoped = new ScopedRelease(context, diagnostic, Inside(places[0]), subject);
        if (scoped.WithUsing(releases) is { } used)
            yield return new Fix($"Declare `{subject}` with using", $"{nameof(UnreleasedReferenceFix)}.Using", used);
        foreach (var release in releases)
        {
            if (scoped.InFinally(release) is { } tried)
            {
                yield return new Fix(
                    $"Release `{subject}` with `{release.Method}` in a finally",
                    $"{nameof(UnreleasedReferenceFix)}.Finally.{release.Method}",
                    tried);
            }
        }
    }

    /// <summary>The code with a certain release before each exit that leaks, or <see langword="null"/> where that is not enough.</summary>
    internal static FixContext? ReleaseBeforeLeaving(FixContext context, Diagnostic leak, Release release) =>
        new UnreleasedReferenceFix().Propose(context, leak).FirstOrDefault(fix => fix.Key == KeyOf(release))?.After;

    private static string KeyOf(Release release) => $"{nameof(UnreleasedReferenceFix)}.{release.Method}";

    /// <summary>A place in the scope that is left: for the end of a block, its last statement.</summary>
    private static SyntaxNode Inside(SyntaxNode exit) => exit is BlockSyntax { Statements: [.., var last] } ? last : exit;
}
