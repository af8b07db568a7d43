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

/// <summary>
/// DYN007, DYN008, DYN012: where an index or a length may be too high, ends the loop that counts it, leaves after releasing what is
/// held, or masks it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccessGuardFix)), Shared]
public sealed class AccessGuardFix : ContractFixProvider
{
    private const string Loop = nameof(AccessGuardFix) + ".Loop";
    private const string Mask = nameof(AccessGuardFix) + ".Mask";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DYN007", "DYN008", "DYN012"];

    /// <summary>The number that may be too high.</summary>
    private protected override ImmutableArray<SyntaxNode> FindPlaces(FixContext context, Diagnostic diagnostic) =>
        Mistake.Read(diagnostic) is { IsElsewhere: false, Room: not null }
        && VaryingNumber.Find(context, diagnostic) is { } number
            ? [number]
            : [];

    private protected override IEnumerable<Fix> Propose(FixContext context, Diagnostic diagnostic, ImmutableArray<SyntaxNode> places)
    {
        var expression = (ExpressionSyntax)places[0];
        if (BlockBody.Ensure(context, ref expression) is not { } expanded)
            yield break;
        context = expanded;
        if (expression.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || BoundedNumber.TryCreate(context, expression, Mistake.Read(diagnostic).Room!.Value) is not { } number)
        {
            yield break;
        }

        var loop = CountingLoop.Find(context, number);
        if (loop is not null)
        {
            // A counter that runs too far is fixed where it counts; leaving in the middle of the loop would hide that.
            foreach (var (condition, after) in loop.Bound(number))
            {
                if (Verdict.Compare(context, statement, after).FixesByInsertion(diagnostic))
                {
                    yield return new Fix($"Loop while `{condition}`", Loop, after);
                    yield break;
                }
            }
        }

        foreach (var guard in FindGuards(context, diagnostic, number, statement))
            yield return guard;
        if (loop is null
            && NumberMask.Apply(context, number) is var (mask, masked)
            && Verdict.Compare(context, statement, masked).FixesByInsertion(diagnostic))
        {
            yield return new Fix($"Mask `{expression.WithoutTrivia()}` with {mask}", Mask, masked);
        }
    }

    /// <summary>Where another number is used something else may be held, or nothing: a bound is wanted there all the same.</summary>
    private protected override Fix? Choose(IReadOnlyList<Fix> fixes, string? key) => base.Choose(fixes, key) ?? fixes.FirstOrDefault();

    private static IEnumerable<Fix> FindGuards(FixContext context, Diagnostic diagnostic, BoundedNumber number, StatementSyntax statement)
    {
        var keys = new HashSet<string>();
        (Guard Exit, string Condition, FixContext After)? found = null;
        foreach (var way in LeaveWay.Find(context, diagnostic, statement))
        {
            if (keys.Contains(way.Key))
                continue;
            if (found is not null)
                found = found.Value with { After = found.Value.Exit.Insert(_ => found.Value.Condition, way) };
            var isRight = found is null
                ? (found = FindGuard(context, diagnostic, number, statement, way)) is not null
                : Verdict.Compare(context, statement, found.Value.After).FixesByInsertion(diagnostic);
            if (isRight && keys.Add(way.Key))
                yield return new Fix(way.Describe($"`{found!.Value.Condition}`"), $"{nameof(AccessGuardFix)}.{way.Key}", found.Value.After);
        }
    }

    /// <summary>The first test that the verifier follows: of the variable, or of the number, taken out before its statement.</summary>
    private static (Guard Exit, string Condition, FixContext After)? FindGuard(
        FixContext context,
        Diagnostic diagnostic,
        BoundedNumber number,
        StatementSyntax statement,
        LeaveWay way)
    {
        var expression = number.Expression;
        var variable = NumberMask.WithoutCasts(context, expression);
        foreach (var (tested, keepsVariable) in new[] { (variable, true), (expression, false) })
        {
            if (context.Model.GetTypeInfo(tested).Type is not { } type
                || Guard.TryCreate(context, tested, statement, number.IsIndex ? "index" : "length", keepsVariable) is not { } exit)
            {
                continue;
            }

            foreach (var index in Enumerable.Range(0, number.GetConditions("", type).Count()))
            {
                var condition = "";
                var after = exit.Insert(name => condition = number.GetConditions(name, type).ElementAt(index), way);
                if (Verdict.Compare(context, statement, after).FixesByInsertion(diagnostic))
                    return (exit, condition, after);
            }
        }

        return null;
    }
}
