using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>What instructions read and write.</summary>
internal static class InstructionOperands
{
    /// <summary>The place that an instruction writes, or <see langword="null"/>.</summary>
    public static Place? Target(Instruction instruction) => instruction switch
    {
        AddressOfInstruction address => address.Target,
        AllocateInstruction allocate => allocate.Target,
        AssignInstruction assign => assign.Target,
        BinaryInstruction binary => binary.Target,
        CallInstruction call => call.Result,
        ClearInstruction clear => clear.Target,
        ConvertInstruction convert => convert.Target,
        DeriveInstruction derive => derive.Target,
        FunctionValueInstruction function => function.Target,
        LengthInstruction length => length.Target,
        MemoryBlockInstruction block => block.Target,
        OpaqueInstruction opaque => opaque.Target,
        UnaryInstruction unary => unary.Target,
        _ => null,
    };

    /// <summary>The places that an instruction reads, those on the way to what it writes not counted.</summary>
    public static IEnumerable<Place> Reads(Instruction instruction)
    {
        foreach (var operand in Operands(instruction))
        {
            if (operand.Kind is OperandKind.Copy or OperandKind.Move)
                yield return operand.Place;
        }

        foreach (var place in Exposed(instruction))
            yield return place;
    }

    /// <summary>The places whose address an instruction takes.</summary>
    public static IEnumerable<Place> Exposed(Instruction instruction)
    {
        switch (instruction)
        {
            case AddressOfInstruction address:
                yield return address.Source;
                break;
            case OpaqueInstruction opaque:
                foreach (var place in opaque.Escapes)
                    yield return place;
                break;
            case CallInstruction call:
                foreach (var argument in call.Arguments)
                {
                    if (!IsRead(call, argument) && argument.Value.Kind is OperandKind.Copy or OperandKind.Move)
                        yield return argument.Value.Place;
                }

                break;
        }
    }

    /// <summary>The places that a block reads and writes.</summary>
    public static IEnumerable<Place> Places(Block block)
    {
        foreach (var instruction in block.Instructions)
        {
            foreach (var place in Reads(instruction))
                yield return place;
            if (Target(instruction) is { } target)
                yield return target;
        }

        if (Read(block.Terminator) is { Kind: OperandKind.Copy or OperandKind.Move } operand)
            yield return operand.Place;
    }

    /// <summary>The operands of a terminator.</summary>
    public static Operand? Read(Terminator terminator) => terminator switch
    {
        BranchTerminator branch => branch.Condition,
        ReturnTerminator { Value: { } value } => value,
        _ => null,
    };

    /// <summary>The operands in a place: its indices.</summary>
    public static IEnumerable<Operand> Indices(Place place)
    {
        foreach (var step in place.Steps)
        {
            if (step is ElementStep element)
                yield return element.Index;
        }
    }

    private static IEnumerable<Operand> Operands(Instruction instruction)
    {
        switch (instruction)
        {
            case AllocateInstruction { Length: { } length }:
                return [length];
            case AssignInstruction assign:
                return [assign.Source];
            case BinaryInstruction binary:
                return [binary.Left, binary.Right];
            case ConvertInstruction convert:
                return [convert.Source];
            case DeriveInstruction derive:
                return derive.Length is { } size ? [derive.Source, derive.Offset, size] : [derive.Source, derive.Offset];
            case LengthInstruction length:
                return [length.Source];
            case MemoryBlockInstruction block:
                return [block.Destination, block.Operand];
            case UnaryInstruction unary:
                return [unary.Source];
            case CallInstruction call:
                return Arguments(call);
            default:
                return [];
        }
    }

    /// <summary>Whether only the value counts: what is passed so, or the receiver of a member that is no call in C.</summary>
    private static bool IsRead(CallInstruction call, Argument argument) =>
        argument.Passing == ArgumentPassing.Value
        || (argument.Value.Type is ViewType && call.Target is ContractTarget { Contract.Requirements: null, Body: null });

    private static List<Operand> Arguments(CallInstruction call)
    {
        var operands = new List<Operand>();
        foreach (var argument in call.Arguments)
        {
            if (IsRead(call, argument))
                operands.Add(argument.Value);
        }

        if (call.Target is DelegateTarget target)
            operands.Add(target.Delegate);
        return operands;
    }
}
