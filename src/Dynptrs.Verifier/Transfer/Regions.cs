using System.Collections.Immutable;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Regions;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Transfer;

/// <summary>The regions that calls enter and leave.</summary>
/// <param name="reporter">Where findings go.</param>
/// <param name="isQuick">
/// Whether paths are followed quickly: of what is entered again and again at one place, no more than a few are counted then, and the rest
/// is open for ever.
/// </param>
internal sealed class Regions(Reporter reporter, bool isQuick)
{
    private const int MaxCounted = 8;

    /// <summary>Opens the regions that the callers of the verified function have entered, as its contract says.</summary>
    public static void Begin(State state)
    {
        var function = state.Frame.Function;
        if (RegionChecks.ContractOf(function) is not { } contract)
            return;
        foreach (var use in contract.Regions)
        {
            if (use.Effect is not (RegionEffect.Leaves or RegionEffect.Needs) || !RegionChecks.IsKnown(function, use))
                continue;
            var value = use.Parameter >= 0 ? state.Cells[state.Frame.FirstCell + function.Locals[use.Parameter].FirstCell] : null;
            if (value is AddressValue address)
                value = state.Cells[address.Cell];
            var place = use.Parameter < 0 ? default : Ownership.GetReference(value) is not 0 and var reference
                ? RegionPlace.OfReference(reference)
                : RegionPlace.Of(value);
            state.Regions = state.Regions.Add(new OpenRegion(state.NewId(), use.Region, place, function.Site, "", "", depth: 0));
        }
    }

    /// <summary>Checks what is needed, and leaves what is left: before what the call releases.</summary>
    public void Leave(State state, CallInstruction call, MethodContract contract, ArgumentState[] arguments)
    {
        foreach (var use in contract.Regions)
        {
            if (use.Effect == RegionEffect.Leaves)
                Leave(state, call, contract, use, GetPlace(use, arguments));
            else if (use.Effect == RegionEffect.Needs)
                CheckNeeded(state, call, contract, use, GetPlace(use, arguments));
        }
    }

    /// <summary>Enters what is entered: after what the call makes.</summary>
    public void Enter(
        State state,
        CallInstruction call,
        ContractTarget target,
        ArgumentState[] arguments,
        ImmutableArray<Value?> result)
    {
        foreach (var use in target.Contract.Regions)
        {
            if (use.Effect == RegionEffect.Enters)
                Enter(state, call, target, use, GetPlace(state, use, arguments, result));
        }
    }

    private void Enter(State state, CallInstruction call, ContractTarget target, RegionUse use, in RegionPlace place)
    {
        var region = new OpenRegion(
            state.NewId(), use.Region, place, call.Site, target.Name, NameOf(call, use), state.Frame.Depth)
        {
            IsOfHelper = target.Contract.Requirements is not null,
        };
        if (state.Frame.Function.IsProgramCode && RegionChecks.FindRefusing(state, target) is not null)
            region = region.AsReported();
        if (region.IsOfHelper && state.Frame.IsStrict && place.IsAtNumber)
        {
            // Follows process_spin_lock, which asks for a lock at a constant offset.
            if (!region.IsReported)
                reporter.Report(state, new LockNotConstant(call.Site, NameOf(call, use), target.Name));
            region = region.AsReported();
        }

        var (count, last) = (0, -1);
        for (var i = 0; i < state.Regions.Length; i++)
        {
            var open = state.Regions[i];
            if (open.Contract != use.Region)
                continue;
            if (open.Entered == call.Site)
                (count, last) = (count + 1, i);
            if (use.Region.Nests || !open.Place.IsSame(place) || (place.IsUnbound && open.By != target.Name))
                continue;
            // What an earlier round has left open is told where the loop ends, unless it is left there.
            if (open.Entered == call.Site && state.Frame.Facts.IsInLoop(call))
            {
                state.Regions = state.Regions.SetItem(i, open.AsEnteredAgain());
                continue;
            }

            if (!region.IsReported)
                reporter.Report(state, new RegionEnteredAgain(call.Site, target.Name, OpenRegions.Of(open)), new About(open.Id));
            region = region.AsReported();
            state.Regions = state.Regions.SetItem(i, open.AsReported());
        }

        if (isQuick && count >= MaxCounted)
        {
            state.Regions = state.Regions.SetItem(last, state.Regions[last].AsMany());
            return;
        }

        state.Record(TraceStepKind.RegionEntered, call.Site, NameOf(call, use), target.Name, region.Id);
        state.Regions = state.Regions.Add(region);
    }

    private void Leave(State state, CallInstruction call, MethodContract contract, RegionUse use, in RegionPlace place)
    {
        var (index, other) = Find(state, use.Region, place);
        if (index < 0)
        {
            if (other >= 0)
                LeaveOther(state, call, contract, use, other);
            else if (!place.IsUnknown && !SharesRegions(state.Frame))
                reporter.Report(state, new RegionNotEntered(call.Site, contract.Name, use.Region), new About(0, 0, FindLeft(state, contract)));
            return;
        }

        var region = state.Regions[index];
        if (use.Region.IsLeftInOrder && FindLast(state, use.Region) is var last && last != index)
        {
            var first = state.Regions[last];
            reporter.Report(
                state,
                new RegionLeftOutOfOrder(call.Site, NameOf(call, use), OpenRegions.Of(first), contract.Name),
                new About(region.Id, first.Id));
        }

        if (region is { IsEnteredAgain: true, IsReported: false })
            reporter.Report(state, new RegionEnteredAgain(region.Entered, region.By, OpenRegions.Of(region)), new About(region.Id));
        state.Record(TraceStepKind.RegionLeft, call.Site, NameOf(call, use), contract.Name, region.Id);
        reporter.NoteLeft(region);
        if (!region.IsMany)
            state.Regions = state.Regions.RemoveAt(index);
        if (use.Region.KeepsObjects && FindLast(state, use.Region) < 0)
            KernelObjects.LetGo(state);
    }

    private void LeaveOther(State state, CallInstruction call, MethodContract contract, RegionUse use, int other)
    {
        var open = state.Regions[other];
        reporter.Report(
            state, new OtherRegionLeft(call.Site, NameOf(call, use), OpenRegions.Of(open), contract.Name), new About(open.Id));
        state.Regions = state.Regions.RemoveAt(other);
    }

    private void CheckNeeded(State state, CallInstruction call, MethodContract contract, RegionUse use, in RegionPlace place)
    {
        var isOpen = use.Parameter < 0 ? FindLast(state, use.Region) >= 0 : place.IsUnknown || Find(state, use.Region, place).Index >= 0;
        if (!isOpen && !SharesRegions(state.Frame))
            reporter.Report(state, new RegionNeeded(call.Site, contract.Name, use.Region));
    }

    /// <summary>The region of a lock that is open: that which it is for certain before one that it may be.</summary>
    /// <returns>Its index, or -1 and the index of the last of another lock.</returns>
    private static (int Index, int Other) Find(State state, RegionContract contract, in RegionPlace place)
    {
        var (likely, other) = (-1, -1);
        for (var i = state.Regions.Length - 1; i >= 0; i--)
        {
            var region = state.Regions[i];
            if (region.Contract != contract)
                continue;
            if (region.Place == place)
                return (i, -1);
            if (region.Place.MayBe(place, state.Frame.IsStrict))
                likely = likely < 0 ? i : likely;
            else
                other = other < 0 ? i : other;
        }

        return (likely, other);
    }

    private static int FindLast(State state, RegionContract contract)
    {
        for (var i = state.Regions.Length - 1; i >= 0; i--)
        {
            if (state.Regions[i].Contract == contract)
                return i;
        }

        return -1;
    }

    /// <summary>The latest step that left a region by the same method.</summary>
    private static TraceNode? FindLeft(State state, MethodContract contract)
    {
        var node = state.Trace;
        while (node is not null && (node.Step.Kind != TraceStepKind.RegionLeft || node.Step.Detail != contract.Name))
            node = node.Parent;
        return node;
    }

    private static bool SharesRegions(Frame frame)
    {
        while (frame.Parent is { } parent)
            frame = parent;
        return frame.Function.SharesRegions;
    }

    /// <summary>The place after the call has made what it makes.</summary>
    private static RegionPlace GetPlace(State state, RegionUse use, ArgumentState[] arguments, ImmutableArray<Value?> result)
    {
        if (use.Parameter == RegionUse.Result)
            return result.Length == 1 ? OfReference(Ownership.GetReference(result[0])) : RegionPlace.Unknown;
        return use.Parameter >= 0
            && arguments[use.Parameter] is { Place: { IsCell: true, Cell: var cell } }
            && state.Cells[cell] is OwnerValue { Reference: var reference }
                ? OfReference(reference)
                : GetPlace(use, arguments);
    }

    private static RegionPlace GetPlace(RegionUse use, ArgumentState[] arguments)
    {
        if (use.Parameter < 0)
            return default;
        var argument = arguments[use.Parameter];
        if (argument.IsRefused || argument.Value is PoisonedValue)
            return RegionPlace.Unknown;
        return argument switch
        {
            { Value: OwnerValue { Reference: var reference } } => OfReference(reference),
            { Value: GoneOwnerValue } => RegionPlace.Unknown,
            { Place: { IsCell: true, Cell: var cell } } => RegionPlace.OfCell(cell),
            _ => RegionPlace.Of(argument.Value),
        };
    }

    private static RegionPlace OfReference(int reference) => reference == 0 ? RegionPlace.Unknown : RegionPlace.OfReference(reference);

    private static string NameOf(CallInstruction call, RegionUse use) =>
        use.Parameter < 0 ? "" : PlaceEvaluator.GetName(call.Arguments[use.Parameter].Value);
}
