using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The path to a mistake for those who see no additional locations: a diagnostic for each step, in its own place.</summary>
internal static class PathDiagnostics
{
    /// <summary>DYN090: a step on the path to a mistake.</summary>
    public static readonly DiagnosticDescriptor Step = new(
        "DYN090",
        "Step on the path to a mistake",
        "step {0} of {1} to {2} on line {3}{4}: {5}",
        RuleCategory.Path,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "DYN090.md");

    /// <summary>The steps that led to a mistake, oldest first.</summary>
    public static IEnumerable<Diagnostic> Of(Diagnostic mistake)
    {
        var steps = mistake.AdditionalLocations.Zip(Mistake.Read(mistake).Labels, (location, label) => (location, label))
            .Where(step => !IsMistake(step.location, step.label))
            .ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            var (location, label) = steps[i];
            var isHere = IsHere(location);
            yield return Diagnostic.Create(
                Step,
                isHere ? location : PlaceInFile(i),
                [mistake.Location],
                i + 1,
                steps.Count,
                mistake.Id,
                Line(mistake.Location),
                isHere ? "" : $", which is on line {Line(location)} of {Path.GetFileName(location.SourceTree?.FilePath)}",
                label);
        }

        bool IsHere(Location location) => location.SourceTree == mistake.Location.SourceTree;

        // Where control leaves is where the mistake stands, and what it says.
        bool IsMistake(Location location, string label) => label == StepLabel.Leaves && location == mistake.Location;

        // An editor shows nothing of another document: such a step stands where this one was left.
        Location PlaceInFile(int index) =>
            steps.Take(index).LastOrDefault(step => IsHere(step.location)).location ?? mistake.Location;
    }

    private static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
