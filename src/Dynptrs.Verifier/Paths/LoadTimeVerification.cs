using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Paths;

/// <summary>
/// Verifies a function for each way in which the variables may be set that it reads and that host code sets before it is loaded. One that
/// has too many numbers for that is an unknown, the same wherever it is read.
/// </summary>
internal sealed class LoadTimeVerification(Function entry, VerifierOptions options, CancellationToken cancellationToken)
{
    /// <summary>Verifies the function.</summary>
    /// <param name="met">The variables that it is known to read.</param>
    public VerificationResult Run(IReadOnlyList<GlobalVariable> met)
    {
        var variables = met.ToList();
        while (true)
        {
            var loadings = Loadings(variables);
            var results = new List<VerificationResult>();
            foreach (var loading in loadings)
            {
                results.Add(ProgramVerification.Run(entry, options with { Loading = loading }, cancellationToken));
                if (loading.Met.Count > 0)
                    break;
            }

            if (loadings.All(loading => loading.Met.Count == 0))
                return Merge(loadings, results, [.. variables]);
            // What was refused before may have hidden that others are read, too.
            variables.AddRange(loadings.SelectMany(loading => loading.Met));
        }
    }

    /// <summary>The ways in which the variables may be set.</summary>
    private ImmutableArray<Loading> Loadings(List<GlobalVariable> variables)
    {
        var left = options.MaxLoadings;
        var ways = ImmutableArray.Create(ImmutableArray<LoadedNumber>.Empty);
        var unknowns = ImmutableArray.CreateBuilder<GlobalVariable>();
        foreach (var variable in variables.OrderBy(CountOf))
        {
            var numbers = variable.LoadTime!.List(left);
            if (numbers.IsEmpty)
            {
                unknowns.Add(variable);
                continue;
            }

            left /= numbers.Length;
            ways = [.. ways.SelectMany(way => numbers.Select(number => way.Add(new LoadedNumber(variable, number))))];
        }

        return ImmutableArray.CreateRange(ways, way => new Loading(way, unknowns.ToImmutable()));
    }

    /// <summary>How many numbers a variable may be set to, for those that are few.</summary>
    private int CountOf(GlobalVariable variable) =>
        variable.LoadTime!.List(options.MaxLoadings) is { IsEmpty: false } numbers ? numbers.Length : int.MaxValue;

    /// <summary>What is wrong in any of the ways, each mistake once; or what is suggested in each of them.</summary>
    private static VerificationResult Merge(
        ImmutableArray<Loading> loadings,
        List<VerificationResult> results,
        ImmutableArray<GlobalVariable> variables)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var mistake in Group(loadings, results, result => result.Findings))
        {
            var (loading, finding) = mistake.First();
            var deciding = Deciding([.. mistake.Select(made => made.Loading.Numbers)], loadings);
            var loaded = loading.Numbers.RemoveAll(number => !deciding.Contains(number.Variable));
            findings.Add(At(finding, loaded) with { LoadTimeConstants = variables });
        }

        var suggestions = Group(loadings, results, result => result.Suggestions)
            .Where(suggestion => suggestion.Count() == loadings.Length)
            .Select(suggestion => suggestion.First().Finding);
        return new VerificationResult(findings.ToImmutable())
        {
            Suggestions = findings.Count > 0 ? ImmutableArray<Finding>.Empty : suggestions.ToImmutableArray(),
            Followed = results.SelectMany(result => result.Followed).ToImmutableHashSet(),
        };
    }

    private static IEnumerable<IGrouping<object, (Loading Loading, Finding Finding)>> Group(
        ImmutableArray<Loading> loadings,
        List<VerificationResult> results,
        Func<VerificationResult, ImmutableArray<Finding>> found) =>
        loadings.Zip(results, (loading, result) => found(result)
                .GroupBy(finding => (finding.GetType(), finding.Identity))
                .Select(repeated => (Loading: loading, Finding: repeated.First())))
            .SelectMany(all => all)
            .GroupBy(one => (object)(one.Finding.GetType(), one.Finding.Identity));

    /// <summary>The variables of which a mistake depends: with another number in one of the others, it is made all the same.</summary>
    private static HashSet<GlobalVariable> Deciding(
        ImmutableArray<ImmutableArray<LoadedNumber>> made,
        ImmutableArray<Loading> loadings)
    {
        var deciding = new HashSet<GlobalVariable>();
        for (var i = 0; i < made[0].Length; i++)
        {
            var count = loadings.Select(loading => loading.Numbers[i].Number).Distinct().Count();
            var others = made.GroupBy(numbers => string.Join(",", numbers.RemoveAt(i).Select(loaded => loaded.Number)));
            if (others.Any(alike => alike.Count() < count))
                deciding.Add(made[0][i].Variable);
        }

        return deciding;
    }

    private static Finding At(Finding finding, ImmutableArray<LoadedNumber> loaded) => finding with
    {
        Loaded = loaded,
        Trace = finding.Trace.InsertRange(
            0, loaded.Select(one => new TraceStep(TraceStepKind.Loaded, one.Variable.Site, one.Variable.Name, one.Text))),
    };
}
