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

/// <summary>DYN002: removes a release of what is not held, leaves after the release before it, or releases once after the loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepeatedReleaseFix)), Shared]
public sealed class RepeatedReleaseFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN002"];

    /// <summary>The release, and the one before it where there is one.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic)
    {
        if (Steps.FindMistake(context.Root, diagnostic) is not { } release)
            return [];
        return Steps.Find(context.Root, diagnostic, StepLabel.Released).LastOrDefault() is { } earlier ? [release, earlier] : [release];
    }

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        if (places[0].FirstAncestorOrSelf<StatementSyntax>()
            is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } release)
        {
            yield break;
        }

        var subject = Mistake.Read(diagnostic).Subject;
        if (Accept(StatementRemoval.Remove(context, release)) is { } removed)
            yield return new Fix($"Remove this release of `{subject}`", $"{nameof(RepeatedReleaseFix)}.Remove", removed);
        if (Accept(AfterLoop(context, release)) is { } later)
            yield return new Fix($"Release `{subject}` once, after the loop", $"{nameof(RepeatedReleaseFix)}.AfterLoop", later);
        if (places.Length > 1
            && places[1].FirstAncestorOrSelf<StatementSyntax>() is { } earlier
            && earlier != release
            && EarlyExit.Describe(context, earlier) is { } exit
            && Accept(LeaveAfter(context, earlier, exit)) is { } left)
        {
            yield return new Fix("Leave after the release before", $"{nameof(RepeatedReleaseFix)}.Leave", left);
        }

        FixContext? Accept(FixContext? after) =>
            after is not null && Verdict.Compare(context, release, after).FixesAlone(diagnostic) ? after : null;
    }

    private static FixContext? LeaveAfter(FixContext context, StatementSyntax release, string exit)
    {
        // At the end of a method it would say nothing.
        if (release.Parent is MethodDeclarationSyntax
            || !release.Ancestors().Any(node => node is IfStatementSyntax or SwitchSectionSyntax or ElseClauseSyntax))
        {
            return null;
        }

        var leave = StatementEditor.Parse(exit);
        if (StatementList.Of(release) is { } list)
            return context.With(list.Replace(context.Root, list.Statements.Insert(list.Statements.IndexOf(release) + 1, leave)));
        var editor = new StatementEditor(context);
        editor.InsertAfter(release, leave);
        return editor.GetChanged();
    }

    private static FixContext? AfterLoop(FixContext context, ExpressionStatementSyntax release)
    {
        var loop = release.Ancestors().TakeWhile(node => node is StatementSyntax).OfType<StatementSyntax>()
            .FirstOrDefault(node =>
                node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax);
        if (loop is null || StatementList.Of(loop) is not { } list)
            return null;
        var index = list.Statements.IndexOf(loop);
        var moved = release.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithAdditionalAnnotations(Formatter.Annotation);

        // A loop that did nothing else would do nothing now.
        if (release.Parent == loop || release.Parent is BlockSyntax { Statements.Count: 1 } body && body.Parent == loop)
        {
            return context.With(list.Replace(context.Root, list.Statements.SetItem(
                index, moved.WithLeadingTrivia(loop.GetLeadingTrivia()).WithTrailingTrivia(loop.GetTrailingTrivia()))));
        }

        return StatementRemoval.RemoveFrom(loop, release) is { } rest
            ? context.With(list.Replace(context.Root, list.Statements.SetItem(index, rest).Insert(index + 1, moved)))
            : null;
    }
}
