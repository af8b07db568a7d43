using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Findings.Regions;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Rules;

/// <summary>Makes diagnostics of the findings of one function: one for each mistake.</summary>
internal static class DiagnosticFactory
{
    /// <summary>Makes the diagnostics.</summary>
    /// <param name="findings">The findings of one verification.</param>
    /// <param name="isInAnalysedType">
    /// Whether a place lies in the type under analysis. An editor shows nothing elsewhere, so a finding elsewhere stands at
    /// the call that leads there.
    /// </param>
    public static IEnumerable<Diagnostic> Create(ImmutableArray<Finding> findings, System.Func<SyntaxNode, bool> isInAnalysedType)
    {
        findings = RemoveRepeatedAccesses(RepeatedRelease.RemoveConsequences(findings));

        // Who overwrites a reference has also lost it at the end: one mistake. Who leaves by several ways made one, too.
        var overwritten = new HashSet<Site>(findings.OfType<OverwriteHeld>().Select(finding => finding.Reference.Acquired));
        foreach (var leaks in findings.Where(finding => finding is Leak or RegionLeftOpen).GroupBy(LeftOpen))
        {
            if (!overwritten.Contains(leaks.Key))
            {
                var exits = leaks.OrderBy(leak => SiteLocation.TryGet(leak.Site)?.SourceSpan.Start ?? 0).ToList();
                yield return Create(exits[0], exits.Skip(1).Select(leak => leak.Site), isInAnalysedType);
            }
        }

        // Who releases on no way out has not forgotten the exceptions alone.
        var lost = new HashSet<Site>(findings.Where(finding => finding is Leak or RegionLeftOpen).Select(LeftOpen).Concat(overwritten));
        foreach (var finding in findings)
        {
            if (finding is not (Leak or RegionLeftOpen)
                && !(finding is LeakWhenThrown or RegionLeftOpenWhenThrown && lost.Contains(LeftOpen(finding))))
            {
                yield return Create(finding, [], isInAnalysedType);
            }
        }
    }

    /// <summary>
    /// Leaves one finding of those about one place, which may lie outside on one path and have no bound on another, or be read and written:
    /// what is certain, or what came first.
    /// </summary>
    private static ImmutableArray<Finding> RemoveRepeatedAccesses(ImmutableArray<Finding> findings)
    {
        var kept = findings.OfType<AccessFinding>()
            .GroupBy(PlaceOf)
            .ToDictionary(group => group.Key, group => group.FirstOrDefault(finding => finding.IsCertain) ?? group.First());
        return kept.Count == 0 ? findings : findings.RemoveAll(IsRepeated);

        bool IsRepeated(Finding finding) => finding is AccessFinding access && !ReferenceEquals(kept[PlaceOf(access)], access);

        static Site PlaceOf(AccessFinding finding) =>
            finding.Site.Source is ExpressionSyntax access ? finding.Site with { Source = AccessText.Place(access) } : finding.Site;
    }

    /// <summary>Where what was left was acquired or entered.</summary>
    private static Site LeftOpen(Finding finding) =>
        finding is RegionFinding { Region.Entered: var entered } ? entered : ((ReferenceFinding)finding).Reference.Acquired;

    /// <summary>Whether a step is but the mistake itself, which says nothing about how it came about.</summary>
    private static bool IsMistake(TraceStep step, Finding finding) => step.Kind == TraceStepKind.Derived && step.Site == finding.Site;

    private static Diagnostic Create(Finding finding, IEnumerable<Site> otherExits, System.Func<SyntaxNode, bool> isInAnalysedType)
    {
        var rule = RuleCatalogue.Get(finding);
        var isHere = finding.Call is null || finding.Site.Source is not SyntaxNode node || isInAnalysedType(node);
        var path = new DiagnosticPath();
        if (!isHere)
            path.Add(finding.Site, StepLabel.Offence);
        foreach (var step in finding.Trace)
        {
            if (!IsMistake(step, finding))
                path.Add(step.Site, StepLabel.Of(step));
        }

        if (finding is Leak or LeakWhenThrown or RegionLeftOpen or RegionLeftOpenWhenThrown)
        {
            foreach (var exit in otherExits.Prepend(finding.Site))
                path.Add(exit, StepLabel.Leaves);
        }

        var location = isHere && finding.Has(FindingTraits.OfLoop)
            ? LoopLocation.TryGet(finding.Site)
            : isHere && finding.Has(FindingTraits.OfDeclaration)
                ? SiteLocation.OfName(finding.Site)
                : SiteLocation.TryGet(isHere ? finding.Site : finding.Call!.Site);
        var text = new FindingText(finding, location?.SourceTree);
        var message = text.WhenLoaded() + rule.Describe(text);
        return Diagnostic.Create(
            rule.Descriptor,
            location,
            path.Locations,
            Mistake.Of(finding, path.Labels, isHere).Write(),
            isHere ? message : $"in {FindingText.Quote(finding.Call!.Function)}: {message}");
    }
}
