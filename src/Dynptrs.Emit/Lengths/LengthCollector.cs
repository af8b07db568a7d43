using System.Linq;
using Dynptrs.Emit.Calls;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Lengths;

/// <summary>Reads out of a function where lengths come from, where they go, and who asks for them.</summary>
internal sealed class LengthCollector(LengthTable table, FunctionInstance function)
{
    public void Run()
    {
        if (function.IsCalledByKernel)
        {
            foreach (var local in function.Body.Locals.Take(function.Body.ParameterCount))
                Give(new Place(local), SizeBehind(local.Type));
        }

        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
                Add(instruction);
            if (block.Terminator is ReturnTerminator { Value: { } value })
                Flow(value, new LengthNode(function, null), 0);
        }
    }

    private static Length SizeBehind(IrType type) => type switch
    {
        PointerType { Element.Size: >= 0 and var size } => Length.Constant(size),
        ViewType { Element.Size: >= 0 and var size } => Length.Constant(size),
        _ => Length.Variable,
    };

    private static Length SizeOf(Operand? operand) =>
        operand is { Kind: OperandKind.Constant, Value: var value } ? Length.Constant(value) : Length.Variable;

    private void Add(Instruction instruction)
    {
        switch (instruction)
        {
            case AssignInstruction assign when assign.Target.Type is PointerType or ViewType:
                Flow(assign.Source, assign.Target);
                break;
            case AddressOfInstruction address:
                Give(address.Target, Length.Constant(address.Source.Type.Size));
                break;
            case OpaqueInstruction { Target: { } target, Escapes: [var place] }:
                Give(target, Length.Constant(place.Type.Size));
                break;
            case AllocateInstruction allocate:
                Give(allocate.Target, allocate.Data is { } data ? Length.Constant(data.Bytes.Length) : SizeOf(allocate.Length));
                break;
            case DeriveInstruction { Length: { } length } derive:
                Give(derive.Target, SizeOf(length));
                break;
            case DeriveInstruction derive:
                Flow(derive.Source, derive.Target, derive.Offset.Kind == OperandKind.Constant ? derive.Offset.Value : null);
                break;
            case LengthInstruction length:
                Need(length.Source);
                break;
            case MemoryBlockInstruction block:
                Need(block.Destination);
                Need(block.Operand);
                break;
            case CallInstruction call:
                Add(call);
                break;
        }
    }

    private void Add(CallInstruction call)
    {
        if (function.Callees.TryGetValue(call, out var callee))
        {
            if (callee.Helper is { } held)
                AddHelper(call, held, held.Requirements!);
            else
                Follow(call, callee);
        }
        else if (call.Target is ContractTarget { Contract: { Requirements: { } helper } contract })
            AddHelper(call, contract, helper);
        else if (call.Target is ContractTarget { Contract.Return: var result } && call.Arguments is [var receiver, ..])
            AddMember(call, result, receiver.Value);
    }

    private void Follow(CallInstruction call, FunctionInstance callee)
    {
        for (var i = 0; i < call.Arguments.Length && i < callee.Body.ParameterCount; i++)
        {
            var (parameter, argument) = (callee.Body.Locals[i], call.Arguments[i]);
            if (argument.Passing != ArgumentPassing.Value)
                table.Give(new LengthNode(callee, parameter), Length.Constant(argument.Value.Type.Size));
            else if (parameter.Type is PointerType or ViewType)
                Flow(argument.Value, new LengthNode(callee, parameter), 0);
        }

        if (call.Result is { IsLocal: true, Type: PointerType or ViewType } result)
            table.Flow(new LengthNode(callee, null), new LengthNode(function, result.Local), 0);
    }

    private void AddHelper(CallInstruction call, MethodContract contract, HelperRequirements helper)
    {
        foreach (var argument in helper.Arguments)
        {
            if (argument is { Kind: KernelArgumentKind.Size, Parameter: >= 0 and var index }
                && index < call.Arguments.Length
                && call.Arguments[index].Passing == ArgumentPassing.Value)
            {
                Need(call.Arguments[index].Value);
            }
        }

        if (call.Result is not { Type: ViewType view } result)
            return;
        for (var i = 0; i < contract.Parameters.Length && view.Element is null; i++)
        {
            if (contract.Parameters[i].IsConstantSize)
                Give(result, SizeOf(call.Arguments[i].Value));
        }

        if (view.Element is { Size: >= 0 and var size })
            Give(result, Length.Constant(size));
    }

    private void AddMember(CallInstruction call, ReturnContract result, Operand receiver)
    {
        if (result.IsLength)
            Need(receiver);
        if (!result.Dereferences || call.Result is not { Type: PointerType pointer } target)
            return;
        if (result.IsByReference)
            Give(target, SizeBehind(pointer));
        else if (call.Arguments is [_, { Value: { Type: ScalarType } length }])
            Give(target, SizeOf(length));
        else
            Flow(receiver, target);
    }

    private void Flow(Operand source, Place target, long? offset = 0)
    {
        if (target.IsLocal)
            Flow(source, new LengthNode(function, target.Local), offset);
        else if (target.Type is PointerType)
            Need(source);
    }

    private void Flow(Operand source, LengthNode target, long? offset)
    {
        if (source.Kind == OperandKind.Null)
            table.Give(target, Length.Constant(0));
        else if (source.Kind != OperandKind.Constant && source.Place is { IsLocal: true, Type: PointerType or ViewType })
            table.Flow(new LengthNode(function, source.Place.Local), target, offset);
        else
            table.Give(target, Length.Variable);
    }

    private void Give(Place target, Length length)
    {
        if (target is { IsLocal: true, Type: PointerType or ViewType })
            table.Give(new LengthNode(function, target.Local), length);
    }

    private void Need(Operand operand)
    {
        if (operand is { Kind: OperandKind.Copy or OperandKind.Move, Type: PointerType or ViewType, Place.IsLocal: true })
            table.Need(new LengthNode(function, operand.Place.Local));
    }
}
