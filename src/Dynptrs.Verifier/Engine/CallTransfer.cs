using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Engine.Suggestions;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Engine;

/// <summary>Calls and returns: which are followed, what is handed over, and what may not be left behind.</summary>
internal sealed class CallTransfer
{
    private readonly PlaceEvaluator _places;
    private readonly InstructionTransfer _instructions;
    private readonly Reporter _reporter;
    private readonly VerifierOptions _options;
    private readonly ContractTransfer _contracts;
    private readonly CallTracking _tracking;
    private readonly ProgramChecks _program;
    private readonly ReturnChecks _returns;
    private readonly CounterpartChecks _counterparts;
    private readonly ReachedBodies _bodies;

    public CallTransfer(PlaceEvaluator places, InstructionTransfer instructions, Reporter reporter, CounterpartChecks counterparts, ReachedBodies bodies, SuggestionCollector suggestions, VerifierOptions options)
    {
        _places = places;
        _instructions = instructions;
        _reporter = reporter;
        _options = options;
        _contracts = new ContractTransfer(places, new ArgumentChecks(places, reporter), new OwnContractChecks(reporter), new CallSuggestions(places, suggestions));
        _tracking = new CallTracking(places);
        _program = new ProgramChecks(places, reporter, options);
        _returns = new ReturnChecks(reporter);
        _counterparts = counterparts;
        _bodies = bodies;
    }

    public CallProgress Execute(State state, CallInstruction call, Resumption next)
    {
        switch (call.Target)
        {
            case ContractTarget target:
                return Trust(state, call, target);
            case FunctionTarget target:
                return Enter(state, call, target.Function, next);
            case DelegateTarget target when _places.Read(state, target.Delegate, call.Site) is FunctionValue { Function: var function }:
                if (function.Trusted is not { } trusted)
                    return Enter(state, call, function, next);
                if (FindCallback(trusted.Contract) < 0)
                    return Trust(state, call, trusted);
                CallUnknown(state, call);
                return CallProgress.Done;
            default:
                CallUnknown(state, call);
                return CallProgress.Done;
        }
    }

    private CallProgress Trust(State state, CallInstruction call, ContractTarget target)
    {
        if (state.Frame.Function.IsProgramCode)
            CheckProgram(state, call, target);
        var result = _contracts.Apply(state, call, target.Contract);
        if (FindCallback(target.Contract) is >= 0 and var callback)
        {
            state.Cells[state.Frame.RunsLeftCell] = CountRuns(state, call, target.Contract.Parameters[callback].Callback!);
            return CallProgress.RunsCallback;
        }

        SetResult(state, call, result);
        return CallProgress.Done;
    }

    private void CheckProgram(State state, CallInstruction call, ContractTarget target)
    {
        _program.Check(state, call, target.Contract);
        if (target.Body is { } body)
            _bodies.Add(state.Frame, call, body);
    }

    /// <summary>Goes on after a call whose callback has run as often as it does.</summary>
    public void FinishCallbacks(State state, CallInstruction call)
    {
        state.Cells[state.Frame.RunsLeftCell] = null;
        if (call.Result is { } result)
            _places.Write(state, result, state.NewUnknown(result.Type), call.Site);
    }

    /// <summary>Enters the callback of a call once.</summary>
    /// <returns>Whether it can be followed.</returns>
    public bool EnterCallback(State state, CallInstruction call, Resumption resumption)
    {
        var contract = ((ContractTarget)call.Target).Contract;
        var index = FindCallback(contract);
        var callback = contract.Parameters[index].Callback!;
        if (state.Cells[state.Frame.RunsLeftCell] is not RunsLeftValue { Count: > 0 and var left })
            return false;
        state.Cells[state.Frame.RunsLeftCell] = new RunsLeftValue(left - 1);
        if (_places.Read(state, call.Arguments[index].Value, call.Site) is not FunctionValue { Function: var reference } || reference.Resolve() is not { } function)
        {
            if (callback.Context >= 0)
                PassToUnknown(state, call.Arguments[callback.Context], contract.Name);
            return false;
        }

        if (!CanEnter(state, Reporter.GetCallSite(call, isCallback: true), reference))
            return false;
        var context = callback.Context >= 0 ? Evaluate(state, call.Arguments[callback.Context]) : ImmutableArray<Value?>.Empty;
        PushFrame(state, call, reference, function, resumption, untrackedDepth: 0);
        for (var i = 0; i < function.ParameterCount; i++)
        {
            var parameter = function.Locals[i];
            if (i == function.ParameterCount - 1 && callback.Context >= 0)
                SetCells(state, state.Frame.FirstCell + parameter.FirstCell, context);
            else
                EntryState.SetParameter(state, function, parameter, i < callback.Delegate.Parameters.Length ? callback.Delegate.Parameters[i] : null, function.CellCount + i);
        }

        return true;
    }

    /// <summary>Leaves the innermost frame.</summary>
    /// <returns>Where the caller goes on, or <see langword="null"/> at the end of the path.</returns>
    public PointStates? Return(State state, ReturnTerminator terminator)
    {
        var frame = state.Frame;
        var values = ReadResult(state, terminator, frame);
        CheckLeaks(state, terminator.Site, values);
        _returns.Check(state, terminator, values);
        if (frame.Parent is not { } caller)
            return null;
        state.Frame = caller;
        state.Cells.ClearFrom(frame.FirstCell);
        if (!frame.Resumption.IsCallback)
            SetResult(state, frame.Call!, values);
        return caller.GetResumption(frame.Resumption);
    }

    /// <summary>Reports the references that nothing can release any more when the innermost frame is left.</summary>
    /// <remarks>
    /// The kernel looks for them where the program ends (<c>check_reference_leak</c>). A reference whose last holder goes
    /// with a frame is lost already there, which is where a person would release it.
    /// </remarks>
    /// <param name="state">The path.</param>
    /// <param name="site">The place where the frame is left.</param>
    /// <param name="result">What the frame returns; <see langword="null"/> when an exception leaves all frames.</param>
    public void CheckLeaks(State state, Site site, ImmutableArray<Value?>? result)
    {
        var frame = state.Frame;
        foreach (var reference in state.References)
        {
            if (reference.IsCallers || (result is { } values && IsHandedOver(state, frame, reference, values)))
                continue;
            _reporter.ReportLeak(state, site, reference);
            state.RemoveReference(reference.Id);
        }
    }

    /// <summary>Reports the references that nothing can release any more when an exception leaves the innermost frame. Its callers see to theirs where they call it.</summary>
    public void CheckLeaksWhenThrown(State state)
    {
        var frame = state.Frame;
        var thrown = state.Trace;
        while (thrown is not null && (thrown.Step.Kind != TraceStepKind.Thrown || thrown.Context != frame))
            thrown = thrown.Parent;
        foreach (var reference in state.References)
        {
            if (!reference.IsCallers && (frame.Parent is null || !Ownership.IsHeldElsewhere(state, reference.Id, exceptCell: -1, beforeCell: frame.FirstCell)))
                _reporter.ReportLeak(state, thrown!.Step, reference);
        }
    }

    private static bool IsHandedOver(State state, Frame frame, Reference reference, ImmutableArray<Value?> result)
    {
        // The callers of a method with a contract take what it says.
        var contract = frame.Parent is null ? frame.Function.Contract : null;
        foreach (var value in result)
        {
            if (Ownership.Holds(value, reference.Id) && contract is null or { Return.Acquires: true })
                return true;
        }

        if (frame.Parent is not null)
            return Ownership.IsHeldElsewhere(state, reference.Id, exceptCell: -1, beforeCell: frame.FirstCell);
        if (contract is null)
            return false;
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].Acquires && Ownership.Holds(state.Cells[frame.FirstCell + frame.Function.CellCount + i], reference.Id))
                return true;
        }

        return false;
    }

    /// <summary>How often a callback may run. The number of the runs may be less: there is always a path on which it ran less often.</summary>
    private RunsLeftValue CountRuns(State state, CallInstruction call, CallbackContract callback) =>
        new(callback.Runs >= 0 ? _places.ReadNumber(state, call.Arguments[callback.Runs].Value, call.Site).Range.UnsignedMax : ulong.MaxValue);

    private static int FindCallback(MethodContract contract)
    {
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].Callback is not null)
                return i;
        }

        return -1;
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
            CallUnknown(state, call);
            return CallProgress.Done;
        }

        if (!CanEnter(state, call.Site, reference))
        {
            Skip(state, call);
            return CallProgress.Done;
        }

        var arguments = new ImmutableArray<Value?>[call.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Evaluate(state, call.Arguments[i]);
            if (reference.IsVerifiedAlone && CheckAlive(state, arguments[i], call.Arguments[i]))
                arguments[i] = Evaluate(state, call.Arguments[i]);
        }

        PushFrame(state, call, reference, function, next, untrackedDepth);
        for (var i = 0; i < function.ParameterCount && i < arguments.Length; i++)
            SetCells(state, state.Frame.FirstCell + function.Locals[i].FirstCell, arguments[i]);
        return CallProgress.Entered;
    }

    /// <summary>Checks what a function is given that is verified alone: what it does with dead memory is not reported there.</summary>
    /// <returns>Whether something was reported.</returns>
    private bool CheckAlive(State state, ImmutableArray<Value?> values, in Argument argument)
    {
        var isReported = false;
        foreach (var value in values)
        {
            if (value is PointerValue { Ending: not null } pointer)
                isReported |= !_places.CheckAccess(state, pointer, PlaceEvaluator.GetName(argument.Value), argument.Site);
        }

        return isReported;
    }

    private bool CanEnter(State state, Site site, FunctionReference reference)
    {
        if (state.Frame.IsActive(reference))
        {
            _reporter.Report(state, FindingKind.Recursion, site, reference.Name);
            return false;
        }

        if (state.Frame.Depth < _options.MaxFrames)
            return true;
        _reporter.Report(state, FindingKind.TooManyFrames, site, reference.Name);
        return false;
    }

    private static void PushFrame(State state, CallInstruction call, FunctionReference reference, Function function, Resumption resumption, int untrackedDepth)
    {
        state.Frame = state.Frame.GetCallee(call, reference, function, resumption, untrackedDepth);
        var kind = resumption.IsCallback ? TraceStepKind.CalledBack : TraceStepKind.Called;
        state.Record(kind, Reporter.GetCallSite(call, resumption.IsCallback), "", function.Name, id: 0);
    }

    /// <summary>The value that a parameter of a followed function starts with.</summary>
    private ImmutableArray<Value?> Evaluate(State state, in Argument argument)
    {
        if (argument.Passing == ArgumentPassing.Value || argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
        {
            if (argument.Value is { Kind: OperandKind.Copy, Type.ContainsOwner: true })
                _instructions.ReportCopy(state, argument.Value, argument.Site);
            return _places.ReadAll(state, argument.Value, argument.Site);
        }

        var location = _places.Locate(state, argument.Value.Place, argument.Site);
        return location switch
        {
            { IsCell: true } => [new AddressValue(location.Cell, argument.Value.Type.Size)],
            _ => [_places.GetPointer(state, location, argument.Value.Place, argument.Site) ?? (Value)UnknownValue.Instance],
        };
    }

    private static void SetCells(State state, int cell, ImmutableArray<Value?> values)
    {
        for (var i = 0; i < values.Length; i++)
            state.Cells[cell + i] = values[i];
    }

    private ImmutableArray<Value?> ReadResult(State state, ReturnTerminator terminator, Frame frame)
    {
        if (terminator.Value is not { } value)
            return ImmutableArray<Value?>.Empty;
        if (!value.Type.ContainsOwner || value.Kind == OperandKind.Move)
            return _places.ReadAll(state, value, terminator.Site);
        _instructions.ReportCopy(state, value, terminator.Site);
        var location = _places.Locate(state, value.Place, terminator.Site);
        if (location.IsCell)
            InstructionTransfer.Poison(state, location.Cell, value.Type);
        return _places.ReadAll(state, value, terminator.Site);
    }

    private void SetResult(State state, CallInstruction call, ImmutableArray<Value?> values)
    {
        if (call.Result is not { } result)
            return;
        if (values.Length == result.Type.CellCount)
        {
            _places.WriteAll(state, result, values, call.Site);
            return;
        }

        var location = _places.Locate(state, result, call.Site);
        if (location.IsCell)
            _places.Forget(state, location.Cell, result.Type);
    }

    /// <summary>A call of which nothing is known but what C# says: it may read and write what it is given.</summary>
    private void CallUnknown(State state, CallInstruction call)
    {
        var isRefused = _counterparts.IsRefused(state, call);
        PointerValue? derived = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Passing == ArgumentPassing.Value)
                derived ??= PassValue(state, argument);
            else
                PassToUnknown(state, argument, call.Target.Name);
            if (isRefused && argument is { Passing: ArgumentPassing.Ref or ArgumentPassing.Out, Value.Kind: OperandKind.Copy or OperandKind.Move })
                _places.WriteAll(state, argument.Value.Place, InstructionTransfer.Repeat(PoisonedValue.Instance, argument.Value.Type.CellCount), argument.Site);
        }

        if (call.Result is not { } result)
            return;
        if (result.Type.ContainsOwner)
        {
            _reporter.Report(state, FindingKind.MadeByUnknown, call.Site, PlaceEvaluator.GetName(result), detail: call.Target.Name);
            derived = null;
        }

        // By C#'s rules of ref safety, a pointer that comes back points into what was given, if into anything that can die.
        var values = ImmutableArray.CreateBuilder<Value?>(result.Type.CellCount);
        for (var i = 0; i < result.Type.CellCount; i++)
            values.Add(isRefused ? PoisonedValue.Instance : GetUnknownResult(state, result.Type, derived));
        _places.WriteAll(state, result, values.MoveToImmutable(), call.Site);
    }

    private static Value GetUnknownResult(State state, IrType type, PointerValue? derived)
    {
        if (type.ContainsOwner)
            return PoisonedValue.Instance;
        return type is ScalarType or HandleType ? state.NewUnknown(type) : derived ?? (Value)UnknownValue.Instance;
    }

    /// <summary>Goes on after a call that was refused: of what it was given nothing is known any more.</summary>
    private void Skip(State state, CallInstruction call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Passing == ArgumentPassing.Value || argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
                continue;
            if (_places.Locate(state, argument.Value.Place, argument.Site) is not { IsCell: true } location)
                continue;
            InstructionTransfer.Poison(state, location.Cell, argument.Value.Type);
            _places.Forget(state, location.Cell, argument.Value.Type);
        }

        SetResult(state, call, ImmutableArray<Value?>.Empty);
    }

    private PointerValue? PassValue(State state, in Argument argument)
    {
        if (argument.Value is { Kind: OperandKind.Copy, Type.ContainsOwner: true })
        {
            _instructions.ReportCopy(state, argument.Value, argument.Site);
            return null;
        }

        PointerValue? first = null;
        foreach (var value in _places.ReadAll(state, argument.Value, argument.Site))
        {
            if (value is not PointerValue pointer)
                continue;
            if (pointer.Ending is not null || argument.Value.Type is ViewType)
                _places.CheckAccess(state, pointer, PlaceEvaluator.GetName(argument.Value), argument.Site);
            else if (pointer.Owner != 0)
                first ??= pointer;
        }

        return first;
    }

    private void PassToUnknown(State state, in Argument argument, string callee)
    {
        if (argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
            return;
        var location = _places.Locate(state, argument.Value.Place, argument.Site);
        if (!location.IsCell)
            return;
        var type = argument.Value.Type;
        if (type.ContainsOwner)
        {
            _reporter.Report(state, FindingKind.PassedToUnknown, argument.Site, PlaceEvaluator.GetName(argument.Value), Ownership.IdsOf(state.Cells[location.Cell]), callee);
            InstructionTransfer.Poison(state, location.Cell, type);
        }

        for (var i = 0; i < type.CellCount; i++)
        {
            if (state.Cells[location.Cell + i] is PointerValue { Ending: not null } pointer)
                _places.CheckAccess(state, pointer, PlaceEvaluator.GetName(argument.Value), argument.Site);
        }

        if (argument.Passing != ArgumentPassing.In)
            _places.Forget(state, location.Cell, type);
    }
}
