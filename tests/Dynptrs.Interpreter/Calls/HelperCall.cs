using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter.Calls;

/// <summary>A call of a method with a contract, as the environment sees it: checked, and not yet carried out.</summary>
public sealed class HelperCall
{
    private readonly Machine _machine;
    private readonly CallInstruction _call;
    private readonly Value?[] _values;
    private readonly Target[] _targets;

    internal HelperCall(Machine machine, CallInstruction call, MethodContract contract, Value?[] values, Target[] targets)
    {
        (_machine, _call, Contract, _values, _targets) = (machine, call, contract, values, targets);
        MadeData = new object?[values.Length];
    }

    /// <summary>The contract of what is called.</summary>
    public MethodContract Contract { get; }

    /// <summary>Where the call stands.</summary>
    public Site Site => _call.Site;

    /// <summary>For each parameter that makes an owner, what the environment keeps of it.</summary>
    public object?[] MadeData { get; }

    /// <summary>The value of an argument; for one by reference, what the place holds.</summary>
    public Value? GetValue(int index) => _values[index];

    /// <summary>The number that an argument is, or that its place holds.</summary>
    public long GetNumber(int index) => _values[index] is Number number ? number.Bits : BitConverter.ToInt64(Widen(GetBytes(index)));

    /// <summary>The owner that an argument is, or <see langword="null"/> for none.</summary>
    public Owner? GetOwner(int index) => (_values[index] as OwnerCell)?.Owner;

    /// <summary>A pointer to the memory of a span, or of what an argument by reference refers to; null for an empty span.</summary>
    public Pointer GetPointer(int index)
    {
        if (_values[index] is Pointer pointer)
        {
            return _call.Arguments[index].Passing == ArgumentPassing.Value
                ? pointer
                : pointer with { Length = _call.Arguments[index].Value.Type.Size };
        }

        var memory = _targets[index].Cell < 0
            ? new MemoryRegion(Widen(_values[index]))
            : _machine.Expose(_targets[index].Cell, _call.Arguments[index].Value.Type);
        return Pointer.To(memory) with { Length = memory.Bytes.Length };
    }

    /// <summary>The memory of a span, or of what an argument by reference refers to.</summary>
    public Span<byte> GetBytes(int index)
    {
        if (_values[index] is Pointer pointer)
        {
            var length = _call.Arguments[index].Passing == ArgumentPassing.Value
                ? Math.Max(pointer.Length, 0)
                : _call.Arguments[index].Value.Type.Size;
            return pointer.Memory is null ? [] : pointer.Memory.Bytes.AsSpan((int)(pointer.Start + pointer.Offset), (int)length);
        }

        return _targets[index].Cell < 0
            ? Widen(_values[index])
            : _machine.Expose(_targets[index].Cell, _call.Arguments[index].Value.Type).Bytes;
    }

    /// <summary>Runs a callback once.</summary>
    /// <param name="index">The parameter that is the callback.</param>
    /// <param name="leading">The arguments before the context.</param>
    /// <returns>What it returns.</returns>
    public long RunCallback(int index, params ImmutableArray<Value?> leading)
    {
        var contract = Contract.Parameters[index].Callback!;
        var arguments = new List<Value?>(leading);
        if (contract.Context >= 0)
            arguments.AddRange(_machine.GetArgument(_call.Arguments[contract.Context]));
        return _values[index] is FunctionPointer function && _machine.Run(function.Function, arguments) is [Number result, ..]
            ? result.Bits
            : 0;
    }

    private static byte[] Widen(Value? value) => BitConverter.GetBytes(value is Number number ? number.Bits : 0);

    private static byte[] Widen(ReadOnlySpan<byte> bytes)
    {
        var wide = new byte[8];
        bytes[..Math.Min(8, bytes.Length)].CopyTo(wide);
        return wide;
    }
}
