using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Makes a program that fails as small as it fails.</summary>
internal static class Shrinker
{
    public static ImmutableArray<Statement> Shrink(ImmutableArray<Statement> program, Func<ImmutableArray<Statement>, bool> fails)
    {
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var candidate in Smaller(program))
            {
                if (!fails(candidate))
                    continue;
                (program, isSmaller) = (candidate, true);
                break;
            }
        }

        return program;
    }

    private static IEnumerable<ImmutableArray<Statement>> Smaller(ImmutableArray<Statement> statements)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            yield return statements.RemoveAt(i);
            foreach (var replacement in Smaller(statements[i]))
                yield return statements.RemoveAt(i).InsertRange(i, replacement);
        }
    }

    private static IEnumerable<ImmutableArray<Statement>> Smaller(Statement statement)
    {
        for (var i = 0; i < statement.Bodies.Length; i++)
        {
            // What a function does means something else outside of it.
            if (statement is Statement.If or Statement.Repeat or Statement.While)
                yield return statement.Bodies[i];
            foreach (var body in Smaller(statement.Bodies[i]))
                yield return [statement.With(statement.Bodies.SetItem(i, body))];
        }
    }
}
