using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Suggestions;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Suggestions;

/// <summary>
/// Looks at calls for what their contracts say without asking for it: what can only fail, what is never used, what is dear.
/// </summary>
internal sealed class CallSuggestions(PlaceEvaluator places, Reporter reporter, SuggestionCollector suggestions)
{
    /// <summary>Looks at a call, before it takes effect.</summary>
    public void Check(State state, CallInstruction call, MethodContract contract, ArgumentState[] arguments)
    {
        if (!suggestions.IsAsked)
            return;
        if (call.IsResultIgnored && contract.Return.Decides)
            reporter.Report(state, new ErrnoIgnored(call.Site, "", contract.Name));
        var owner = FindOwner(contract, arguments);
        for (var i = 0; i < arguments.Length; i++)
        {
            CheckNumber(state, call, contract, i, owner);
            if (contract.Parameters[i].Bounce is { } bounce && owner is { Kind: { } kind })
                CheckBuffer(state, call, contract, i, bounce, kind, arguments[i]);
            if (arguments[i].Value is OwnerValue used)
                CheckOwner(state, call, contract, i, used);
        }

        if (owner is { Kind: { } nullKind } && contract.Return.NullKinds.Contains(nullKind))
            reporter.Report(state, new AlwaysNull(call.Site, "", contract.Name, nullKind), new About(owner.Id));
    }

    /// <summary>Where a call took the view that it gives, if that may be a copy in a buffer.</summary>
    public static Site? FindCopy(CallInstruction call, MethodContract contract, OwnerValue owner, ArgumentState[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (contract.Parameters[i].Bounce is { } bounce
                && owner.Kind is { } kind
                && bounce.MayServe(kind)
                && !IsEmpty(arguments[i].Value))
            {
                return call.Site;
            }
        }

        return null;
    }

    private void CheckNumber(State state, CallInstruction call, MethodContract contract, int index, OwnerValue? owner)
    {
        var (parameter, argument) = (contract.Parameters[index], call.Arguments[index]);
        if (parameter is { Range: null, WakeUpFlags: 0, ConstantForm: null })
            return;
        var number = places.ReadNumber(state, argument.Value, argument.Site).Range;
        if (parameter.Range is { } range && range.Min <= range.Max && Scalar.Signed(range.Min, range.Max).Meet(number).IsEmpty)
            CheckRange(state, argument, contract, parameter, number, range, owner?.Kind);
        if (number.IsConstant && ((ulong)number.SignedMin & parameter.WakeUpFlags) != 0 && Repetition.IsRepeated(state.Frame, call))
            reporter.Report(state, new WakesInLoop(argument.Site, "", contract.Name));
        if (number.IsConstant && parameter.ConstantForm is { } helper)
            Reserve(state, call, contract, helper);
    }

    private void CheckRange(
        State state,
        in Argument argument,
        MethodContract contract,
        ParameterContract parameter,
        in Scalar number,
        ValueRange range,
        string? kind)
    {
        var isOfKind = !parameter.RangeExcept.IsEmpty;
        if (isOfKind && (kind is null || parameter.RangeExcept.Contains(kind)))
            return;
        var mismatch = new RangeMismatch(range, new ValueRange(number.SignedMin, number.SignedMax));
        reporter.Report(state, new NumberOnlyFails(argument.Site, parameter.Name, contract.Name, mismatch, isOfKind ? kind : null));
    }

    private void Reserve(State state, CallInstruction call, MethodContract contract, string helper)
    {
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].Acquires)
                suggestions.Reservations.Reserve(state, call.Arguments[i].Site, PlaceEvaluator.GetName(call.Arguments[i].Value), helper);
        }
    }

    private void CheckBuffer(
        State state,
        CallInstruction call,
        MethodContract contract,
        int index,
        BounceBuffer bounce,
        string kind,
        in ArgumentState buffer)
    {
        var isEmpty = IsEmpty(buffer.Value);
        var (site, name) = (call.Arguments[index].Site, PlaceEvaluator.GetName(call.Arguments[index].Value));
        if (isEmpty && bounce.RequiredFor.Contains(kind))
            reporter.Report(state, new BufferMissing(site, name, contract.Name, kind));
        else if (!isEmpty && !bounce.MayServe(kind))
            reporter.Report(state, new BufferNeverUsed(site, name, contract.Name, kind));
    }

    private void CheckOwner(State state, CallInstruction call, MethodContract contract, int index, OwnerValue owner)
    {
        if (contract.Parameters[index].IsWritten)
            suggestions.Copies.WriteBack(state, owner, call.Site);
        if (owner.Reference != 0)
            suggestions.Reservations.Use(state, owner, contract, index);
    }

    /// <summary>The owner that a call is about: the first that it is given.</summary>
    private static OwnerValue? FindOwner(MethodContract contract, ArgumentState[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (contract.Parameters[i].Passing != ArgumentPassing.Out && arguments[i].Value is OwnerValue owner)
                return owner;
        }

        return null;
    }

    private static bool IsEmpty(Value? buffer) => buffer is PointerValue { Nullness: Nullness.Null };
}
