using System;
using System.Collections.Immutable;
using Dynptrs.Verifier.Checks;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;
using Dynptrs.Verifier.Suggestions;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Transfer;

/// <summary>What a call of a method with a contract asks of a state, and does to it.</summary>
/// <remarks>
/// The order follows <c>check_helper_call</c>: arguments in their order, then what is released, then what is made, then
/// the result, and last what becomes invalid.
/// </remarks>
internal sealed class ContractTransfer(
    PlaceEvaluator places,
    ArgumentChecks checks,
    OwnContractChecks own,
    Regions regions,
    CallSuggestions suggestions,
    FrameEntry frames,
    ProgramFacts? program)
{
    private readonly ArgumentState[]?[] _buffers = new ArgumentState[]?[8];
    private readonly KernelObjects _objects = new(program);

    /// <summary>Applies the contract. The result is left to the caller where a callback is still to run.</summary>
    /// <returns>The values of the result.</returns>
    public ImmutableArray<Value?> Apply(State state, CallInstruction call, ContractTarget target)
    {
        var contract = target.Contract;
        var arguments = GetBuffer(call.Arguments.Length);
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Evaluate(state, call.Arguments[i]);
        for (var i = 0; i < arguments.Length; i++)
            checks.Check(state, call, contract, i, ref arguments[i]);
        suggestions.Check(state, call, contract, arguments);
        if (!contract.Regions.IsEmpty)
            regions.Leave(state, call, contract, arguments);
        for (var i = 0; i < arguments.Length; i++)
            Release(state, call, contract, i, arguments[i]);
        for (var i = 0; i < arguments.Length; i++)
            Make(state, call, contract, i, arguments);
        var result = GetResult(state, call, contract.Return, arguments, contract);
        if (!contract.Regions.IsEmpty)
            regions.Enter(state, call, target, arguments, result);
        for (var i = 0; i < arguments.Length; i++)
            Invalidate(state, call, contract, i, arguments[i]);
        return result;
    }

    /// <summary>Room for the arguments of a call, which the next call takes over.</summary>
    private ArgumentState[] GetBuffer(int count)
    {
        if (count >= _buffers.Length)
            return new ArgumentState[count];
        return _buffers[count] ??= new ArgumentState[count];
    }

    private ArgumentState Evaluate(State state, in Argument argument)
    {
        if (argument.Passing == ArgumentPassing.Value || argument.Value.Kind is OperandKind.Constant or OperandKind.Null)
            return new ArgumentState(places.Read(state, argument.Value, argument.Site), ResolvedPlace.Unknown);
        var location = places.Locate(state, argument.Value.Place, argument.Site);
        return new ArgumentState(location.IsCell ? state.Cells[location.Cell] : GetReferent(state, argument, location), location);
    }

    /// <summary>What is given of memory: a pointer to it, and of a pointer that is kept there, nothing that is known.</summary>
    private Value GetReferent(State state, in Argument argument, in ResolvedPlace location) =>
        argument.Value.Type is ViewType or PointerType && location.Pointer is not null
            ? UnknownValue.Instance
            : places.GetPointer(state, location, argument.Value.Place, argument.Site);

    private static void Release(State state, CallInstruction call, MethodContract contract, int index, in ArgumentState argument)
    {
        if (!contract.Parameters[index].Releases || argument.IsRefused)
            return;
        var (reference, owner) = (Ownership.GetReference(argument.Value), Ownership.GetId(argument.Value));
        if (reference != 0)
            Ownership.Release(state, reference, owner, call.Site, NameOf(call, index), contract.Name);
    }

    private void Make(State state, CallInstruction call, MethodContract contract, int index, ArgumentState[] arguments)
    {
        var parameter = contract.Parameters[index];
        var argument = call.Arguments[index];
        if (argument.Passing == ArgumentPassing.Value || !arguments[index].Place.IsCell)
            return;
        var cell = arguments[index].Place.Cell;
        if (argument.Passing == ArgumentPassing.In)
        {
            if (parameter.IsWritten)
                places.Forget(state, cell, argument.Value.Type);
            else if (argument.Value.Type is ScalarType)
                frames.ForgetParts(state, argument);
            return;
        }

        if (parameter.Type is not OwnerType)
        {
            // The context of a callback is changed by the callback, which is followed.
            if (argument.Passing == ArgumentPassing.Out || !contract.IsContext(index))
                places.Forget(state, cell, argument.Value.Type);
            return;
        }

        if (argument.Passing != ArgumentPassing.Out)
            return;
        var name = NameOf(call, index);
        var source = parameter.CloneOf >= 0 ? arguments[parameter.CloneOf] : default;
        places.Overwrite(state, cell, parameter.Type, name, argument.Site);
        if (state.Cells[cell] is PoisonedValue)
            return;
        state.Cells[cell] = parameter.CloneOf >= 0
            ? Clone(state, call, argument.Site, name, NameOf(call, parameter.CloneOf), source)
            : NewOwner(
                state, argument.Site, name, contract.Name, parameter.Kind, parameter.Acquires, GetParent(parameter.DependsOn, arguments));
    }

    private static Value Clone(State state, CallInstruction call, Site site, string name, string sourceName, in ArgumentState source)
    {
        if (source.IsRefused || source.Value is not OwnerValue owner)
            return PoisonedValue.Instance;
        var id = state.NewId();
        state.Record(TraceStepKind.Cloned, site, name, sourceName, id, owner.Id);
        return new OwnerValue(id, owner.Kind, owner.Reference, isBorrowed: false) { Parent = owner.Parent };
    }

    private static OwnerValue NewOwner(State state, Site site, string name, string by, string? kind, bool acquires, int parent)
    {
        if (!acquires)
        {
            var plain = state.NewId();
            state.Record(TraceStepKind.Initialized, site, name, by, plain);
            return new OwnerValue(plain, kind, reference: 0, isBorrowed: false) { Parent = parent };
        }

        var reference = Acquire(state, site, name, by, kind, parent, out var id);
        return new OwnerValue(id, kind, reference, isBorrowed: false);
    }

    private static int GetParent(int parameter, ArgumentState[] arguments) =>
        parameter >= 0 ? Ownership.GetReference(arguments[parameter].Value) : 0;

    private static int Acquire(State state, Site site, string name, string by, string? kind, int parent, out int holder)
    {
        var reference = state.NewId();
        holder = state.NewId();
        state.References = state.References.Add(new Reference(reference, kind, name, site, isCallers: false, parent));
        state.Record(TraceStepKind.Acquired, site, name, by, reference, holder);
        return reference;
    }

    private void Invalidate(State state, CallInstruction call, MethodContract contract, int index, in ArgumentState argument)
    {
        if (contract.Parameters[index].Invalidates is not { } rule)
            return;
        var owner = argument.Value as OwnerValue;
        if (!rule.When.IsEmpty && (owner?.Kind is not { } kind || !rule.When.Contains(kind)))
            return;
        own.CheckInvalidation(state, call, contract.Name, rule, owner);
        if (!rule.Of.IsEmpty)
        {
            InvalidateTagged(state, call, NameOf(call, index), rule.Of);
            return;
        }

        state.Record(TraceStepKind.PacketChanged, call.Site, NameOf(call, index), contract.Name, id: 0);
        if (owner is not null)
            Ownership.EndViews(state, owner.Id, new Ending(LifetimeEnd.PacketChanged, state.Trace!));
    }

    /// <summary>Makes the tagged slices of some kinds of owner invalid.</summary>
    public static void InvalidateTagged(State state, CallInstruction call, string name, ImmutableArray<string> kinds)
    {
        state.Record(TraceStepKind.PacketChanged, call.Site, name, call.Target.Name, id: 0);
        Ownership.EndTaggedViews(state, kinds, new Ending(LifetimeEnd.PacketChanged, state.Trace!));
        state.PacketSums = ImmutableArray<PacketSum>.Empty;
    }

    private ImmutableArray<Value?> GetResult(
        State state,
        CallInstruction call,
        ReturnContract result,
        ArgumentState[] arguments,
        MethodContract contract)
    {
        if (result.Type is not { } type)
            return ImmutableArray<Value?>.Empty;
        if (type.CellCount == 1)
            return [GetResult(state, call, result, type, arguments, contract)];
        var values = ImmutableArray.CreateBuilder<Value?>(type.CellCount);
        for (var i = 0; i < type.CellCount; i++)
            values.Add(UnknownValue.Instance);
        return values.MoveToImmutable();
    }

    private Value GetResult(
        State state,
        CallInstruction call,
        ReturnContract result,
        IrType type,
        ArgumentState[] arguments,
        MethodContract contract)
    {
        var name = call.Result is { } place ? PlaceEvaluator.GetName(place) : "";
        if (result.NullTest is { } whenNull)
            return InstructionTransfer.TestNull(state, arguments[0].Value, whenNull, NameOf(call, 0));
        if (result.IsLength)
            return ViewMemory.GetLength(state, arguments[0].Value, call.Arguments[0].Value.Type);
        if (result.Dereferences)
            return Dereference(state, call, result, type, arguments, name);
        if (result.Packet is { } packet)
            return ReadPacket(state, call, contract, packet, arguments, name);
        if (contract.StructField is { } field && type is HandleType)
            return _objects.Read(state, call, contract.Name, field, arguments[0], name);
        if (result.SameAs >= 0)
            return checks.CheckCast(state, call, contract) ? KernelObjects.Cast(state, arguments[result.SameAs]) : PoisonedValue.Instance;
        if (result.SliceOf >= 0)
            return Slice(state, call, contract, type, arguments, name);
        if (type is OwnerType)
            return NewOwner(state, call.Site, name, contract.Name, result.Kind, result.Acquires, GetParent(result.DependsOn, arguments));
        var nullness = result.MayBeNull && !IsInRange(result, arguments) ? Nullness.Unknown : Nullness.NotNull;
        if (result.Acquires)
        {
            var reference = Acquire(state, call.Site, name, contract.Name, result.Kind, GetParent(result.DependsOn, arguments), out var id);
            return type is ViewType
                ? ViewMemory.Describe(
                    new PointerValue(id, MemoryOrigin.View) { Nullness = nullness, Reference = reference },
                    type,
                    isByReference: false,
                    GetConstantSize(state, call, contract))
                : new HandleValue(id, reference, result.Kind, nullness);
        }

        return type switch
        {
            ViewType or PointerType => NewPointer(state, call, type, nullness, name, contract),
            HandleType when result.IsUntrusted && arguments.Length > 0 && arguments[0].IsRefused => PoisonedValue.Instance,
            HandleType when result.IsUntrusted && state.Frame.IsStrict => new UntrustedValue(state.NewId(), isRead: true),
            HandleType when result.MayBeNull || state.Frame.IsStrict => KernelObjects.Lend(state, call.Site, name, contract.Name, nullness),
            ScalarType when result.IsCounted => state.NewNumber(Between(arguments[result.CountsFrom], arguments[result.CountsTo])),
            ScalarType when result.AtMostLengthOf >= 0 => state.NewNumber(AtMost(arguments[result.AtMostLengthOf])),
            ScalarType when result.Range is { } range => state.NewNumber(Scalar.Signed(range.Min, range.Max)),
            ScalarType { Size: < 8 } scalar => state.NewNumber(Scalar.Of(scalar)).With(isPartOfRegister: IsCalledInKernel(state, contract)),
            _ => state.NewUnknown(type),
        };
    }

    /// <summary>Whether the kernel calls a function: it reads fields.</summary>
    private static bool IsCalledInKernel(State state, MethodContract contract) =>
        state.Frame.IsStrict && !contract.IsKernelField && contract.ContextAccesses.IsEmpty;

    /// <summary>What numbers can be that are counted from one, up to but excluding another.</summary>
    private static Scalar Between(in ArgumentState start, in ArgumentState end)
    {
        var from = start.Value is NumberValue first ? first.Range.SignedMin : int.MinValue;
        var to = (end.Value is NumberValue last ? last.Range.SignedMax : int.MaxValue) - 1;
        return from <= to ? Scalar.Signed(from, to) : Scalar.Of(ScalarType.I32);
    }

    /// <summary>An errno, or how many bytes of memory were written.</summary>
    /// <remarks>Follows <c>do_refine_retval_range</c>.</remarks>
    private static Scalar AtMost(in ArgumentState memory)
    {
        const int MaxErrno = 4095;
        var most = memory.Value is PointerValue { Length: { } length } ? Math.Min(length.SignedMax, int.MaxValue) : int.MaxValue;
        return Scalar.Signed(-MaxErrno, most);
    }

    /// <summary>Whether an index is known to lie below the capacity of what it indexes.</summary>
    /// <remarks>
    /// Follows <c>get_constant_map_key</c>, which reads the key from the stack: of one that does not fill a register it knows zeros there,
    /// and other constants only where the compiler has put them at a multiple of eight.
    /// </remarks>
    private static bool IsInRange(ReturnContract result, ArgumentState[] arguments) =>
        result.ExceptIndex >= 0
        && arguments[0].Value is PointerValue { Size: > 0 }
        && arguments[result.ExceptIndex].Value is NumberValue { Range: { IsConstant: true, SignedMin: 0 } };

    private static PointerValue NewPointer(
        State state,
        CallInstruction call,
        IrType type,
        Nullness nullness,
        string name,
        MethodContract contract)
    {
        var id = state.NewId();
        if (nullness == Nullness.Unknown)
            state.Record(TraceStepKind.Looked, call.Site, name, contract.Name, id);
        var pointer = ViewMemory.Describe(
            new PointerValue(id, MemoryOrigin.View) { Nullness = nullness },
            type,
            contract.Return.IsByReference,
            PointerValue.UnknownSize);
        return contract.Return.IsReadOnlyOrigin ? pointer.Sized(pointer.Size, isReadOnly: true) : pointer;
    }

    private Value Dereference(State state, CallInstruction call, ReturnContract result, IrType type, ArgumentState[] arguments, string name)
    {
        var receiver = arguments[0];
        if (receiver.IsRefused || receiver.Value is PoisonedValue)
            return PoisonedValue.Instance;
        if (receiver.Value is not PointerValue pointer || type is not (PointerType or ViewType))
            return state.NewUnknown(type);
        if (pointer.Owner != 0 && name.Length > 0)
            state.Record(TraceStepKind.Derived, call.Site, name, NameOf(call, 0), pointer.Id, pointer.Owner);
        if (type is not PointerType { Element.Size: var size })
            return pointer;
        if (pointer.Packet is not null && result.IsByReference && arguments.Length == 1)
            return places.GetElement(state, pointer, Scalar.Zero, size, NameOf(call, 0), call.Site);
        for (var i = 1; i < arguments.Length && size > 0; i++)
        {
            if (call.Arguments[i].Value.Type is ScalarType)
            {
                var number = places.ReadExactly(state, call.Arguments[i].Value, call.Arguments[i].Site);
                if (pointer.Packet is { } part && PacketSums.Find(state, part, number) is not null)
                    return places.GetElement(state, Follow(state, pointer, part, number), Scalar.Zero, size, NameOf(call, 0), call.Site);
                return result.IsByReference
                    ? places.GetElement(state, pointer, number.Range, size, NameOf(call, 0), call.Site)
                    : GetBytes(state, call, pointer, number);
            }
        }

        return result.IsByReference ? pointer : ViewMemory.ToSpan(pointer);
    }

    /// <summary>A span over bytes behind a view, which must lie in its memory.</summary>
    private Value GetBytes(State state, CallInstruction call, PointerValue view, NumberValue length) =>
        places.CheckBuffer(state, view, length.Range, isWrite: false, NameOf(call, 0), call.Site)
            ? MemoryChecks.Move(state, view, Scalar.Zero, length)
            : PoisonedValue.Instance;

    /// <summary>The pointer to what lies a number of bytes behind another, where that was computed before.</summary>
    private static PointerValue Follow(State state, PointerValue pointer, PacketPart part, NumberValue number) =>
        PacketSums.Link(state, part, number, MemoryChecks.Move(state, pointer, number.Range, length: null));

    /// <summary>
    /// A pointer to an edge of a packet. For programs that are given the same object as one of the kernel's own, the field is a number.
    /// </summary>
    private Value ReadPacket(
        State state,
        CallInstruction call,
        MethodContract contract,
        PacketContract packet,
        ArgumentState[] arguments,
        string name)
    {
        if (arguments.Length > 0 && (arguments[0].IsRefused || arguments[0].Value is PoisonedValue))
            return PoisonedValue.Instance;
        foreach (var access in contract.ContextAccesses)
        {
            if (program is { Type: { } type } && !access.Users.Contains(type))
                return PointerValue.To(state.NewId(), MemoryOrigin.Foreign);
        }

        var pointer = PacketProofs.Read(state, packet, program?.Type);
        state.Record(TraceStepKind.PacketRead, call.Site, name, packet.Edge.ToString(), pointer.Id);
        return pointer;
    }

    private Value Slice(State state, CallInstruction call, MethodContract contract, IrType type, ArgumentState[] arguments, string name)
    {
        var result = contract.Return;
        var source = arguments[result.SliceOf];
        foreach (var argument in arguments)
        {
            if (argument.IsRefused)
                return PoisonedValue.Instance;
        }

        if (source.Value is not OwnerValue owner)
            return source.Value is PoisonedValue ? PoisonedValue.Instance : state.NewUnknown(type);
        var id = state.NewId();
        state.Record(TraceStepKind.Sliced, call.Site, name, NameOf(call, result.SliceOf), id, owner.Id);
        var pointer = new PointerValue(id, MemoryOrigin.View)
        {
            Nullness = result.MayBeNull ? Nullness.Unknown : Nullness.NotNull,
            Owner = owner.Id,
            Tag = result.IsTagged ? owner.Kind : null,
            CopiedAt = CallSuggestions.FindCopy(call, contract, owner, arguments),
        };
        pointer = ViewMemory.Describe(pointer, type, result.IsByReference, GetConstantSize(state, call, contract));
        return result.IsReadOnlyOrigin ? pointer.Sized(pointer.Size, isReadOnly: true) : pointer;
    }

    /// <summary>The size that the call states for its result, or -1. Only its low 32 bits count, as in the kernel.</summary>
    private long GetConstantSize(State state, CallInstruction call, MethodContract contract)
    {
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].IsConstantSize
                && places.ReadNumber(state, call.Arguments[i].Value, call.Arguments[i].Site).Range is { IsConstant: true } length)
            {
                return unchecked((uint)length.SignedMin);
            }
        }

        return PointerValue.UnknownSize;
    }

    private static string NameOf(CallInstruction call, int index) => PlaceEvaluator.GetName(call.Arguments[index].Value);
}
