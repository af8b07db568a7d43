using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks the arguments of a call against the contract of what is called.</summary>
internal sealed class ArgumentChecks(PlaceEvaluator places, Reporter reporter)
{
    private readonly OriginChecks _origins = new(reporter);
    private readonly ParentChecks _parents = new(reporter);
    private readonly SizeChecks _sizes = new(reporter);

    public void Check(State state, CallInstruction call, MethodContract contract, int index, ref ArgumentState argument)
    {
        var parameter = contract.Parameters[index];
        var source = call.Arguments[index];
        switch (parameter.Type)
        {
            case OwnerType when contract.IsContext(index):
                // Handed on as it is: the callback may make what is not there yet.
                break;
            case OwnerType:
                if (source.Passing == ArgumentPassing.Value)
                    CheckMoved(state, source, ref argument);
                else if (argument.Place.Pointer is not null && state.Frame.IsStrict)
                    Refuse(state, new OwnerInOtherMemory(source.Site, NameOf(source), contract.Name), ref argument);
                else if (source.Passing != ArgumentPassing.Out)
                    CheckOwner(state, parameter, source, contract, ref argument);
                break;
            case ViewType when !(index == 0 && contract.Return.NullTest is not null):
                CheckView(state, parameter, source, contract, ref argument);
                if (argument is { IsRefused: false, Value: PointerValue value } && contract.Return is { Dereferences: false, IsLength: false })
                    argument.IsRefused = !places.CheckContent(state, value, NameOf(source), source.Site);
                break;
            case PointerType when source.Passing == ArgumentPassing.Value
                && !places.CheckOrigin(state, argument.Value, NameOf(source), source.Site):
                argument.IsRefused = true;
                break;
            case PointerType
                when parameter.IsConstantString && state.Frame.IsStrict && argument.Value is not PointerValue { Ending: not null }:
                argument.IsRefused = !_origins.CheckConstantString(state, contract, source, argument);
                break;
            case PointerType type when source.Passing == ArgumentPassing.Value && argument.Value is PointerValue span:
                argument.IsRefused = !CheckSpan(state, contract, span, isWrite: !type.IsReadOnly || parameter.IsWritten, source)
                    || !CheckResultFits(state, contract, index, source);
                break;
            case var _ when argument.Place.Pointer is not null:
                argument.IsRefused = !CheckReferent(state, contract, parameter, source, argument);
                break;
            case var _
                when source.Value.Type is not StructType && argument.Value is HandleValue or UntrustedValue && !contract.IsContext(index):
                CheckObject(state, parameter, source, contract, ref argument);
                break;
            case ScalarType when parameter.IsConstantSize || parameter.LengthOf >= 0:
                argument.IsRefused = !CheckLength(state, call, contract, parameter, source);
                break;
            default:
                CheckOther(state, contract, index, source, ref argument);
                break;
        }

        if (parameter.Releases && !argument.IsRefused)
            _parents.Check(state, Ownership.GetReference(argument.Value), source);
        if (!argument.IsRefused)
            argument.IsRefused = !_sizes.Check(state, contract, parameter, source, argument);
        if (parameter.IsMapMemory && !argument.IsRefused)
            argument.IsRefused = !_origins.CheckMapMemory(state, contract, source, argument);
        if (contract.IsContext(index) && !argument.IsRefused)
            argument.IsRefused = !_origins.CheckContext(state, contract, source, argument);
    }

    private bool CheckSpan(State state, MethodContract contract, PointerValue span, bool isWrite, in Argument source)
    {
        if (span.Ending is not null)
            return places.CheckAccess(state, span, NameOf(source), source.Site);
        if (!CheckPlain(state, contract, span, source) || (isWrite && !CheckWritable(state, contract, span, source)))
            return false;
        // A default span is empty: nothing is reached through it.
        return span.Nullness != Nullness.NotNull
            || span.Length is not { } length
            || (places.CheckBuffer(state, span, length, isWrite, NameOf(source), source.Site)
                && places.CheckUnmoved(state, span, Scalar.Zero, NameOf(source), source.Site));
    }

    private bool CheckReferent(
        State state,
        MethodContract contract,
        ParameterContract parameter,
        in Argument source,
        in ArgumentState argument)
    {
        var (location, place) = (argument.Place, source.Value.Place);
        var isWrite = source.Passing != ArgumentPassing.In || parameter.IsWritten;
        return CheckPlain(state, contract, location.Pointer!, source)
            && (!isWrite || CheckWritable(state, contract, location.Pointer!, source))
            && places.CheckMemory(state, location, place, isWrite, source.Site, OwnTypeOf(parameter))
            && places.CheckUnmoved(state, location.Pointer!, location.Offset, NameOf(source), source.Site);
    }

    /// <summary>
    /// The type of the kernel's to whose functions a call belongs, where it is declared to take one: nothing that a caller chooses is.
    /// </summary>
    private static KernelType? OwnTypeOf(ParameterContract parameter) =>
        parameter is { Type: StructType { KernelType: { } type }, KernelType: null } ? type : null;

    /// <summary>Checks that memory of a packet is given only to what takes it.</summary>
    /// <remarks>
    /// Follows <c>may_access_direct_pkt_data</c>, which asks <c>pkt_access</c> of a helper. Kfuncs, and functions that are verified apart, take any.
    /// </remarks>
    private bool CheckPlain(State state, MethodContract contract, PointerValue pointer, in Argument source)
    {
        if (!state.Frame.IsStrict || pointer.Packet is null || contract.Requirements is null or { Id: 0 } or { TakesPacketMemory: true })
            return true;
        reporter.Report(state, new PacketMemory(source.Site, NameOf(source), contract.Name), About.Pointer(pointer));
        return false;
    }

    private bool CheckWritable(State state, MethodContract contract, PointerValue pointer, in Argument source)
    {
        if (!pointer.IsReadOnly)
            return true;
        reporter.Report(
            state,
            MemoryChecks.WriteOf(pointer, NameOf(source), source.Site) with { Helper = contract.Name },
            About.Pointer(pointer));
        return false;
    }

    /// <summary>Checks what an object, or what lies at an address, is taken for.</summary>
    /// <remarks>The kernel would relocate the fields of one struct, and read them in another.</remarks>
    public bool CheckCast(State state, CallInstruction call, MethodContract contract)
    {
        var (result, parameter) = (contract.Return, contract.Parameters[contract.Return.SameAs]);
        if (!state.Frame.IsStrict || result.ObjectType is not { } type)
            return true;
        var wanted = StructOf(type);
        NoCounterpart? finding = null;
        if (parameter.Type is not HandleType)
        {
            if (!result.IsProbed)
                finding = new NoCounterpart(call.Site, "", $"a `{wanted}` at an address", OpaqueReason.UnknownObject);
        }
        else if (parameter.KernelType is { } own && StructOf(own) is var given && given != wanted)
        {
            finding = new NoCounterpart(call.Site, "", $"a `{given}` that is taken for a `{wanted}`", OpaqueReason.OtherObject);
        }

        if (finding is null)
            return true;
        reporter.Report(state, finding);
        return false;
    }

    /// <summary>The struct that a pointer points to, without the flavor that tells several declarations of it apart.</summary>
    private static string StructOf(string pointer)
    {
        const string Flavor = "___";
        var end = pointer.IndexOf(Flavor, System.StringComparison.Ordinal);
        return end < 0 ? pointer.TrimEnd('*', ' ') : pointer.Substring(0, end);
    }

    /// <summary>Checks a length: constant where it must be, and covered by the buffer that it goes with.</summary>
    /// <remarks>Follows <c>check_kfunc_mem_size_reg</c> and the <c>__szk</c> arguments of kfuncs.</remarks>
    private bool CheckLength(State state, CallInstruction call, MethodContract contract, ParameterContract parameter, in Argument source)
    {
        var length = places.ReadExactly(state, source.Value, source.Site).Range;
        if (parameter.IsConstantSize && !length.IsConstant && state.Frame.IsStrict)
        {
            var access = new MemoryAccess(0, 0, length.SignedMax, PointerValue.UnknownSize, IsWrite: false, IsCertain: false);
            reporter.Report(state, new SizeNotConstant(source.Site, NameOf(source), access, contract.Requirements?.DynptrForm));
            return false;
        }

        return parameter.LengthOf < 0 || CheckCovered(state, call.Arguments[parameter.LengthOf], length);
    }

    /// <summary>Checks a buffer for the size of what the call gives a view of, where that is the length that goes with it.</summary>
    private bool CheckResultFits(State state, MethodContract contract, int index, in Argument buffer) =>
        contract.Return.LengthOf != index
        || contract.Return.Type is not ViewType { Element.Size: >= 0 and var size }
        || CheckCovered(state, buffer, Scalar.Constant(size));

    private bool CheckCovered(State state, in Argument buffer, in Scalar length) =>
        places.Read(state, buffer.Value, buffer.Site) is not PointerValue { Nullness: Nullness.NotNull, Ending: null } span
        || places.CheckBuffer(state, span, length, isWrite: !span.IsReadOnly, NameOf(buffer), buffer.Site);

    private void CheckMoved(State state, in Argument source, ref ArgumentState argument)
    {
        if (source.Value.Kind == OperandKind.Move)
            return;
        reporter.Report(state, new OwnerCopied(source.Site, NameOf(source)), About.Owner(argument.Value));
        argument.IsRefused = true;
    }

    private void CheckOwner(
        State state,
        ParameterContract parameter,
        in Argument source,
        MethodContract contract,
        ref ArgumentState argument)
    {
        if (Judge(parameter, source, contract, argument.Value) is not { } finding)
        {
            argument.IsRefused = argument.Value is null or PoisonedValue;
            return;
        }

        argument.IsRefused = true;
        reporter.Report(state, finding, About.Any(argument.Value));
        if (finding is ReleaseWrongKind)
            state.RemoveReference(((OwnerValue)argument.Value!).Reference);
        if (argument.Value is not OwnerValue && argument.Place.IsCell)
            state.Cells[argument.Place.Cell] = PoisonedValue.Instance;
    }

    /// <summary>What is wrong with giving a value to a parameter that wants a live owner.</summary>
    private static Finding? Judge(ParameterContract parameter, in Argument source, MethodContract contract, Value? value)
    {
        var (site, name, helper) = (source.Site, NameOf(source), contract.Name);
        switch (value)
        {
            case OwnerValue owner when parameter.Releases:
                if (owner.IsBorrowed)
                    return new ReleaseBorrowed(site, name, helper);
                if (parameter.Kind is { } wanted && owner.Kind is { } kind && kind != wanted)
                    return new ReleaseWrongKind(site, name, new KindMismatch(wanted, kind), helper);
                return owner.Reference == 0 && !parameter.ReleasesIfHeld ? new ReleaseUnacquired(site, name, helper) : null;
            case OwnerValue { Kind: { } actual } when parameter is { IsBorrowed: true, Kind: { } lent } && actual != lent:
                return new UseWrongKind(site, name, new KindMismatch(lent, actual), helper);
            case GoneOwnerValue gone when parameter.Releases:
                if (parameter.ReleasesIfHeld)
                    return null;
                return gone.Ending.Kind == LifetimeEnd.Released
                    ? new ReleaseTwice(site, name, helper)
                    : new ReleaseUnacquired(site, name, helper);
            case GoneOwnerValue gone:
                return gone.Ending.Kind == LifetimeEnd.Released ? new UseReleased(site, name) : new UseDestroyed(site, name);
            case null or NumberValue when !parameter.MayBeNull && !parameter.ReleasesIfHeld:
                return parameter.Releases ? new ReleaseUnacquired(site, name, helper) : new UseUninitialized(site, name);
            default:
                return null;
        }
    }

    private void CheckView(
        State state,
        ParameterContract parameter,
        in Argument source,
        MethodContract contract,
        ref ArgumentState argument)
    {
        if (parameter.Releases && argument.Value is PointerValue released)
        {
            argument.IsRefused = !CheckReleasedView(state, parameter, source, contract, released);
            return;
        }

        if (argument.Value is not PointerValue pointer)
            argument.IsRefused = argument.Value is PoisonedValue || !places.CheckOrigin(state, argument.Value, NameOf(source), source.Site);
        else if (!parameter.MayBeNull || pointer.Ending is not null)
            argument.IsRefused = !places.CheckAccess(state, pointer, NameOf(source), source.Site);
    }

    /// <summary>Checks memory that is given back: it must be what was acquired, not a slice of it.</summary>
    private bool CheckReleasedView(State state, ParameterContract parameter, in Argument source, MethodContract contract, PointerValue view)
    {
        if (view is { Reference: not 0, Ending: not null })
        {
            if (!parameter.ReleasesIfHeld)
            {
                reporter.Report(
                    state,
                    new ReleaseTwice(source.Site, NameOf(source), contract.Name),
                    new About(view.Id, view.Reference, view.Ending.Step));
                Poison.Pointer(state, view.Id);
            }

            return false;
        }

        if ((!parameter.MayBeNull && !parameter.ReleasesIfHeld) || view.Ending is not null)
        {
            if (!places.CheckAccess(state, view, NameOf(source), source.Site))
                return false;
        }

        return _origins.CheckReleased(state, parameter, contract, source, view);
    }

    private void CheckObject(
        State state,
        ParameterContract parameter,
        in Argument source,
        MethodContract contract,
        ref ArgumentState argument)
    {
        if (JudgeObject(state, parameter, source, contract, argument.Value) is not { } finding)
        {
            argument.IsRefused = argument.Value is HandleValue { Ending: not null };
            return;
        }

        argument.IsRefused = true;
        reporter.Report(state, finding, About.Any(argument.Value));
        Poison.Object(state, argument.Value);
        // Who releases the wrong object means another: that it is not released follows.
        if (finding is ReleaseTwice or ReleaseUnacquired && Ownership.FindOnly(state, parameter.Kind) is { } meant)
            Poison.Reference(state, meant.Id);
    }

    /// <summary>What is wrong with giving an object to a parameter.</summary>
    /// <remarks>
    /// Follows <c>check_kfunc_args</c>: null where an object must be, then what is released without being held. Host code may be lent an
    /// object in ways that are not followed.
    /// </remarks>
    private static Finding? JudgeObject(State state, ParameterContract parameter, in Argument source, MethodContract contract, Value? value)
    {
        var (site, name, helper) = (source.Site, NameOf(source), contract.Name);
        switch (value)
        {
            case HandleValue { Ending: not null } when parameter.ReleasesIfHeld:
                return null;
            case HandleValue { Ending: not null }:
                return parameter.Releases ? new ReleaseTwice(site, name, helper) : new UseReleased(site, name);
            case HandleValue { Nullness: Nullness.Null } when !parameter.MayBeNull && !parameter.ReleasesIfHeld:
                return new Null(site, name);
            // Linux releases what is there, or the constant null.
            case HandleValue { Nullness: Nullness.Unknown }
                when !parameter.ReleasesIfHeld && (!parameter.MayBeNull || (parameter.Releases && state.Frame.IsStrict)):
                return new MaybeNull(site, name);
            case HandleValue { Kind: { } kind } when parameter is { Releases: true, Kind: { } wanted } && kind != wanted:
                return new ReleaseWrongKind(site, name, new KindMismatch(wanted, kind), helper);
            case UntrustedValue or HandleValue { Reference: 0, Nullness: not Nullness.Null }
                when parameter is { Releases: true, ReleasesIfHeld: false } && state.Frame.IsStrict:
                return new ReleaseUnacquired(site, name, helper);
            default:
                return null;
        }
    }

    /// <summary>An owner may go where the contract says nothing about owners only as the context of a callback.</summary>
    private void CheckOther(State state, MethodContract contract, int index, in Argument source, ref ArgumentState argument)
    {
        if (!source.Value.Type.ContainsOwner || contract.IsContext(index))
            return;
        argument.IsRefused = true;
        reporter.Report(state, new PassedToUnknown(source.Site, NameOf(source), contract.Name), About.Owner(argument.Value));
        if (argument.Place.IsCell)
            Poison.Owners(state, argument.Place.Cell, source.Value.Type);
    }

    private void Refuse(State state, Finding finding, ref ArgumentState argument)
    {
        reporter.Report(state, finding, About.Any(argument.Value));
        argument.IsRefused = true;
        if (argument.Place.Pointer is { } pointer)
            Poison.Pointer(state, pointer.Id);
    }

    private static string NameOf(in Argument source) => PlaceEvaluator.GetName(source.Value);
}
