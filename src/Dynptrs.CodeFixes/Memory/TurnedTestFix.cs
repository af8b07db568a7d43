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

namespace Dynptrs.CodeFixes.Memory;

/// <summary>DYN006: turns the test around after which a slice is used where it is null, or removes that use.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TurnedTestFix)), Shared]
public sealed class TurnedTestFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN006"];

    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        Mistake.Read(diagnostic).IsNull && Steps.FindMistake(context.Root, diagnostic) is { } use ? [use] : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var use = places[0];
        foreach (var conditional in use.Ancestors()
            .TakeWhile(node => node is not MemberDeclarationSyntax or GlobalStatementSyntax)
            .OfType<IfStatementSyntax>())
        {
            var after = context.With(context.Root.ReplaceNode(
                conditional.Condition, Conditions.Negate(conditional.Condition).WithTriviaFrom(conditional.Condition)));
            if (!conditional.Condition.Span.Contains(use.Span) && Verdict.Compare(context, use, after).FixesAlone(diagnostic))
            {
                yield return new Fix($"Turn the test `{conditional.Condition}` around", $"{nameof(TurnedTestFix)}.Turn", after);
                break;
            }
        }

        if (use.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement
            && StatementRemoval.Remove(context, statement) is { } removed
            && Verdict.Compare(context, use, removed).FixesAlone(diagnostic))
        {
            yield return new Fix("Remove what is done where it is null", $"{nameof(TurnedTestFix)}.Remove", removed);
        }
    }
}
