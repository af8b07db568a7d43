using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Interpreter;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Runs a program again and again, with other results of its helpers each time.</summary>
internal static class Runs
{
    private const int RandomChoices = 64;

    /// <summary>The numbers at which the program decides anything, their neighbours, and the extremes.</summary>
    public static ImmutableArray<long> FindNumbers(ImmutableArray<Statement> program)
    {
        var numbers = new SortedSet<long> { 0, 1, 8, 16, -1, int.MaxValue, int.MinValue, uint.MaxValue };
        foreach (var constant in Constants(program))
        {
            for (var i = -1; i <= 1; i++)
                numbers.Add(constant + i);
        }

        return [.. numbers];
    }

    /// <summary>The first misbehaviour in some runs with random choices, or <see langword="null"/>.</summary>
    public static MisbehaviourException? FindMisbehaviour(
        Function function,
        ImmutableArray<long> numbers,
        bool hasContent,
        int seed,
        int count)
    {
        var random = new Random(seed);
        var known = new KnownRuns();
        for (var i = 0; i < count; i++)
        {
            var choices = Enumerable.Range(0, RandomChoices).Select(_ => random.Next(1 << 20)).ToArray();
            if (known.Contains(choices))
                continue;
            var environment = new ChoiceEnvironment(choices, numbers, hasContent);
            if (Run(function, environment) is { } misbehaviour)
                return misbehaviour;
            known.Add(choices, environment.Counts);

            // Without choices all runs are one.
            if (environment.Counts.Count == 0)
                return null;
        }

        return null;
    }

    /// <summary>Makes every sequence of choices, up to a limit.</summary>
    /// <returns>The first misbehaviour, or <see cref="Outcome.Unknown"/> where not all were made, or one ended without a verdict.</returns>
    public static Outcome Enumerate(Function function, ImmutableArray<long> numbers, bool hasContent, int limit)
    {
        var choices = new List<int>();
        var outcome = Outcome.Right;
        for (var i = 0; i < limit; i++)
        {
            var environment = new ChoiceEnvironment(choices, numbers, hasContent);
            try
            {
                Machine.Run(function, [], environment);
            }
            catch (MisbehaviourException)
            {
                return Outcome.Wrong;
            }
            catch (EndOfRunException)
            {
                outcome = Outcome.Unknown;
            }

            while (choices.Count < environment.Counts.Count)
                choices.Add(0);
            choices.RemoveRange(environment.Counts.Count, choices.Count - environment.Counts.Count);
            while (choices.Count > 0 && choices[^1] == environment.Counts[choices.Count - 1] - 1)
                choices.RemoveAt(choices.Count - 1);
            if (choices.Count == 0)
                return outcome;
            choices[^1]++;
        }

        return Outcome.Unknown;
    }

    private static MisbehaviourException? Run(Function function, ChoiceEnvironment environment)
    {
        try
        {
            Machine.Run(function, [], environment);
        }
        catch (MisbehaviourException misbehaviour)
        {
            return misbehaviour;
        }
        catch (EndOfRunException)
        {
            // C# throws: BPF has no such run.
        }

        return null;
    }

    private static IEnumerable<long> Constants(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
        {
            if (statement is Statement.Set(_, var value))
                yield return value;
            if (ConditionOf(statement) is Condition.Bits(_, var mask))
                yield return mask;
            foreach (var size in Sizes(statement))
            {
                yield return size.Constant;
                if (size.IsLoadTime)
                    yield return size.At(isHalved: true);
            }

            foreach (var constant in statement.Bodies.SelectMany(body => Constants(body)))
                yield return constant;
        }
    }

    /// <summary>The constants, or numbers, that a statement itself names.</summary>
    public static IEnumerable<Size> Sizes(Statement statement) => statement switch
    {
        Statement.View view => [view.Size],
        Statement.Compute compute => [compute.Right],
        Statement.Part { Count: { } count } part => [part.Offset, count],
        Statement.Part part => [part.Offset],
        Statement.Give give => [give.Count],
        Statement.GiveSome give => [give.Count],
        Statement.TakeRef { Index: { } index } => [index],
        Statement.MoveRef move => [move.Distance],
        Statement.ComputeAddress compute => [compute.Right],
        Statement.StoreAlias store => [store.Value],
        Statement.Repeat loop => [loop.Times],
        Statement.While loop => [loop.Bound],
        _ when ConditionOf(statement) is Condition.Compare { Right: var right } => [right],
        _ => [],
    };

    private static Condition? ConditionOf(Statement statement) => statement switch
    {
        Statement.If branch => branch.Condition,
        Statement.Remember remember => remember.Condition,
        _ => null,
    };
}
