using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>Writes calls in their other spelling, and verifies what comes of it.</summary>
internal static class RespelledCalls
{
    private const string Kind = "Dynptrs.Respelled";

    /// <summary>The code with a call respelled, or <see langword="null"/> where it would no longer mean the same.</summary>
    public static FixContext? Apply(FixContext context, HelperCall call, Respelling to) =>
        to.KeepsOrder(context.Model, call)
        && Write(context, [(call, to)], out var unbound) is { } after
        && unbound.Count == 0
        && Keeps(context, [call], after)
            ? after
            : null;

    /// <summary>The code with as many calls respelled as can be.</summary>
    /// <param name="context">The code.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="create">Makes the spelling for code.</param>
    public static FixContext ApplyAll(FixContext context, IReadOnlyList<HelperCall> calls, Func<FixContext, ISpelling> create)
    {
        var spelling = create(context);
        var open = calls.ToDictionary(
            call => call, call => new Queue<Respelling>(spelling.Find(call).Where(to => to.KeepsOrder(context.Model, call))));
        while (true)
        {
            var changes = open.Where(call => call.Value.Count > 0).Select(call => (call.Key, call.Value.Peek())).ToList();
            var after = Write(context, changes, out var unbound);
            if (unbound.Count == 0)
                return Keeps(context, changes.Select(change => change.Key), after) ? after : ApplyEach(context, calls, create);

            // What binds to something else may have a longer form.
            foreach (var call in unbound)
                open[call].Dequeue();
        }
    }

    /// <summary>One call after the other, where all at once would change the verdict.</summary>
    private static FixContext ApplyEach(FixContext context, IReadOnlyList<HelperCall> calls, Func<FixContext, ISpelling> create)
    {
        var current = context.With(context.Root.TrackNodes(calls.Select(call => call.Node)));
        foreach (var call in calls)
        {
            if (HelperCall.Read(current, current.Root.GetCurrentNode(call.Node)!) is { } now)
            {
                current = create(current).Find(now).Select(to => Apply(current, now, to)).FirstOrDefault(after => after is not null)
                    ?? current;
            }
        }

        return current;
    }

    /// <summary>The code with calls respelled, and those that call something else then.</summary>
    private static FixContext Write(
        FixContext context,
        IReadOnlyList<(HelperCall Call, Respelling To)> changes,
        out IReadOnlyList<HelperCall> unbound)
    {
        var marks = changes.ToDictionary(
            change => (SyntaxNode)change.Call.Node, change => (change.Call, change.To, Mark: new SyntaxAnnotation(Kind)));
        var root = context.Root.ReplaceNodes(marks.Keys, (original, current) =>
            marks[original].To.Apply((ExpressionSyntax)current).WithAdditionalAnnotations(marks[original].Mark));
        var after = context.With(Imports.Add(root, changes.Select(change => change.To.Import).OfType<INamedTypeSymbol>()));
        unbound =
        [
            .. marks.Values
                .Where(change => !Binds(after, after.Root.GetAnnotatedNodes(change.Mark).Single(), change.To.Target))
                .Select(change => change.Call),
        ];
        return after;
    }

    private static bool Keeps(FixContext before, IEnumerable<HelperCall> calls, FixContext after) =>
        Comments.Count(after.Root) == Comments.Count(before.Root)
        && calls
            .Select(call => before.GetType(call.Node))
            .Distinct<INamedTypeSymbol?>(SymbolEqualityComparer.Default)
            .All(type => Verdict.Compare(before, type, after).IsUnchanged);

    private static bool Binds(FixContext context, SyntaxNode node, ISymbol target) =>
        context.Model.GetSymbolInfo(node, context.CancellationToken).Symbol is { } symbol && Identify(symbol) == Identify(target);

    /// <summary>What tells a member from others, in whichever compilation.</summary>
    private static string? Identify(ISymbol member) =>
        ((member.OriginalDefinition as IMethodSymbol)?.AssociatedExtensionImplementation ?? member.OriginalDefinition)
            .GetDocumentationCommentId();
}
