using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings.Regions;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>Collects what is wrong, and what is suggested, each once, with the steps that led to it.</summary>
/// <param name="isReportedAtRoot">Whether what is wrong in a function is told where that function is verified on its own.</param>
internal sealed class Reporter(Func<FunctionReference, Finding, bool> isReportedAtRoot)
{
    private readonly HashSet<(Type, (Site, Site))> _seen = [];
    private readonly HashSet<(Type, (Site, Site))> _suggested = [];
    private readonly HashSet<Site> _leftOpen = [];
    private readonly HashSet<(Site Entered, Site Call)> _leftAfter = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Finding> _suggestions = [];

    /// <summary>The block that is followed.</summary>
    public Block? Block { get; set; }

    public bool HasFindings => _findings.Count > 0;

    /// <summary>What is wrong. What is refused in a region because that is left open is but a consequence.</summary>
    public ImmutableArray<Finding> Findings => [.. _findings.FindAll(finding => !IsConsequence(finding))];

    /// <summary>What is accepted and may still not be what was meant.</summary>
    public ImmutableArray<Finding> Suggestions => [.. _suggestions];

    /// <summary>Whether all that another has found was found here too.</summary>
    public bool Confirms(Reporter other) => _findings.Count >= other._findings.Count && other._seen.IsSubsetOf(_seen);

    /// <summary>
    /// Takes over what another exploration, which followed paths one by one, knows of accesses, and notes which it did not find before it
    /// gave up.
    /// </summary>
    public void NoteUnproved(Reporter other)
    {
        for (var i = 0; i < _findings.Count; i++)
        {
            if (_findings[i] is AccessFinding { IsCertain: false } access)
                _findings[i] = other._findings.Find(access.IsOfSamePlace) ?? access with { IsOfTooManyWays = true };
        }
    }

    /// <summary>Takes over of which regions another exploration knows that they are left: it has followed all paths.</summary>
    public void NoteLeft(Reporter other) => _leftAfter.UnionWith(other._leftAfter);

    /// <summary>Takes over what is complete already, such as what another exploration has found.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>Reports a finding, unless it was reported before or is reported where the function is verified on its own.</summary>
    /// <param name="state">The path.</param>
    /// <param name="finding">What is wrong, and where.</param>
    /// <param name="about">What it is about: the steps that concern it become part of its trace.</param>
    /// <param name="within">The frame in which it is, where that is left already.</param>
    public void Report(State state, Finding finding, About about = default, Frame? within = null)
    {
        var (seen, found) = finding.Has(FindingTraits.Suggestion) ? (_suggested, _suggestions) : (_seen, _findings);
        var key = (finding.GetType(), finding.Identity);
        if (finding is RegionLeftOpen { Region.Entered: var entered })
            _leftOpen.Add(entered);
        // What was reported comes up again on many paths, and to ask a root what it reports may cost a verification.
        if (seen.Contains(key) || IsLeftOut(within ?? state.Frame, finding))
            return;
        seen.Add(key);
        found.Add(Complete(state, finding, about, within) with { Block = Block });
    }

    /// <summary>Notes that a region is left: what was refused in it is not because it is left open.</summary>
    public void NoteLeft(OpenRegion region)
    {
        foreach (var call in region.RefusedCalls)
            _leftAfter.Add((region.Entered, call));
    }

    /// <summary>Reports that a reference is lost.</summary>
    /// <param name="state">The path.</param>
    /// <param name="site">Where.</param>
    /// <param name="reference">The reference.</param>
    public void ReportLeak(State state, Site site, Reference reference)
    {
        var held = HeldReferences.Of(state, reference);
        Report(state, new Lifetime.Leak(site, held.Subject, held), new About(reference.Id));
    }

    /// <summary>Whether a finding is told where a function on the way to it is verified on its own.</summary>
    public bool IsLeftOut(Frame frame, Finding finding)
    {
        // What the contract of a method leaves out is that method's, even where it happens in a function that is verified on its own.
        if (finding.IsOnlyOfPrograms || finding.Has(FindingTraits.OfEntry))
            return false;
        if (finding.Has(FindingTraits.OfCaller) && frame.Parent is { } caller)
            frame = caller;
        for (; frame.Parent is { } parent; frame = parent)
        {
            if (isReportedAtRoot(frame.Reference!, finding))
                return true;
        }

        return false;
    }

    /// <summary>Adds to a finding what led to it and what is held there.</summary>
    /// <param name="state">The path.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="within">The frame in which it is, where that is left already.</param>
    public static Finding Complete(State state, Finding finding, About about, Frame? within = null)
    {
        var trace = new TraceBuilder(state, about, finding.Has(FindingTraits.OfOmission));
        if (finding is AccessFinding { IsCertain: false } access && state.Frame.IsStrict)
            finding = access with { Given = GivenAddresses.In(state.Frame.Function) };
        return finding with
        {
            Trace = trace.Steps,
            Passed = trace.Passed,
            Call = CallSites.Of(within ?? state.Frame),
            Held = HeldReferences.All(state),
        };
    }

    /// <summary>Whether it is refused in a region that is left open, and that no path leaves after it.</summary>
    private bool IsConsequence(Finding finding) => finding switch
    {
        CallInRegion { Region.Entered: var entered } => _leftOpen.Contains(entered) && !_leftAfter.Contains((entered, finding.Site)),
        RegionEnteredAgain { Region.Entered: var entered } => entered == finding.Site && _leftOpen.Contains(entered),
        _ => false,
    };
}
