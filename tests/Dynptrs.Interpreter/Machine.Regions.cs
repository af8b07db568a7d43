using System.Collections.Generic;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>Regions: what is entered, left and needed, and what may be called inside.</summary>
public sealed partial class Machine
{
    private readonly List<OpenRegion> _regions = [];

    private void CheckRegions(CallInstruction call, ContractTarget target)
    {
        foreach (var region in _regions)
        {
            var isRefused = region.Contract.Calls switch
            {
                RegionCalls.NotSleeping => target.Contract.Requirements is { IsSleepable: true },
                RegionCalls.OnlyAllowed => (target.Contract.Requirements is not null || target.Body is not null)
                    && !Has(target.Contract, region.Contract, RegionEffect.IsAllowedIn)
                    && !Has(target.Contract, region.Contract, RegionEffect.Leaves),
                _ => false,
            };
            if (isRefused && _innermost!.Function.IsProgramCode)
                throw new MisbehaviourException(Misbehaviour.CallInRegion, call.Site);
        }
    }

    private static bool Has(MethodContract contract, RegionContract region, RegionEffect effect)
    {
        foreach (var use in contract.Regions)
        {
            if (use.Region == region && use.Effect == effect)
                return true;
        }

        return false;
    }

    /// <summary>Checks what is needed, and leaves what is left: before what the call releases.</summary>
    private void LeaveRegions(CallInstruction call, MethodContract contract, Value?[] values, Target[] targets)
    {
        foreach (var use in contract.Regions)
        {
            if (use.Effect is not (RegionEffect.Leaves or RegionEffect.Needs))
                continue;
            var key = KeyOf(use, values, targets);
            var open = _regions.FindLastIndex(region => region.Contract == use.Region && IsSame(region.Key, key));
            if (use.Effect == RegionEffect.Needs && open < 0)
                throw new MisbehaviourException(Misbehaviour.RegionNeeded, call.Site);
            if (use.Effect == RegionEffect.Needs)
                continue;
            if (open < 0)
                throw new MisbehaviourException(Misbehaviour.RegionNotEntered, call.Site);
            if (use.Region.IsLeftInOrder && _regions.FindLastIndex(region => region.Contract == use.Region) != open)
                throw new MisbehaviourException(Misbehaviour.RegionLeftOutOfOrder, call.Site);
            _regions.RemoveAt(open);
        }
    }

    /// <summary>Enters what is entered: after what the call makes.</summary>
    private void EnterRegions(CallInstruction call, MethodContract contract, Value?[] values, Target[] targets, Value? result)
    {
        foreach (var use in contract.Regions)
        {
            if (use.Effect != RegionEffect.Enters)
                continue;
            var key = use.Parameter == RegionUse.Result ? GetReference(result)
                : use.Parameter >= 0 && targets[use.Parameter] is { Pointer: null, Cell: >= 0 and var cell } && _cells[cell] is OwnerCell made
                    ? GetReference(made)
                    : KeyOf(use, values, targets);
            if (!use.Region.Nests && key is not null && _regions.Exists(region => region.Contract == use.Region && key.Equals(region.Key)))
                throw new MisbehaviourException(Misbehaviour.RegionEnteredAgain, call.Site);
            _regions.Add(new OpenRegion(use.Region, key, call.Site));
        }
    }

    /// <summary>What was entered with an owner ends with its reference.</summary>
    private void EndRegions(Reference reference) => _regions.RemoveAll(region => region.Key == reference);

    /// <summary>Where a program ends no region may be open; what goes with a reference leaks with it.</summary>
    private void CheckRegionsLeft()
    {
        if (_regions.Find(region => region.Key is not Reference) is { } open)
            throw new MisbehaviourException(Misbehaviour.RegionLeftOpen, open.Entered);
    }

    private static object? KeyOf(RegionUse use, Value?[] values, Target[] targets) => use.Parameter < 0 ? null : values[use.Parameter] switch
    {
        OwnerCell owner => GetReference(owner),
        Handle handle => handle.Target,
        Pointer pointer => (pointer.Memory, pointer.Start + pointer.Offset),
        _ => targets[use.Parameter].Cell,
    };

    /// <summary>Whether it is the same lock. An owner that was given of a lock does not tell of which.</summary>
    private static bool IsSame(object? open, object? key) =>
        open is null || key is null || open is Reference != key is Reference || open.Equals(key);
}
