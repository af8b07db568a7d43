using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>Writes calls in their other spelling, and verifies what comes of it.</summary>
internal static class RespelledCalls
{
    private const string Kind = "Dynptrs.Respelled";

    /// <summary>The code with the calls respelled, or <see langword="null"/> where one of them would no longer mean the same.</summary>
    public static FixContext? Apply(FixContext context, IReadOnlyList<(HelperCall Call, Respelling To)> changes)
    {
        if (changes.Count == 0 || changes.Any(change => !change.To.KeepsOrder(context.Model, change.Call)))
            return null;
        var marks = changes.ToDictionary(change => (SyntaxNode)change.Call.Node, change => (change.To, Mark: new SyntaxAnnotation(Kind)));
        var root = context.Root.ReplaceNodes(marks.Keys, (original, current) =>
            marks[original].To.Apply((ExpressionSyntax)current).WithAdditionalAnnotations(marks[original].Mark));
        root = Imports.Add(root, changes.Select(change => change.To.Import).OfType<INamedTypeSymbol>());
        if (Comments.Count(root) < Comments.Count(context.Root))
            return null;
        var after = context.With(root);
        return marks.Values.All(change => Binds(after, after.Root.GetAnnotatedNodes(change.Mark).Single(), change.To.Target)) && FixCheck.Keeps(context, marks.Keys, after) ? after : null;
    }

    /// <summary>The code with as many calls respelled as can be.</summary>
    /// <param name="context">The code.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="create">Makes the spelling for code.</param>
    public static FixContext? ApplyAll(FixContext context, IReadOnlyList<HelperCall> calls, System.Func<FixContext, ISpelling> create)
    {
        var spelling = create(context);
        if (Apply(context, [.. calls.Select(call => (call, spelling.Find(call).First()))]) is { } all)
            return all;

        // One of them cannot, or only in a longer form: one after the other, then.
        var current = context.With(context.Root.TrackNodes(calls.Select(call => call.Node)));
        foreach (var call in calls)
        {
            if (HelperCall.Read(current, current.Root.GetCurrentNode(call.Node)!) is { } now)
                current = create(current).Find(now).Select(to => Apply(current, [(now, to)])).FirstOrDefault(after => after is not null) ?? current;
        }

        return current;
    }

    private static bool Binds(FixContext context, SyntaxNode node, ISymbol target) =>
        context.Model.GetSymbolInfo(node, context.CancellationToken).Symbol is { } symbol && Identify(symbol) == Identify(target);

    /// <summary>What tells a member from others, in whichever compilation.</summary>
    private static string? Identify(ISymbol member) =>
        ((member.OriginalDefinition as IMethodSymbol)?.AssociatedExtensionImplementation ?? member.OriginalDefinition).GetDocumentationCommentId();
}
