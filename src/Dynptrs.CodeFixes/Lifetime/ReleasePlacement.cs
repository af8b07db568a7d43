using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Leaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>
/// Finds where a release belongs. Before each exit that leaks, if every path that leaves there still holds the reference;
/// else one path has released before, and the release belongs on the way of the other: in the other branch of the
/// <see langword="if"/>, or before the jump.
/// </summary>
internal sealed class ReleasePlacement(
    FixContext context,
    Diagnostic diagnostic,
    ImmutableArray<SyntaxNode> exits,
    string subject,
    Release release)
{
    /// <summary>How many jumps are tried one by one; each is a verification.</summary>
    private const int MaxJumps = 8;

    /// <summary>The code with the releases, or <see langword="null"/> where no place for them satisfies the verifier.</summary>
    public FixContext? Find()
    {
        var direct = exits.Select(BeforeExit).ToImmutableArray();
        var (atExits, refused) = Try(direct);
        if (atExits is not null)
            return atExits;
        var late = exits.Where((_, index) => refused.Contains(index)).ToList();
        if (late.Count == 0)
            return null;
        var kept = direct.Where((_, index) => !refused.Contains(index)).ToImmutableArray();
        return TryElsewhere(kept, late.SelectMany(InOtherBranches)) ?? TryBeforeJumps(kept, [.. late.SelectMany(BeforeJumps)]);
    }

    private FixContext? TryElsewhere(
        ImmutableArray<Action<StatementEditor, StatementSyntax>> kept,
        IEnumerable<Action<StatementEditor, StatementSyntax>> others)
    {
        var insertions = kept.AddRange(others);
        if (insertions.Length == kept.Length)
            return null;
        var (after, refused) = Try(insertions);
        if (after is not null || refused.IsEmpty || refused.Count == insertions.Length)
            return after;
        return Try([.. insertions.Where((_, index) => !refused.Contains(index))]).Accepted;
    }

    /// <summary>Before all jumps, or before one: the others may lead to a release.</summary>
    private FixContext? TryBeforeJumps(
        ImmutableArray<Action<StatementEditor, StatementSyntax>> kept,
        ImmutableArray<Action<StatementEditor, StatementSyntax>> jumps) =>
        TryElsewhere(kept, jumps)
        ?? (jumps.Length > MaxJumps ? null : jumps.Select(jump => Try(kept.Add(jump)).Accepted).FirstOrDefault(after => after is not null));

    /// <summary>Inserts, and verifies the result.</summary>
    /// <returns>The result if it is accepted, and which of the insertions are not.</returns>
    private (FixContext? Accepted, ImmutableHashSet<int> Refused) Try(ImmutableArray<Action<StatementEditor, StatementSyntax>> insertions)
    {
        var editor = new StatementEditor(context);
        var marks = insertions.Select(_ => new SyntaxAnnotation(StatementEditor.InsertedKind)).ToImmutableArray();
        for (var i = 0; i < insertions.Length; i++)
            insertions[i](editor, StatementEditor.Parse(release.Statement, marks[i]));
        var after = editor.GetChanged();
        var verdict = Verdict.Compare(context, exits[0], after);
        return verdict.FixesByInsertion(diagnostic)
            ? (after, [])
            : (
                null,
                [.. Enumerable.Range(0, marks.Length).Where(index => after.Root.GetAnnotatedNodes(marks[index]).Any(verdict.Refuses))]);
    }

    private Action<StatementEditor, StatementSyntax> BeforeExit(SyntaxNode exit) => (editor, statement) =>
    {
        switch (exit)
        {
            case BlockSyntax or GlobalStatementSyntax:
                editor.InsertAfter(exit, statement);
                break;
            case ReturnStatementSyntax { Expression: { } value } leaving when !IsSettled(value):
                // What is returned may be read from what is released: it is read before.
                var name = editor.GetFreeName(exit, "result");
                editor.InsertBefore(
                    leaving,
                    leaving.WithExpression(SyntaxFactory.IdentifierName(name)),
                    StatementEditor.Parse($"var {name} = {value.WithoutTrivia()};"),
                    statement);
                break;
            case StatementSyntax leaving:
                editor.InsertBefore(leaving, leaving, statement);
                break;
        }
    };

    /// <summary>The branches beside those that release on the way to an exit.</summary>
    private IEnumerable<Action<StatementEditor, StatementSyntax>> InOtherBranches(SyntaxNode exit)
    {
        var releasing = new ContractCalls(context).FindReleases(subject, exit)
            .Select(call =>
                call.Ancestors().FirstOrDefault(node => node is ElseClauseSyntax or StatementSyntax { Parent: IfStatementSyntax }))
            .OfType<SyntaxNode>()
            .ToImmutableHashSet();
        foreach (var branch in releasing)
        {
            var conditional = (IfStatementSyntax)branch.Parent!;
            if (conditional.Span.Contains(exit.SpanStart))
                continue;
            SyntaxNode? other = branch is ElseClauseSyntax ? conditional.Statement : conditional.Else;
            if (other is null)
            {
                yield return (editor, statement) => editor.AddElse(conditional, statement);
            }
            else if (!releasing.Contains(other))
            {
                yield return (editor, statement) =>
                    editor.InsertAfter(other is ElseClauseSyntax { Statement: var otherwise } ? otherwise : other, statement);
            }
        }
    }

    /// <summary>The jumps between the acquisition and an exit.</summary>
    private IEnumerable<Action<StatementEditor, StatementSyntax>> BeforeJumps(SyntaxNode exit)
    {
        if (new ContractCalls(context).FindAcquisition(subject, exit) is not { } acquisition
            || acquisition.FirstAncestorOrSelf<BlockSyntax>() is not { } scope)
        {
            yield break;
        }

        foreach (var jump in scope.DescendantNodes().OfType<StatementSyntax>())
        {
            if (jump is GotoStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax
                && jump.SpanStart > acquisition.SpanStart
                && jump.Span.End <= exit.SpanStart)
            {
                yield return (editor, statement) => editor.InsertBefore(jump, jump, statement);
            }
        }
    }

    /// <summary>Whether an expression reads nothing that a release could end: a constant, or a local number.</summary>
    private bool IsSettled(ExpressionSyntax value) =>
        context.Model.GetConstantValue(value).HasValue
        || value is LiteralExpressionSyntax
        || context.Model.GetSymbolInfo(value).Symbol
            is ILocalSymbol { IsRef: false, Type.IsRefLikeType: false } or IParameterSymbol { Type.IsRefLikeType: false };
}
