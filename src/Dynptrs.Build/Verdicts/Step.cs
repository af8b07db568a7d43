using System.Collections.Immutable;
using Dynptrs.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Build.Verdicts;

/// <summary>A place on the way to a mistake.</summary>
/// <param name="Location">Where.</param>
/// <param name="Label">What happens there; empty where the diagnostic does not say it.</param>
public sealed record Step(Location Location, string Label)
{
    /// <summary>The places on the way to what a diagnostic says, in their order.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public static ImmutableArray<Step> Of(Diagnostic diagnostic)
    {
        var labels = Mistake.TryRead(diagnostic)?.Labels ?? [];
        var steps = ImmutableArray.CreateBuilder<Step>();
        for (var i = 0; i < diagnostic.AdditionalLocations.Count; i++)
            steps.Add(new Step(diagnostic.AdditionalLocations[i], i < labels.Length ? labels[i] : ""));
        return steps.ToImmutable();
    }
}
