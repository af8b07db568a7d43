using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.CodeFixes.Refactorings;

/// <summary>Offers the changes of a call that the selection is on, each verified.</summary>
public abstract class ContractRefactoringProvider : CodeRefactoringProvider
{
    private protected ContractRefactoringProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || FindCalls(root, context.Span) is not [_, ..] calls
            || await FixContext.CreateAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } code)
        {
            return;
        }

        foreach (var call in calls)
        {
            var changes = Propose(code, call).ToList();
            foreach (var change in changes)
            {
                // An editor keeps the action for a while; it need not keep a compilation with it.
                var changed = change.After.Root;
                context.RegisterRefactoring(CodeAction.Create(
                    change.Title, cancellationToken => DocumentChange.ApplyAsync(document, changed, cancellationToken), change.Key));
            }

            if (changes.Count == 0)
                continue;
            foreach (var wider in ProposeWider(code, call))
            {
                context.RegisterRefactoring(CodeAction.Create(
                    wider.Title, cancellationToken => ApplyAsync(document, wider.Change, cancellationToken), wider.Key));
            }

            return;
        }
    }

    /// <summary>The changes of a call, of which a person chooses one.</summary>
    private protected abstract IEnumerable<Fix> Propose(FixContext context, ExpressionSyntax call);

    /// <summary>Changes of more than the call, which are made when they are chosen: verifying them takes its time.</summary>
    private protected virtual IEnumerable<WiderChange> ProposeWider(FixContext context, ExpressionSyntax call) => [];

    /// <summary>The calls around a selection, the innermost first: what it lies in, up to the statement.</summary>
    private static List<ExpressionSyntax> FindCalls(SyntaxNode root, TextSpan span)
    {
        var calls = new List<ExpressionSyntax>();
        var token = root.FindToken(span.Start);

        // A caret behind a call is on it, too.
        var previous = span is { IsEmpty: true, Start: > 0 } && token.SpanStart == span.Start ? root.FindToken(span.Start - 1) : default;
        foreach (var start in new[] { token, previous })
        {
            for (var node = start.Parent;
                node is not null and not (StatementSyntax
                    or AnonymousFunctionExpressionSyntax
                    or MemberDeclarationSyntax
                    or ArrowExpressionClauseSyntax);
                node = node.Parent)
            {
                if (node is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax }
                    && node.Span.Contains(span)
                    && !calls.Contains(node))
                {
                    calls.Add((ExpressionSyntax)node);
                }
            }
        }

        return calls;
    }

    private static async Task<Document> ApplyAsync(
        Document document,
        Func<FixContext, FixContext?> change,
        CancellationToken cancellationToken) =>
        await FixContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is { } context && change(context) is { } after
            ? await DocumentChange.ApplyAsync(document, after.Root, cancellationToken).ConfigureAwait(false)
            : document;
}
