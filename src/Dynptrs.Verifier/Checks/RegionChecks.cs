using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.OwnContracts;
using Dynptrs.Verifier.Findings.Regions;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks what is called inside a region, and that each is left.</summary>
/// <remarks>
/// Follows <c>check_helper_call</c>, <c>check_kfunc_call</c> and <c>check_resource_leak</c>: where a program ends, no region may be open,
/// and so where a method ends that the kernel verifies apart. What the kernel does not know of, a method may enter or leave for its callers,
/// if its contract says so.
/// </remarks>
internal sealed class RegionChecks(Reporter reporter)
{
    /// <summary>The region that does not allow a call, or <see langword="null"/>.</summary>
    public static OpenRegion? FindRefusing(State state, ContractTarget target)
    {
        foreach (var region in state.Regions)
        {
            var isRefused = region.Contract.Calls switch
            {
                RegionCalls.NotSleeping => MaySleep(target),
                RegionCalls.OnlyAllowed => (target.Contract.Requirements is not null || target.Body is not null)
                    && !IsAllowed(target.Contract, region.Contract),
                _ => false,
            };
            if (isRefused)
                return region;
        }

        return null;
    }

    /// <summary>Checks a call of a program inside of regions.</summary>
    public void CheckCall(State state, CallInstruction call, ContractTarget target)
    {
        // What leaves a region that was refused already is no mistake of its own.
        if (FindRefusing(state, target) is { } region && !LeavesReported(state, target.Contract))
        {
            var finding = new CallInRegion(call.Site, target.Name, OpenRegions.Of(region), target.Body is not null);
            reporter.Report(state, finding, new About(region.Id));
            state.Regions = state.Regions.Replace(region, region.WithRefused(call.Site));
        }
    }

    /// <summary>Checks what is open where the innermost frame is left.</summary>
    public void CheckExit(State state, Site site)
    {
        var frame = state.Frame;
        if (frame.Parent is null)
            CheckEnd(state, site);
        else if (frame is { IsStrict: false, Function.SharesRegions: false, Reference.IsRoot: true })
            Report(state, site, frame.Depth);
        else if (frame is { IsStrict: true, Resumption.IsCallback: true })
            NoteLeftOpen(state, site, frame);
    }

    /// <summary>Checks what is open where an exception leaves all frames.</summary>
    public void CheckThrow(State state, Site site)
    {
        var root = state.Frame;
        while (root.Parent is { } parent)
            root = parent;
        if (!root.IsStrict || !root.Function.SharesRegions)
            Report(state, site, root.Depth);
    }

    /// <summary>Checks what is open where an exception of something that it calls leaves the innermost frame.</summary>
    public void CheckThrown(State state, TraceStep thrown)
    {
        foreach (var region in state.Regions)
        {
            if (region.Depth >= state.Frame.Depth && !region.IsReported && region.Place.Reference == 0)
            {
                reporter.Report(
                    state,
                    new RegionLeftOpenWhenThrown(thrown.Site, region.By, OpenRegions.Of(region), thrown.Detail),
                    new About(region.Id));
            }
        }
    }

    /// <summary>What the contract of a method says of regions to its callers.</summary>
    public static MethodContract? ContractOf(Function function) =>
        function is { IsProgram: false, Contract: { IsDelegate: false, Regions.IsEmpty: false } contract } ? contract : null;

    /// <summary>
    /// Whether a body does to regions what its contract says by calls of others, which can be checked; else it implements them. In a
    /// program, helpers do not count: what a method does with those that the kernel knows of is nothing to its callers.
    /// </summary>
    public static bool IsKnown(Function function, RegionUse use) => ReachableCalls.Any(function, target =>
    {
        if (function.IsProgramCode && target.Contract.Requirements is not null)
            return false;
        foreach (var other in target.Contract.Regions)
        {
            if (other.Region == use.Region && (use.Effect == RegionEffect.Needs || other.Effect == use.Effect))
                return true;
        }

        return false;
    });

    private static bool LeavesReported(State state, MethodContract contract)
    {
        foreach (var use in contract.Regions)
        {
            foreach (var open in state.Regions)
            {
                if (use.Effect == RegionEffect.Leaves && open.IsReported && open.Contract == use.Region)
                    return true;
            }
        }

        return false;
    }

    private static bool MaySleep(ContractTarget target) =>
        target.Contract.Requirements is { IsSleepable: true }
        || (target.Body?.Resolve() is { } body
            && ReachableCalls.Any(body, static inner => inner.Contract.Requirements is { IsSleepable: true }));

    private static bool IsAllowed(MethodContract contract, RegionContract region)
    {
        foreach (var use in contract.Regions)
        {
            if (use.Region == region && use.Effect is RegionEffect.IsAllowedIn or RegionEffect.Leaves)
                return true;
        }

        return false;
    }

    private void CheckEnd(State state, Site site)
    {
        var function = state.Frame.Function;
        var contract = ContractOf(function);
        foreach (var use in contract?.Regions ?? ImmutableArray<RegionUse>.Empty)
        {
            var isOpen = use.Effect == RegionEffect.Enters ? TakeEntered(state, use.Region) : HasCallers(state, use.Region);
            var isKept = use.Effect switch
            {
                RegionEffect.Enters or RegionEffect.Needs => isOpen || !IsKnown(function, use),
                RegionEffect.Leaves => !isOpen,
                _ => true,
            };
            if (!isKept)
                reporter.Report(state, new RegionNotKept(site, contract!.Name, use));
        }

        // In a program, what a local function or a lambda leaves open is followed where it is called.
        if (!function.SharesRegions || !function.IsProgramCode)
            Report(state, site, state.Frame.Depth);
    }

    /// <summary>Takes out the region that was entered for the callers.</summary>
    private static bool TakeEntered(State state, RegionContract region)
    {
        for (var i = 0; i < state.Regions.Length; i++)
        {
            if (state.Regions[i] is { Depth: > 0 } open
                && open.Contract == region
                && !(open.IsOfHelper && state.Frame.Function.IsProgramCode))
            {
                state.Regions = state.Regions.RemoveAt(i);
                return true;
            }
        }

        return false;
    }

    private static bool HasCallers(State state, RegionContract region)
    {
        foreach (var open in state.Regions)
        {
            if (open.Depth == 0 && open.Contract == region)
                return true;
        }

        return false;
    }

    /// <summary>Notes what the run of a callback has entered and leaves open.</summary>
    private static void NoteLeftOpen(State state, Site site, Frame callback)
    {
        for (var i = 0; i < state.Regions.Length; i++)
        {
            if (state.Regions[i] is { LeftOpenBy: null } region && region.Depth >= callback.Depth)
                state.Regions = state.Regions.SetItem(i, region.AsLeftOpenBy(callback, site));
        }
    }

    /// <summary>Reports what was entered in frames from a depth on. That of an owner is open as long as the owner is held.</summary>
    private void Report(State state, Site site, int depth)
    {
        for (var i = 0; i < state.Regions.Length; i++)
        {
            var region = state.Regions[i];
            if (region.Depth < depth || region.IsReported || region.Place.Reference != 0)
                continue;
            var (callback, leaves) = region.LeftOpenBy is { } left ? (left.Frame, left.Site) : (null, site);
            reporter.Report(state, new RegionLeftOpen(leaves, region.By, OpenRegions.Of(region)), new About(region.Id), callback);
            state.Regions = state.Regions.SetItem(i, region.AsReported());
        }
    }
}
