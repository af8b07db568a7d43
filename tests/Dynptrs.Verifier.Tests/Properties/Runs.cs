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
    public static MisbehaviourException? FindMisbehaviour(Function function, ImmutableArray<long> numbers, int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var choices = Enumerable.Range(0, RandomChoices).Select(_ => random.Next(1 << 20)).ToArray();
            if (Run(function, new ChoiceEnvironment(choices, numbers)) is { } misbehaviour)
                return misbehaviour;
        }

        return null;
    }

    /// <summary>Makes every sequence of choices, up to a limit.</summary>
    /// <returns>The first misbehaviour, or <see cref="Outcome.Unknown"/> where not all were made, or one ended without a verdict.</returns>
    public static Outcome Enumerate(Function function, ImmutableArray<long> numbers, int limit)
    {
        var choices = new List<int>();
        var outcome = Outcome.Right;
        for (var i = 0; i < limit; i++)
        {
            var environment = new ChoiceEnvironment(choices, numbers);
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
            // C# throws, or the run takes long: BPF has no such run.
        }

        return null;
    }

    private static IEnumerable<long> Constants(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case Statement.Set(_, var value):
                    yield return value;
                    break;
                case Statement.View { Size: { Number: < 0, Constant: var size } }:
                    yield return size;
                    break;
                case Statement.Compute { Right: { Number: < 0, Constant: var right } }:
                    yield return right;
                    break;
                case Statement.Part { Offset: var offset, Count: var length }:
                    yield return offset.Constant;
                    yield return length?.Constant ?? 0;
                    break;
                case Statement.Give { Count.Constant: var given }:
                    yield return given;
                    break;
                case Statement.If { Condition: var condition }:
                    yield return Constant(condition);
                    break;
                case Statement.Remember(_, var condition):
                    yield return Constant(condition);
                    break;
            }

            foreach (var constant in statement.Bodies.SelectMany(body => Constants(body)))
                yield return constant;
        }
    }

    private static long Constant(Condition condition) => condition switch
    {
        Condition.Compare { Right.Constant: var bound } => bound,
        Condition.Bits(_, var mask) => mask,
        _ => 0,
    };
}
