using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>
/// A release that meets itself: in a loop, or in a callback that runs again. That it may have happened when the same is released
/// afterwards, and may not have happened when it is not, follows from it.
/// </summary>
internal static class RepeatedRelease
{
    /// <summary>The findings without those that follow from a release that is repeated.</summary>
    public static ImmutableArray<Finding> RemoveConsequences(ImmutableArray<Finding> findings)
    {
        var releases = new HashSet<Site>();
        var acquired = new HashSet<Site>();
        foreach (var finding in findings)
        {
            if (!IsRepeated(finding, out var release))
                continue;
            releases.Add(release.Site);
            acquired.UnionWith(finding.Trace.Where(step => step.Kind is TraceStepKind.Acquired or TraceStepKind.Given).Select(step => step.Site));
        }

        return releases.Count == 0 ? findings : findings.RemoveAll(Follows);

        bool Follows(Finding finding) => finding switch
        {
            ReleaseTwice => !IsRepeated(finding, out _) && Release(finding) is { } release && releases.Contains(release.Site),
            Leak or LeakWhenThrown => acquired.Contains(((ReferenceFinding)finding).Reference.Acquired),
            _ => false,
        };
    }

    private static bool IsRepeated(Finding finding, out TraceStep release)
    {
        release = Release(finding)!;
        return finding is ReleaseTwice
            && release is { Site.Source: SyntaxNode call }
            && finding.Site.Source is SyntaxNode argument
            && call.SyntaxTree == argument.SyntaxTree
            && call.Span.Contains(argument.Span);
    }

    private static TraceStep? Release(Finding finding) => finding.Trace.LastOrDefault(step => step.Kind == TraceStepKind.Released);
}
