using System.Collections.Immutable;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.Suggestions;

namespace Dynptrs.Verifier.Transfer;

/// <summary>Calls and returns: which are followed, what is handed over, and what may not be left behind.</summary>
internal sealed class CallTransfer
{
    private readonly PlaceEvaluator _places;
    private readonly CopyChecks _copies;
    private readonly VerifierOptions _options;
    private readonly ContractTransfer _contracts;
    private readonly CallTracking _tracking;
    private readonly ProgramChecks _program;
    private readonly ReturnChecks _returns;
    private readonly FrameEntry _frames;
    private readonly UnknownCalls _unknown;
    private readonly ReachedBodies _bodies;

    public CallTransfer(
        PlaceEvaluator places,
        CopyChecks copies,
        CounterpartChecks counterparts,
        Reporter reporter,
        ReachedBodies bodies,
        SuggestionCollector suggestions,
        VerifierOptions options,
        bool isQuick)
    {
        _places = places;
        _copies = copies;
        _options = options;
        Stack = new StackChecks(reporter, options);
        _frames = new FrameEntry(places, copies, Stack, reporter, options);
        _contracts = new ContractTransfer(
            places,
            new ArgumentChecks(places, reporter),
            new OwnContractChecks(reporter),
            new Regions(reporter, isQuick),
            new CallSuggestions(places, reporter, suggestions),
            _frames,
            options.Program);
        _tracking = new CallTracking(places);
        var regions = new RegionChecks(reporter);
        _program = new ProgramChecks(places, regions, reporter, options);
        _returns = new ReturnChecks(reporter, options);
        _unknown = new UnknownCalls(places, copies, counterparts, reporter);
        _bodies = bodies;
        Callbacks = new Callbacks(places, _frames, _unknown);
        Leaks = new Leaks(reporter, regions);
    }

    public Callbacks Callbacks { get; }

    public Leaks Leaks { get; }

    public StackChecks Stack { get; }

    /// <summary>Enters the function that is verified.</summary>
    public void Begin(State state)
    {
        _program.CheckEntry(state);
        Regions.Begin(state);
    }

    public CallProgress Execute(State state, CallInstruction call, Resumption next)
    {
        switch (call.Target)
        {
            case ContractTarget target:
                return ApplyContract(state, call, target);
            case FunctionTarget target:
                return Enter(state, call, target.Function, next);
            case DelegateTarget target when _places.Read(state, target.Delegate, call.Site) is FunctionValue { Function: var function }:
                if (function.ByContract is not { } trusted)
                    return Enter(state, call, function, next);
                if (Callbacks.Find(trusted.Contract) < 0)
                    return ApplyContract(state, call, trusted);
                break;
        }

        _unknown.Execute(state, call);
        return CallProgress.Done;
    }

    /// <summary>Leaves the innermost frame.</summary>
    /// <returns>Where the caller goes on, which is the innermost frame then, or <see langword="null"/> at the end of the path.</returns>
    public Resumption? Return(State state, ReturnTerminator terminator)
    {
        var values = ReadResult(state, terminator);
        Leaks.Check(state, terminator.Site, values);
        CheckGone(state, terminator, values);
        values = _returns.CheckStack(state, terminator, values);
        _returns.Check(state, terminator, values);
        return Pop(state, values);
    }

    /// <summary>Ends the innermost frame by a call that succeeded in ending it.</summary>
    /// <returns>Where the caller goes on, or <see langword="null"/> at the end of the path.</returns>
    public Resumption? End(State state, CallInstruction call, EndOfProgram end)
    {
        // What a compiler puts into its caller is a part of it.
        while (state.Frame is { Parent: { } caller, Function.IsInlined: true } inlined)
        {
            PacketSums.Leave(state, inlined);
            state.Frame = caller;
        }

        Stack.CheckEnd(state, call);
        Leaks.CheckEnd(state, call.Site);
        if (state.Frame.Parent is null || state.Frame.Resumption.IsCallback)
            return null;
        ContractTransfer.InvalidateTagged(state, call, "", end.Invalidates);
        return Pop(state, ImmutableArray<Value?>.Empty);
    }

    /// <summary>Goes back to the caller of the innermost frame, if it has one.</summary>
    private Resumption? Pop(State state, ImmutableArray<Value?> values)
    {
        var frame = state.Frame;
        if (frame.Parent is not { } caller)
            return null;
        state.Frame = caller;
        PacketSums.Leave(state, frame);
        state.Cells.ClearFrom(frame.FirstCell);
        if (frame.Resumption.IsCallback)
        {
            Callbacks.ForgetContext(state, frame.Call!, isShared: false);
        }
        else
        {
            for (var i = 0; i < frame.Call!.Arguments.Length; i++)
                ForgetParts(state, frame.Call, i, frame.Function);
            SetResult(state, frame.Call!, values);
        }

        return frame.Resumption;
    }

    private CallProgress ApplyContract(State state, CallInstruction call, ContractTarget target)
    {
        if (state.Frame.Function.IsProgramCode)
        {
            _program.Check(state, call, target);
            if (target.Body is { } body)
            {
                if (body.Resolve() is { } function)
                    Stack.CheckCall(state, call.Site, function);
                _bodies.Add(state.Frame, call, body, Stack.ChainOf(state.Frame));
            }
        }

        var result = _contracts.Apply(state, call, target);
        if (Callbacks.Find(target.Contract) is >= 0 and var callback)
        {
            Callbacks.Begin(state, call, target.Contract.Parameters[callback].Callback!);
            return CallProgress.RunsCallback;
        }

        SetResult(state, call, result);
        return CallProgress.Done;
    }

    private CallProgress Enter(State state, CallInstruction call, FunctionReference reference, Resumption next)
    {
        // The kernel follows every call. Host code may call whole libraries: there, calls that are given nothing that is
        // followed are themselves followed a few deep only, for what they answer.
        var isTracked = state.Frame.Function.IsProgramCode || _tracking.IsTracked(state, call);
        var untrackedDepth = isTracked ? 0 : state.Frame.UntrackedDepth + 1;
        if (untrackedDepth > _options.MaxUntrackedFrames
            || (!isTracked && (state.Frame.IsActive(reference) || state.Frame.Depth >= _options.MaxFrames))
            || reference.Resolve() is not { } function)
        {
            _unknown.Execute(state, call);
            return CallProgress.Done;
        }

        if (!_frames.IsAllowed(state, call.Site, reference))
        {
            _unknown.Skip(state, call);
            return CallProgress.Done;
        }

        var arguments = new ImmutableArray<Value?>[call.Arguments.Length];
        var referents = new ImmutableArray<Value?>[call.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            ForgetParts(state, call, i, function);
            referents[i] = function.IsInlined || MayWriteBehind(function, i)
                ? ImmutableArray<Value?>.Empty
                : _frames.ReadParts(state, call.Arguments[i]);
            arguments[i] = _frames.Evaluate(state, call.Arguments[i]);
            if (reference.IsRoot && CheckAlive(state, arguments[i], call.Arguments[i]))
                arguments[i] = _frames.Evaluate(state, call.Arguments[i]);
            if (!function.IsInlined)
                arguments[i] = FrameEntry.Fill(arguments[i]);
        }

        _bodies.AddFollowed(reference);
        _frames.Push(state, call, reference, function, next, untrackedDepth);
        for (var i = 0; i < function.ParameterCount && i < arguments.Length; i++)
        {
            FrameEntry.SetParameter(state, function.Locals[i], arguments[i]);
            FrameEntry.SetReferent(state, i, referents[i]);
        }

        return CallProgress.Entered;
    }

    private void ForgetParts(State state, CallInstruction call, int index, Function callee)
    {
        // What a compiler puts into its caller leaves the variables of that in registers.
        if (state.Frame.IsStrict && !callee.IsInlined && MayWriteBehind(callee, index))
            _frames.ForgetParts(state, call.Arguments[index]);
    }

    private static bool MayWriteBehind(Function callee, int index) => FunctionFacts.Of(callee).MayWriteBehind(index);

    /// <summary>Checks what a function is given that is verified alone: what it does with dead memory is not reported there.</summary>
    /// <returns>Whether something was reported.</returns>
    private bool CheckAlive(State state, ImmutableArray<Value?> values, in Argument argument)
    {
        var isReported = false;
        foreach (var value in values)
            isReported |= !CheckAlive(state, value, PlaceEvaluator.GetName(argument.Value), argument.Site);

        return isReported;
    }

    /// <summary>Checks that host code gives nothing to its unknown callers that points to memory which is gone.</summary>
    /// <remarks>The kernel leaves it to who uses it, and so do callers that are followed.</remarks>
    private void CheckGone(State state, ReturnTerminator terminator, ImmutableArray<Value?> values)
    {
        var frame = state.Frame;
        if (frame is not { Parent: null, IsStrict: false, Function: { Contract: null } function })
            return;
        if (terminator.Value is { Type: not ScalarType } result)
        {
            foreach (var value in values)
                CheckAlive(state, value, PlaceEvaluator.GetName(result), terminator.ValueSite);
        }

        for (var i = 0; i < function.ParameterCount; i++)
        {
            if (function.Locals[i] is { IsByRef: true, Type: PointerType { Element: PointerType or ViewType } } parameter)
                CheckAlive(state, state.Cells[frame.FirstCell + function.GetReferent(i)], parameter.Name, terminator.Site);
        }
    }

    private bool CheckAlive(State state, Value? value, string name, Site site) =>
        value is not PointerValue { Ending: not null } pointer || _places.CheckAccess(state, pointer, name, site);

    private ImmutableArray<Value?> ReadResult(State state, ReturnTerminator terminator)
    {
        if (terminator.Value is not { } value)
            return ImmutableArray<Value?>.Empty;
        if (!value.Type.ContainsOwner || value.Kind == OperandKind.Move)
            return _places.ReadAll(state, value, terminator.Site);
        _copies.Refuse(state, value, terminator.Site);
        return _places.ReadAll(state, value, terminator.Site);
    }

    private void SetResult(State state, CallInstruction call, ImmutableArray<Value?> values)
    {
        if (call.Result is not { } result)
            return;
        if (values.Length == result.Type.CellCount)
            _places.WriteAll(state, result, values, call.Site);
        else if (_places.Locate(state, result, call.Site) is { IsCell: true } location)
            _places.Forget(state, location.Cell, result.Type);
    }
}
