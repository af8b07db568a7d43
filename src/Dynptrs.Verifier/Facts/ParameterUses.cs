using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>How a function, and what it calls, works with one of its parameters: through contracts, or inside of it.</summary>
/// <remarks>
/// Who reaches inside implements the contract, with fields that are not followed, and is trusted. Who works with the parameter through the
/// contracts of others can be held to its own.
/// </remarks>
internal sealed class ParameterUses
{
    private readonly HashSet<(Function, int)> _seen = [];

    private ParameterUses()
    {
    }

    /// <summary>Whether it is given to a method with a contract.</summary>
    public bool IsGivenToContracts { get; private set; }

    /// <summary>Whether something is done with it that is not followed.</summary>
    public bool IsReachedInto { get; private set; }

    /// <summary>Whether what happens to it is known from contracts alone.</summary>
    public bool IsKnown => IsGivenToContracts && !IsReachedInto;

    public static ParameterUses Of(Function function, int parameter)
    {
        var uses = new ParameterUses();
        uses.Follow(function, function.Locals[parameter]);
        return uses;
    }

    private void Follow(Function function, Local parameter)
    {
        if (!_seen.Add((function, parameter.Index)))
            return;
        var aliases = new HashSet<int> { parameter.Index };
        int count;
        do
        {
            count = aliases.Count;
            foreach (var block in function.Blocks)
            {
                foreach (var instruction in block.Instructions)
                    Visit(instruction, aliases);
            }
        }
        while (aliases.Count > count);
    }

    private void Visit(Instruction instruction, HashSet<int> aliases)
    {
        switch (instruction)
        {
            case AssignInstruction assign when IsAlias(assign.Source, aliases):
                Alias(assign.Source.Place, assign.Target, aliases);
                break;
            case AssignInstruction assign
                when assign.Source is { Kind: OperandKind.Copy or OperandKind.Move } source && aliases.Contains(source.Place.Local.Index):
                IsReachedInto = true;
                break;
            case AddressOfInstruction address when aliases.Contains(address.Source.Local.Index):
                Alias(address.Source, address.Target, aliases);
                break;
            case DeriveInstruction derive when IsAlias(derive.Source, aliases):
                IsReachedInto = true;
                break;
            case OpaqueInstruction opaque:
                foreach (var input in opaque.Inputs)
                    IsReachedInto |= IsAlias(input, aliases);
                foreach (var place in opaque.Escapes)
                    IsReachedInto |= aliases.Contains(place.Local.Index);
                break;
            case CallInstruction call:
                Visit(call, aliases);
                break;
        }
    }

    private void Visit(CallInstruction call, HashSet<int> aliases)
    {
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if (!IsAlias(call.Arguments[i].Value, aliases))
                continue;
            switch (call.Target)
            {
                case ContractTarget:
                    IsGivenToContracts = true;
                    break;
                case FunctionTarget { Function: var reference } when reference.Resolve() is { } callee && i < callee.ParameterCount:
                    Follow(callee, callee.Locals[i]);
                    break;
                default:
                    IsReachedInto = true;
                    break;
            }
        }
    }

    /// <summary>
    /// A copy of a handle, or a ref to the same owner, in a variable is the same object; anywhere else it is out of sight.
    /// </summary>
    private void Alias(Place source, Place target, HashSet<int> aliases)
    {
        if (target.Steps.IsEmpty && !HasField(source))
            aliases.Add(target.Local.Index);
        else
            IsReachedInto = true;
    }

    private static bool IsAlias(Operand operand, HashSet<int> aliases) =>
        operand.Kind is OperandKind.Copy or OperandKind.Move && aliases.Contains(operand.Place.Local.Index);

    private static bool HasField(Place place)
    {
        foreach (var step in place.Steps)
        {
            if (step is not DereferenceStep)
                return true;
        }

        return false;
    }
}
