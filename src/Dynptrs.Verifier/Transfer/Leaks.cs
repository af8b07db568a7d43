using System.Collections.Immutable;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Transfer;

/// <summary>The references that nothing can release any more when a frame is left, and the regions that nothing can leave.</summary>
/// <remarks>
/// The kernel looks for them where the program ends (<c>check_reference_leak</c>). A reference whose last holder goes
/// with a frame is lost already there, which is where a person would release it.
/// </remarks>
internal sealed class Leaks(Reporter reporter, RegionChecks regions)
{
    /// <summary>Reports what is lost when the innermost frame is left.</summary>
    /// <param name="state">The path.</param>
    /// <param name="site">The place where the frame is left.</param>
    /// <param name="result">What the frame returns; <see langword="null"/> when an exception leaves all frames.</param>
    public void Check(State state, Site site, ImmutableArray<Value?>? result)
    {
        var frame = state.Frame;
        if (result is null)
            regions.CheckThrow(state, site);
        else
            regions.CheckExit(state, site);
        foreach (var reference in state.References)
        {
            if (reference.IsCallers || (result is { } values && IsHandedOver(state, frame, reference, values)))
                continue;
            reporter.ReportLeak(state, site, reference);
            state.RemoveReference(reference.Id);
        }
    }

    /// <summary>Reports what is lost when a call ends the program, or in a method that it calls, that method.</summary>
    /// <remarks>
    /// Follows <c>check_resource_leak</c>: no region may be open, whoever entered it. References of its callers are theirs, who go on.
    /// </remarks>
    public void CheckEnd(State state, Site site)
    {
        var frame = state.Frame;
        regions.CheckThrow(state, site);
        foreach (var reference in state.References)
        {
            if (IsOfCallers(state, frame, reference))
                continue;
            reporter.ReportLeak(state, site, reference);
            state.RemoveReference(reference.Id);
        }
    }

    /// <summary>Reports what is lost when an exception leaves the innermost frame. Its callers see to theirs where they call it.</summary>
    public void CheckThrown(State state)
    {
        var frame = state.Frame;
        var thrown = state.Trace;
        while (thrown is not null && (thrown.Step.Kind != TraceStepKind.Thrown || thrown.Frame != frame))
            thrown = thrown.Parent;
        if (thrown is not null)
            regions.CheckThrown(state, thrown.Step);
        foreach (var reference in state.References)
        {
            if (IsOfCallers(state, frame, reference))
                continue;
            var held = HeldReferences.Of(state, reference);
            reporter.Report(state, new LeakWhenThrown(thrown!.Step.Site, held.Subject, held, thrown.Step.Detail), new About(reference.Id));
        }
    }

    /// <summary>Whether those that called a frame hold a reference: it is theirs where the frame is left.</summary>
    private static bool IsOfCallers(State state, Frame frame, Reference reference) =>
        reference.IsCallers
        || (frame.Parent is not null && Ownership.IsHeldElsewhere(state, reference.Id, exceptCell: -1, beforeCell: frame.FirstCell));

    private static bool IsHandedOver(State state, Frame frame, Reference reference, ImmutableArray<Value?> result)
    {
        // The callers of a method with a contract take what it says.
        var contract = frame.Parent is null && !frame.Function.IsProgram ? frame.Function.Contract : null;
        foreach (var value in result)
        {
            if (Ownership.Holds(value, reference.Id) && contract is null or { Return.Acquires: true })
                return true;
        }

        if (frame.Parent is not null)
            return Ownership.IsHeldElsewhere(state, reference.Id, exceptCell: -1, beforeCell: frame.FirstCell);
        if (contract is null)
            return false;
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].Acquires
                && Ownership.Holds(state.Cells[frame.FirstCell + frame.Function.GetReferent(i)], reference.Id))
            {
                return true;
            }
        }

        return false;
    }
}
