using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Refuses what program code does and BPF has no counterpart for. In host code it is only knowledge that is missing.</summary>
internal sealed class CounterpartChecks(PlaceEvaluator places, Reporter reporter)
{
    /// <summary>Checks an instruction.</summary>
    /// <returns>Whether it was refused, here or where what it reads was made: nothing follows from its result.</returns>
    public bool IsRefused(State state, OpaqueInstruction opaque)
    {
        if (!state.Frame.Function.IsProgramCode || opaque.Reason is OpaqueReason.Reinterpretation or OpaqueReason.NotFollowed)
            return false;
        foreach (var input in opaque.Inputs)
        {
            if (IsPoisoned(state, input, opaque.Site))
                return true;
        }

        if (!opaque.Reason.IsRefused())
            return false;
        reporter.Report(state, new NoCounterpart(opaque.Site, "", opaque.Description, opaque.Reason));
        return true;
    }

    /// <summary>Checks a call of what can be neither followed nor trusted. One that takes or gives an owner is reported for that.</summary>
    /// <returns>Whether it was refused, here or where what it is given was made.</returns>
    public bool IsRefused(State state, CallInstruction call)
    {
        if (!state.Frame.Function.IsProgramCode || call.Result is { Type.ContainsOwner: true })
            return false;
        var (reason, description) = call.Target switch
        {
            UnknownTarget unknown => (unknown.Reason, unknown.Description),
            DelegateTarget => (OpaqueReason.Dispatch, "a call of a delegate that is not known"),
            _ => (OpaqueReason.NotFollowed, ""),
        };
        if (reason is OpaqueReason.Reinterpretation or OpaqueReason.NotFollowed)
            return false;
        var isPoisoned = call.Target is DelegateTarget target && IsPoisoned(state, target.Delegate, call.Site);
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Type.ContainsOwner)
                return false;
            isPoisoned |= IsPoisoned(state, argument.Value, argument.Site);
        }

        if (isPoisoned || !reason.IsRefused())
            return isPoisoned;
        reporter.Report(state, new NoCounterpart(call.Site, call.Target is UnknownTarget ? call.Target.Name : "", description, reason));
        return true;
    }

    private bool IsPoisoned(State state, Operand operand, Site site)
    {
        if (operand.Kind is not (OperandKind.Copy or OperandKind.Move))
            return false;
        foreach (var value in places.ReadAll(state, operand, site))
        {
            if (value is PoisonedValue)
                return true;
        }

        return false;
    }
}
