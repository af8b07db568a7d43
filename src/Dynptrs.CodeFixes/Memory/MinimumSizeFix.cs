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

namespace Dynptrs.CodeFixes.Memory;

/// <summary>DYN012: leaves, after releasing what is held, where a length is less than a call asks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MinimumSizeFix)), Shared]
public sealed class MinimumSizeFix : ContractFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN012"];

    /// <summary>The number that may be too low.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        Mistake.Read(diagnostic) is { IsElsewhere: false, Minimum: not null }
        && (VaryingNumber.Find(context, diagnostic) ?? Steps.FindMistake(context.Root, diagnostic)) is ExpressionSyntax number
            ? [number]
            : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var number = (ExpressionSyntax)places[0];
        if (BlockBody.Ensure(context, ref number) is not { } expanded)
            yield break;
        context = expanded;
        var minimum = Mistake.Read(diagnostic).Minimum!.Value;
        if (number.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || MinimumNumber.TryCreate(context, number, minimum) is not { } least)
        {
            yield break;
        }

        foreach (var (tested, keepsVariable) in new[] { (NumberMask.WithoutCasts(context, number), true), (number, false) })
        {
            if (Guard.TryCreate(context, tested, statement, least.IsSpan ? "part" : "length", keepsVariable) is not { } guard)
                continue;
            var condition = "";
            var isFixed = false;
            foreach (var (way, after) in LeaveWay.FindRight(context, diagnostic, statement, Test))
            {
                isFixed = true;
                yield return new Fix(way.Describe($"`{condition}`"), $"{nameof(MinimumSizeFix)}.{way.Key}", after);
            }

            if (isFixed)
                yield break;

            FixContext? Test(LeaveWay way) =>
                guard.Insert(name => condition = least.GetCondition(name), way) is var after
                && Verdict.Compare(context, statement, after).FixesByInsertion(diagnostic)
                    ? after
                    : null;
        }
    }

    /// <summary>Where another length is used something else may be held, or nothing: the test is wanted there all the same.</summary>
    private protected override Fix? Choose(IReadOnlyList<Fix> fixes, string? key) => base.Choose(fixes, key) ?? fixes.FirstOrDefault();
}
