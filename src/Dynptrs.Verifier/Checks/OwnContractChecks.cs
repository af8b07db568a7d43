using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.OwnContracts;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks at the exits of a method that its body keeps the contract that its callers trust.</summary>
/// <remarks>
/// Follows <c>do_check_subprogs</c>, which verifies global functions against what their callers assume. What a body does with
/// fields and collections of its own is not followed, so only what is known to break the contract is refused.
/// </remarks>
internal sealed class OwnContractChecks(Reporter reporter)
{
    /// <summary>Checks a return of the function that is verified.</summary>
    public void CheckExit(State state, ReturnTerminator terminator, MethodContract contract, ImmutableArray<Value?> values)
    {
        var function = state.Frame.Function;
        if (function.IsProgram)
            return;
        for (var i = 0; i < contract.Parameters.Length && i < function.ParameterCount; i++)
        {
            CheckReleased(state, terminator.Site, contract, i);
            if (contract.Parameters[i] is { Passing: ArgumentPassing.Out, Type: OwnerType } parameter)
                CheckMade(state, terminator.Site, contract, parameter, state.Cells[function.GetReferent(i)]);
        }

        if (values.Length == 1)
            CheckResult(state, terminator, contract, values[0]);
    }

    /// <summary>Checks a call in the body that makes slices invalid: the callers' own may be among them.</summary>
    public void CheckInvalidation(State state, CallInstruction call, string by, SliceInvalidation rule, OwnerValue? owner)
    {
        var root = state.Frame;
        while (root.Parent is { } parent)
            root = parent;
        if (root.Function is not { IsProgram: false, Contract: { IsDelegate: false } contract })
            return;
        var isDeclared = rule.Of.IsEmpty
            ? owner is null
                || FindParameter(state, root, owner.Id) is not { } index
                || contract.Parameters[index] is { Invalidates: not null } or { Releases: true }
            : DeclaresAll(contract, rule.Of);
        if (!isDeclared)
            reporter.Report(state, new InvalidationNotKept(call.Site, contract.Name, by));
    }

    private static bool DeclaresAll(MethodContract contract, ImmutableArray<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (!Declares(contract, kind))
                return false;
        }

        return true;
    }

    private static bool Declares(MethodContract contract, string kind)
    {
        foreach (var parameter in contract.Parameters)
        {
            if (parameter.Invalidates is { } rule && rule.Of.Contains(kind))
                return true;
        }

        return false;
    }

    private static int? FindParameter(State state, Frame root, int owner)
    {
        for (var i = 0; i < root.Function.ParameterCount; i++)
        {
            if (state.Cells[root.Function.GetReferent(i)] is OwnerValue value && value.Id == owner)
                return i;
        }

        return null;
    }

    private void CheckReleased(State state, Site site, MethodContract contract, int index)
    {
        var (function, parameter) = (state.Frame.Function, contract.Parameters[index]);
        if (!parameter.Releases || parameter.ReleasesIfHeld)
            return;
        foreach (var reference in state.References)
        {
            if (reference.IsCallers && reference.Subject == function.Locals[index].Name && state.Frame.Facts.GetUses(index).IsKnown)
            {
                reporter.Report(
                    state,
                    new ReleaseNotKept(site, reference.Subject, HeldReferences.Of(state, reference), contract.Name),
                    new About(reference.Id));
            }
        }
    }

    private void CheckMade(State state, Site site, MethodContract contract, ParameterContract parameter, Value? value)
    {
        switch (value)
        {
            case GoneOwnerValue gone when parameter.Acquires || parameter.Initializes || parameter.CloneOf >= 0:
                reporter.Report(state, new MakeNotKept(site, parameter.Name, contract.Name), About.Any(gone));
                break;
            case OwnerValue { Reference: 0 } owner when parameter.Acquires:
                reporter.Report(state, new AcquireNotKept(site, parameter.Name, contract.Name), new About(owner.Id));
                break;
            case OwnerValue { Kind: { } kind } owner
                when (parameter.Acquires || parameter.Initializes) && parameter.Kind is { } wanted && wanted != kind:
                reporter.Report(
                    state, new KindNotKept(site, parameter.Name, new KindMismatch(wanted, kind), contract.Name), About.Owner(owner));
                break;
        }
    }

    private void CheckResult(State state, ReturnTerminator terminator, MethodContract contract, Value? value)
    {
        var (result, site) = (contract.Return, terminator.ValueSite);
        var name = terminator.Value is { } operand ? PlaceEvaluator.GetName(operand) : "";
        var nullness = value switch
        {
            PointerValue { Ending: null } pointer when result.SliceOf >= 0 || result is { Type: ViewType, Packet: null } => pointer.Nullness,
            HandleValue { Ending: null } handle when result.Acquires => handle.Nullness,
            _ => Nullness.NotNull,
        };
        if (nullness != Nullness.NotNull && !result.MayBeNull)
        {
            reporter.Report(state, new NullNotKept(site, name, contract.Name), new About(Ownership.GetId(value)));
        }
        else if (value is PointerValue { Ending: not null } dead && (result.SliceOf >= 0 || result.Acquires))
        {
            reporter.Report(state, new MakeNotKept(site, name, contract.Name), About.Pointer(dead));
        }
        else if (value is HandleValue { Ending: not null } gone && result.Acquires)
        {
            reporter.Report(state, new MakeNotKept(site, name, contract.Name), About.Handle(gone));
        }
        else if (value is OwnerValue { Reference: 0 } owner && result.Acquires)
        {
            reporter.Report(state, new AcquireNotKept(site, name, contract.Name), new About(owner.Id));
        }
        else if (value is OwnerValue { Kind: { } kind } other && result.Kind is { } wanted && wanted != kind)
        {
            reporter.Report(state, new KindNotKept(site, name, new KindMismatch(wanted, kind), contract.Name), About.Owner(other));
        }
        else if (value is PointerValue { Owner: not 0, Ending: null } slice && !result.Dereferences)
        {
            CheckSlice(state, site, name, contract, slice);
        }
        else if (value is NumberValue { Range: var actual }
            && result.Range is { } range
            && Scalar.Signed(range.Min, range.Max).Meet(actual).IsEmpty)
        {
            reporter.Report(
                state,
                new RangeNotKept(site, name, contract.Name, new RangeMismatch(range, new ValueRange(actual.SignedMin, actual.SignedMax))));
        }
    }

    /// <summary>A returned slice must point into the owner that the contract names: callers end it with that one.</summary>
    private void CheckSlice(State state, Site site, string name, MethodContract contract, PointerValue slice)
    {
        if (FindParameter(state, state.Frame, slice.Owner) is not { } index || index == contract.Return.SliceOf)
            return;
        reporter.Report(state, new SliceNotKept(site, name, contract.Parameters[index].Name), About.Pointer(slice));
    }
}
