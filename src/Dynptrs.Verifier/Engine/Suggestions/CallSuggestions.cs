using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Engine.Suggestions;

/// <summary>Looks at calls for what their contracts say without asking for it: what can only fail, what is never used, what is dear.</summary>
internal sealed class CallSuggestions(PlaceEvaluator places, SuggestionCollector suggestions)
{
    /// <summary>Looks at a call, before it takes effect.</summary>
    public void Check(State state, CallInstruction call, MethodContract contract, ArgumentState[] arguments)
    {
        if (call.IsResultIgnored && contract.Return.Decides)
            suggestions.Add(state, new Finding(FindingKind.ErrnoIgnored, call.Site, "", []) { Detail = contract.Name });
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
            suggestions.Add(state, new Finding(FindingKind.AlwaysNull, call.Site, "", []) { Detail = contract.Name, OwnerKind = nullKind }, (owner.Id, 0));
    }

    /// <summary>Where a call took the view that it gives, if that may be a copy in a buffer.</summary>
    public static Site? FindCopy(CallInstruction call, MethodContract contract, OwnerValue owner, ArgumentState[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (contract.Parameters[i].Bounce is { } bounce && owner.Kind is { } kind && bounce.MayServe(kind) && !IsEmpty(arguments[i].Value))
                return call.Site;
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
            suggestions.Add(state, new Finding(FindingKind.WakesInLoop, argument.Site, "", []) { Detail = contract.Name });
        if (number.IsConstant && parameter.ConstantForm is { } helper)
            Reserve(state, call, contract, helper);
    }

    private void CheckRange(State state, in Argument argument, MethodContract contract, ParameterContract parameter, in Scalar number, NumberRange range, string? kind)
    {
        var isOfKind = !parameter.RangeExcept.IsEmpty;
        if (isOfKind && (kind is null || parameter.RangeExcept.Contains(kind)))
            return;
        suggestions.Add(state, new Finding(FindingKind.NumberOnlyFails, argument.Site, parameter.Name, [])
        {
            Detail = contract.Name,
            OwnerKind = isOfKind ? kind : null,
            Range = new RangeMismatch(range, new NumberRange(number.SignedMin, number.SignedMax)),
        });
    }

    private void Reserve(State state, CallInstruction call, MethodContract contract, string helper)
    {
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].Acquires)
                suggestions.Reservations.Reserve(state, call.Arguments[i].Site, PlaceEvaluator.GetName(call.Arguments[i].Value), helper);
        }
    }

    private void CheckBuffer(State state, CallInstruction call, MethodContract contract, int index, BounceBuffer bounce, string kind, in ArgumentState buffer)
    {
        var isEmpty = IsEmpty(buffer.Value);
        FindingKind? finding = isEmpty && bounce.RequiredFor.Contains(kind) ? FindingKind.BufferMissing
            : !isEmpty && !bounce.MayServe(kind) ? FindingKind.BufferNeverUsed
            : null;
        if (finding is not { } needless)
            return;
        var argument = call.Arguments[index];
        suggestions.Add(state, new Finding(needless, argument.Site, PlaceEvaluator.GetName(argument.Value), []) { Detail = contract.Name, OwnerKind = kind });
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
