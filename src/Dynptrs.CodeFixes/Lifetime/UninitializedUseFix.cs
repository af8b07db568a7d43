using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Lifetime;

/// <summary>DYN003: makes a variable before it is used, where that is done later, or removes the use.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UninitializedUseFix)), Shared]
public sealed class UninitializedUseFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN003"];

    /// <summary>The use of what nothing has made yet.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        Steps.FindMistake(context.Root, diagnostic) is { } use
        && !Steps.Find(context.Root, diagnostic, StepLabel.Released, StepLabel.Overwritten).Any()
            ? [use]
            : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var use = places[0];
        var subject = Mistake.Read(diagnostic).Subject;
        if (new ContractCalls(context).FindMakingAfter(subject, use) is { } making
            && MakeFirst(context, use, making) is { } earlier
            && Verdict.Compare(context, use, earlier).FixesAlone(diagnostic))
        {
            yield return new Fix($"Make `{subject}` first", $"{nameof(UninitializedUseFix)}.First", earlier);
        }

        if (use.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement
            && StatementRemoval.Remove(context, statement) is { } removed
            && Verdict.Compare(context, use, removed).FixesAlone(diagnostic))
        {
            yield return new Fix($"Remove this use of `{subject}`", $"{nameof(UninitializedUseFix)}.Remove", removed);
        }
    }

    /// <summary>The code in which the statement that makes it stands before the one that uses it.</summary>
    private static FixContext? MakeFirst(FixContext context, SyntaxNode use, InvocationExpressionSyntax making)
    {
        if (StatementList.Around(use, making, out var used, out var made) is not { } list)
            return null;
        var moved = list.Statements[made];
        var statements = list.Without(made);
        statements.Insert(used, BlankLines.Take(BlankLines.Remove(moved), list.Statements[used]));
        statements[used + 1] = BlankLines.Remove(statements[used + 1]);
        return context.With(list.Replace(context.Root, statements));
    }
}
