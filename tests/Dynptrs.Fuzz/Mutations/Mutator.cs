using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Fuzz.Sources;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Fuzz.Mutations;

/// <summary>Makes the mutant of a seed and a number, always the same.</summary>
internal static class Mutator
{
    private static readonly ImmutableArray<Mutation> All =
        [.. TokenMutations.All, .. ExpressionMutations.All, .. StatementMutations.All, .. DeclarationMutations.All];

    /// <summary>How many mutants in a row are of one file: an editor has its project open for a while, too.</summary>
    private const int OfOneFile = 16;

    public static (SourceFile File, Mutant Mutant) Make(SourceFiles files, int seed, int number)
    {
        var file = files.Pick(RandomOf(seed, -1 - (number / OfOneFile)));
        var random = RandomOf(seed, number);
        var (text, how) = (file.Text, new List<string>());
        for (var left = 1 + Math.Min(random.Next(3), random.Next(3)); left > 0;)
        {
            var mutation = All[random.Next(All.Length)];
            if (mutation.Apply(CSharpSyntaxTree.ParseText(text).GetRoot(), random) is not { } changed)
                continue;
            text = changed;
            how.Add(mutation.Name);
            left--;
        }

        return (file, new Mutant(text, string.Join(", ", how)));
    }

    private static Random RandomOf(int seed, int number) => new(unchecked((seed * 1_000_003) ^ (number * 7919)));
}
