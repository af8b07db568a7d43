using System;
using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>
/// How many branches of a path are left with another way that waits: no run shows them, so they are counted in the text. The kernel
/// follows one path to its end first, and allows only so many.
/// </summary>
internal static class Branching
{
    /// <summary>
    /// The most that one nest of loops has at least: each round tests what a helper has just answered. Only what every run gets to counts.
    /// </summary>
    public static long CountInLoops(ImmutableArray<Statement> statements) => statements
        .TakeWhile(statement => !Leaves([statement]))
        .Select(statement => statement switch
        {
            Statement.Repeat loop => Count(loop),
            Statement.Call call => CountInLoops(call.Body),
            _ => 0,
        })
        .DefaultIfEmpty(0)
        .Max();

    private static long Count(Statement.Repeat loop) =>
        loop.Times is { Number: < 0, IsLoadTime: false, Constant: var rounds } && !Leaves(loop.Body)
            ? Math.Max(rounds, 0) * Math.Max(CountTests(loop.Body), CountInLoops(loop.Body))
            : 0;

    /// <summary>
    /// How often a number is tested right behind the call that gave it, whatever way is taken. The last number lies in a struct, where the
    /// verifier does not look for it.
    /// </summary>
    private static int CountTests(ImmutableArray<Statement> statements) => Enumerable.Range(1, Math.Max(statements.Length - 1, 0))
        .Count(i => statements[i - 1] is Statement.Ask { IsBounded: false, Number: var asked }
            && statements[i] is Statement.If { Condition: Condition.Compare { Left: var tested, Right.Number: < 0 } }
            && asked == tested
            && asked != ProgramShape.Numbers - 1);

    private static bool Leaves(ImmutableArray<Statement> statements) =>
        statements.Any(statement => statement is Statement.Break or Statement.Leave || statement.Bodies.Any(Leaves));
}
