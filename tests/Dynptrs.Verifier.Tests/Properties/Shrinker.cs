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
        switch (statement)
        {
            case Statement.If branch:
                yield return branch.Then;
                yield return branch.Else;
                foreach (var then in Smaller(branch.Then))
                    yield return [branch with { Then = then }];
                foreach (var otherwise in Smaller(branch.Else))
                    yield return [branch with { Else = otherwise }];
                break;
            case Statement.Repeat loop:
                yield return loop.Body;
                foreach (var body in Smaller(loop.Body))
                    yield return [loop with { Body = body }];
                break;
            case Statement.Callback callback:
                foreach (var body in Smaller(callback.Body))
                    yield return [callback with { Body = body }];
                break;
            case Statement.Call call:
                foreach (var body in Smaller(call.Body))
                    yield return [call with { Body = body }];
                break;
        }
    }
}
