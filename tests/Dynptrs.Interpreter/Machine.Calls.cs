using System.Collections.Generic;
using Dynptrs.Interpreter.Calls;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>Calls: what their contracts say of owners, references and views; the environment says the rest.</summary>
public sealed partial class Machine
{
    internal IReadOnlyList<Value?> GetArgument(Argument argument)
    {
        if (argument.Passing == ArgumentPassing.Value || argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
            return ReadAll(argument.Value, argument.Site);
        var target = Locate(argument.Value.Place, argument.Site);
        return [target.Pointer ?? (Value)new Address(target.Cell, argument.Value.Type.Size)];
    }

    private void Call(CallInstruction call)
    {
        switch (call.Target)
        {
            case ContractTarget target:
                CallContract(call, target);
                break;
            case FunctionTarget target:
                CallFunction(call, target.Function);
                break;
            case DelegateTarget target when Read(target.Delegate, call.Site) is FunctionPointer function:
                if (function.Function.ByContract is { } trusted)
                    CallContract(call, trusted);
                else
                    CallFunction(call, function.Function);
                break;
            default:
                throw new EndOfRunException($"{call.Target} cannot be run");
        }
    }

    private void CallFunction(CallInstruction call, FunctionReference function)
    {
        var arguments = new List<Value?>();
        foreach (var argument in call.Arguments)
            arguments.AddRange(GetArgument(argument));
        for (var i = 0; i < arguments.Count; i++)
            CountStack(arguments[i], call.Site);
        var result = Run(function, arguments);
        if (call.Result is { } place)
            Write(place, result, call.Site);
    }

    private void CallContract(CallInstruction call, ContractTarget called)
    {
        var contract = called.Contract;
        CheckRegions(call, called);
        var values = new Value?[call.Arguments.Length];
        var targets = new Target[values.Length];
        for (var i = 0; i < values.Length; i++)
            (values[i], targets[i]) = Evaluate(call.Arguments[i]);
        for (var i = 0; i < values.Length; i++)
            CountStack(values[i], call.Site);
        for (var i = 0; i < values.Length; i++)
            Check(call.Arguments[i], contract, i, values[i]);
        for (var i = 0; i < values.Length; i++)
            CheckSize(call.Arguments[i], contract.Parameters[i], values[i], values);

        var helper = new HelperCall(this, call, contract, values, targets);
        var result = contract.Return.NullTest is { } whenNull
            ? new Number(IsNull(values[0]) == whenNull ? 1 : 0)
            : contract.Return.Dereferences ? Dereference(call, contract, values) : _environment.Call(helper);
        LeaveRegions(call, contract, values, targets);
        for (var i = 0; i < values.Length; i++)
            Release(contract.Parameters[i], values[i], call.Arguments[i].Site);
        for (var i = 0; i < values.Length; i++)
            Make(call, contract, i, helper, values, targets[i]);
        var finished = call.Result is null ? null : Finish(call, contract, values, result);
        EnterRegions(call, contract, values, targets, finished);
        if (call.Result is { } place)
            Write(place, [finished], call.Site);
        for (var i = 0; i < values.Length; i++)
            Invalidate(contract.Parameters[i], values[i]);
    }

    private (Value? Value, Target Target) Evaluate(Argument argument)
    {
        if (argument.Passing == ArgumentPassing.Value || argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
            return (Read(argument.Value, argument.Site), new Target(-1, null));
        var target = Locate(argument.Value.Place, argument.Site);
        return (target.Pointer ?? _cells[target.Cell], target);
    }

    /// <summary>The reference that a value holds, or <see langword="null"/>.</summary>
    private static Reference? GetReference(Value? value) => value switch
    {
        OwnerCell { Owner: { IsAlive: true } owner } => owner.Reference,
        Handle handle => handle.Reference,
        Pointer pointer => pointer.Reference,
        _ => null,
    };

    private static void Check(Argument argument, MethodContract contract, int index, Value? value)
    {
        var parameter = contract.Parameters[index];
        switch (parameter.Type)
        {
            case OwnerType when argument.Passing != ArgumentPassing.Out && !contract.IsContext(index):
                CheckOwner(parameter, (value as OwnerCell)?.Owner, argument.Site);
                break;
            case ViewType when value is Pointer record && parameter.Releases:
                CheckRecord(parameter, record, argument.Site);
                break;
            case ViewType when value is Pointer view
                && !(index == 0 && (contract.Return.NullTest is not null || contract.Return.IsLength))
                && !parameter.MayBeNull:
                CheckAlive(view, argument.Site);
                break;
            case PointerType type
                when argument.Passing == ArgumentPassing.Value
                    && value is Pointer { IsForeign: true } or Pointer { Memory: not null, Length: >= 0 }:
                var span = (Pointer)value;
                Access(span, span.Length, isWrite: !type.IsReadOnly || parameter.IsWritten, argument.Site);
                if (span is { Offset: not 0, Lifetime.Tag: not null })
                    throw new MisbehaviourException(Misbehaviour.MovedView, argument.Site);
                break;
            case not (OwnerType or ViewType) when argument.Passing != ArgumentPassing.Value && value is Pointer referent:
                Access(referent, argument.Value.Type.Size, isWrite: argument.Passing != ArgumentPassing.In, argument.Site);
                break;
            case HandleType when value is Handle handle && !parameter.ReleasesIfHeld:
                if (handle.Reference is { IsReleased: true })
                {
                    throw new MisbehaviourException(
                        parameter.Releases ? Misbehaviour.ReleaseNotHeld : Misbehaviour.UseOfDeadOwner, argument.Site);
                }

                if (handle.Target is null && !parameter.MayBeNull)
                    throw new MisbehaviourException(Misbehaviour.NullUsed, argument.Site);
                if (parameter.Releases && handle is { Target: not null, Reference: null })
                    throw new MisbehaviourException(Misbehaviour.ReleaseNotHeld, argument.Site);
                break;
        }
    }

    /// <summary>
    /// Memory that must be there may not be null, nor less than is asked for; a length may not go beyond what it goes with.
    /// </summary>
    private static void CheckSize(Argument argument, ParameterContract parameter, Value? length, Value?[] values)
    {
        if (parameter.MinimumSize is { } minimum)
        {
            if (length is Pointer { Memory: null })
                throw new MisbehaviourException(Misbehaviour.NullUsed, argument.Site);
            var size = length switch
            {
                Pointer { Length: >= 0 } span => span.Length,
                Number number when parameter.Type is ScalarType { IsSigned: false } => (long)ulong.Min((ulong)number.Bits, long.MaxValue),
                Number number => number.Bits,
                _ => long.MaxValue,
            };
            if (size < minimum)
                throw new MisbehaviourException(Misbehaviour.TooSmall, argument.Site);
        }

        if (parameter.LengthOf < 0
            || length is not Number { Bits: var count }
            || values[parameter.LengthOf] is not Pointer { Memory: not null } buffer)
        {
            return;
        }

        CheckAlive(buffer, argument.Site);
        if (count < 0 || count > buffer.Size - buffer.Offset)
            throw new MisbehaviourException(Misbehaviour.OutOfBounds, argument.Site);
    }

    private static void CheckRecord(ParameterContract parameter, Pointer record, Site site)
    {
        if (record.Memory is null && (parameter.MayBeNull || parameter.ReleasesIfHeld))
            return;
        var isReleased = record.Reference is { IsReleased: true };
        if (isReleased && !parameter.ReleasesIfHeld)
            throw new MisbehaviourException(Misbehaviour.ReleaseNotHeld, site);
        if (isReleased)
            return;
        CheckAlive(record, site);
        if (record.Reference is not { } reference || (parameter.Kind is { } kind && reference.Kind is not null && reference.Kind != kind))
            throw new MisbehaviourException(Misbehaviour.ReleaseNotHeld, site);
    }

    private static void CheckOwner(ParameterContract parameter, Owner? owner, Site site)
    {
        var isAlive = owner is { IsAlive: true };
        if (parameter.Releases)
        {
            var isHeld = isAlive
                && owner is { Reference: not null, IsBorrowed: false }
                && (parameter.Kind is not { } kind || owner.Kind is null || owner.Kind == kind);
            if (!isHeld && !parameter.ReleasesIfHeld)
                throw new MisbehaviourException(Misbehaviour.ReleaseNotHeld, site);
        }
        else if (!isAlive && !(owner is null && parameter.MayBeNull))
        {
            throw new MisbehaviourException(Misbehaviour.UseOfDeadOwner, site);
        }
    }

    private void Release(ParameterContract parameter, Value? value, Site site)
    {
        if (!parameter.Releases || GetReference(value) is not { IsReleased: false } reference)
            return;
        if (_references.Exists(child => child.Parent == reference && !child.IsReleased))
            throw new MisbehaviourException(Misbehaviour.ParentReleased, site);
        reference.IsReleased = true;
        EndRegions(reference);
        foreach (var holder in reference.Holders)
            holder.End();
        foreach (var end in reference.Dependents)
            end();
    }

    private void Make(CallInstruction call, MethodContract contract, int index, HelperCall helper, Value?[] values, Target target)
    {
        var (parameter, argument) = (contract.Parameters[index], call.Arguments[index]);
        if (argument.Passing != ArgumentPassing.Out || parameter.Type is not OwnerType)
            return;
        if (target.Cell < 0)
            throw new MisbehaviourException(Misbehaviour.OwnerReached, argument.Site);
        var source = parameter.CloneOf >= 0 ? helper.GetOwner(parameter.CloneOf) : null;
        var parent = source is not null ? source.Parent : parameter.DependsOn >= 0 ? GetReference(values[parameter.DependsOn]) : null;
        var reference = source is not null ? source.Reference : parameter.Acquires ? Acquire(argument.Site, parameter.Kind, parent) : null;
        var owner = new Owner(source is not null ? source.Kind : parameter.Kind, reference, helper.MadeData[index])
        {
            Parent = reference is null ? parent : null,
        };
        owner.Parent?.Dependents.Add(owner.End);

        // A clone over the last holder of what is cloned keeps the reference.
        if (parameter.CloneOf >= 0)
            reference?.Holders.Add(owner);
        Overwrite(target.Cell, argument.Site);
        if (parameter.CloneOf < 0)
            reference?.Holders.Add(owner);
        _cells[target.Cell] = new OwnerCell(owner);
    }

    private Reference Acquire(Site site, string? kind, Reference? parent)
    {
        var reference = new Reference(site, kind, parent);
        _references.Add(reference);
        return reference;
    }

    private Value? Finish(CallInstruction call, MethodContract contract, Value?[] values, Value? result)
    {
        var declared = contract.Return;
        var parent = declared.DependsOn >= 0 ? GetReference(values[declared.DependsOn]) : null;
        if (declared.Type is OwnerType)
        {
            var owner = new Owner(declared.Kind, declared.Acquires ? Acquire(call.Site, declared.Kind, parent) : null, null);
            owner.Reference?.Holders.Add(owner);
            return new OwnerCell(owner);
        }

        var isReadOnly = declared.Type is ViewType { IsReadOnly: true } or PointerType { IsReadOnly: true };
        if (declared.Acquires)
        {
            return result switch
            {
                Handle { Target: { } target } => new Handle(target, Acquire(call.Site, declared.Kind, parent)),
                Pointer { Memory: not null } record =>
                    NewRecord(record with { IsReadOnly = isReadOnly }, Acquire(call.Site, declared.Kind, parent)),
                Pointer => Pointer.Null,
                _ => Handle.Null,
            };
        }

        if (declared.SliceOf < 0
            || result is not Pointer { Memory: not null } pointer
            || values[declared.SliceOf] is not OwnerCell { Owner: var source })
        {
            return result;
        }

        var lifetime = new Lifetime(declared.IsTagged ? source.Kind : null);
        source.Views.Add(lifetime);
        if (lifetime.Tag is not null)
            _tagged.Add(lifetime);
        return pointer with { Lifetime = lifetime, IsReadOnly = isReadOnly };
    }

    /// <summary>Memory that must itself be given back, and is gone then.</summary>
    private static Pointer NewRecord(Pointer memory, Reference reference)
    {
        var lifetime = new Lifetime(tag: null);
        reference.Dependents.Add(() => lifetime.IsAlive = false);
        return memory with { Lifetime = lifetime, Reference = reference };
    }

    private Value Dereference(CallInstruction call, MethodContract contract, Value?[] values)
    {
        var view = (Pointer)values[0]!;
        CheckAlive(view, call.Site);
        if (contract.Return.Type is not PointerType { Element.Size: var size })
            return view;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] is not Number index)
                continue;
            var element = Move(view, index.Bits * size, -1);
            Access(element, size, isWrite: false, call.Site);
            return element;
        }

        return contract.Return.IsByReference ? view : Move(view, 0, view.Size - view.Offset);
    }

    private void Invalidate(ParameterContract parameter, Value? value)
    {
        if (parameter.Invalidates is not { } rule)
            return;
        var owner = (value as OwnerCell)?.Owner;
        if (!rule.When.IsEmpty && (owner?.Kind is not { } kind || !rule.When.Contains(kind)))
            return;
        foreach (var view in rule.Of.IsEmpty ? owner?.Views ?? [] : _tagged)
        {
            if (rule.Of.IsEmpty || rule.Of.Contains(view.Tag!))
                view.IsAlive = false;
        }
    }
}
