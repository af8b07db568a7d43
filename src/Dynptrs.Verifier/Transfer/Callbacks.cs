using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Transfer;

/// <summary>Callbacks that a call runs: the path splits each time between one more run and the end of the call.</summary>
/// <remarks>Follows <c>push_callback_call</c> and <c>prepare_func_exit</c>.</remarks>
internal sealed class Callbacks(PlaceEvaluator places, FrameEntry frames, UnknownCalls unknown)
{
    /// <summary>The parameter of a contract that is a callback, or -1.</summary>
    public static int Find(MethodContract contract)
    {
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].Callback is not null)
                return i;
        }

        return -1;
    }

    /// <summary>Notes how often the callback of a call may run. There is always a path on which it ran less often.</summary>
    public void Begin(State state, CallInstruction call, CallbackContract callback)
    {
        var runs = callback.Runs >= 0
            ? places.ReadNumber(state, call.Arguments[callback.Runs].Value, call.Site).Range.UnsignedMax
            : ulong.MaxValue;
        state.Cells[state.Frame.RunsLeftCell] = new RunsLeftValue(runs);
    }

    /// <summary>Goes on after a call whose callback has run as often as it does.</summary>
    public void Finish(State state, CallInstruction call)
    {
        state.Cells[state.Frame.RunsLeftCell] = null;
        if (call.Result is { } result)
            places.Write(state, result, state.NewUnknown(result.Type), call.Site);
    }

    /// <summary>Enters the callback of a call once.</summary>
    /// <returns>Whether it can be followed.</returns>
    public bool Enter(State state, CallInstruction call, Resumption resumption)
    {
        var contract = ((ContractTarget)call.Target).Contract;
        var index = Find(contract);
        var callback = contract.Parameters[index].Callback!;
        if (state.Cells[state.Frame.RunsLeftCell] is not RunsLeftValue { Count: > 0 and var left })
            return false;
        state.Cells[state.Frame.RunsLeftCell] = new RunsLeftValue(left - 1);
        if (places.Read(state, call.Arguments[index].Value, call.Site) is not FunctionValue { Function: var reference }
            || reference.Resolve() is not { } function)
        {
            if (callback.Context >= 0)
                unknown.Pass(state, call.Arguments[callback.Context], contract.Name);
            return false;
        }

        if (!frames.IsAllowed(state, CallSites.Of(call, isCallback: true), reference))
            return false;
        var context = ImmutableArray<Value?>.Empty;
        if (callback.Context >= 0)
        {
            ForgetContext(state, call, isShared: true);
            context = frames.Evaluate(state, call.Arguments[callback.Context]);
        }

        frames.Push(state, call, reference, function, resumption, untrackedDepth: 0);
        for (var i = 0; i < function.ParameterCount; i++)
        {
            var parameter = function.Locals[i];
            if (i == function.ParameterCount - 1 && callback.Context >= 0)
                FrameEntry.SetParameter(state, parameter, context);
            else
                EntryState.SetParameter(state, function, parameter, ContractOf(callback, i), function.GetReferent(i));
        }

        return true;
    }

    /// <summary>Forgets what the kernel does not know of the context of a callback, where one of the two goes on that share it.</summary>
    public void ForgetContext(State state, CallInstruction call, bool isShared)
    {
        var contract = ((ContractTarget)call.Target).Contract;
        if (contract.Parameters[Find(contract)].Callback!.Context is >= 0 and var context)
            frames.ForgetParts(state, call.Arguments[context], isShared);
    }

    private static ParameterContract? ContractOf(CallbackContract callback, int index) =>
        index < callback.Delegate.Parameters.Length ? callback.Delegate.Parameters[index] : null;
}
