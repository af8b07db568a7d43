using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Paths.Loops;

/// <summary>Loops that end because an iterator does, however often that goes on: <c>[EndsLoops]</c>.</summary>
/// <remarks>
/// Follows <c>process_iter_next_call</c>: states that come back to the call of an iterator's next converge, and need no count. It holds
/// here where each round tests what the iterator gave in this round, leaves when that is null, and does not make the iterator anew.
/// </remarks>
internal static class IteratedLoop
{
    /// <summary>Whether a branch that each round takes leaves the loop when an iterator has ended.</summary>
    public static bool Ends(CountedLoop loop, Block block, BranchTerminator branch)
    {
        var from = block;
        var operand = branch.Condition;
        var valueAtEnd = false;
        for (var steps = 0; steps < loop.Function.Blocks.Length; steps++)
        {
            switch (CountedLoop.Define(from, operand))
            {
                case CallInstruction { Target: ContractTarget { Contract.Return: { EndsLoops: true } } } call:
                    return !loop.IsInside(valueAtEnd ? branch.WhenTrue : branch.WhenFalse) && IsKept(loop, call);
                case CallInstruction { Target: ContractTarget { Contract.Return: { NullTest: { } whenNull } } } test:
                    valueAtEnd = whenNull;
                    operand = test.Arguments[0].Value;
                    break;
                case AssignInstruction assign:
                    operand = assign.Source;
                    break;
                case null when Writer(loop, operand) is { } writer:
                    from = writer;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>
    /// The variables that decide something, and that may be written in a round and read in the next, so that the rounds differ.
    /// </summary>
    public static IEnumerable<Local> FindCarried(CountedLoop loop)
    {
        foreach (var local in loop.Function.Locals)
        {
            if (IsCarried(loop, local) && MayChange(loop, local) && !IsIterator(loop, local))
                yield return local;
        }
    }

    private static bool MayChange(CountedLoop loop, Local local)
    {
        foreach (var block in loop.Function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if ((CountedLoop.IsExposed(instruction, local) && local.Type is not PointerType)
                    || (loop.IsInside(block.Index) && CountedLoop.Writes(instruction, local)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a variable is what is asked for the next number.</summary>
    private static bool IsIterator(CountedLoop loop, Local local)
    {
        foreach (var block in loop.Function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (instruction is CallInstruction { Target: ContractTarget { Contract.Return.EndsLoops: true } } next
                    && next.Arguments[0].Value is { Kind: OperandKind.Copy or OperandKind.Move, Place.Local: var iterator }
                    && iterator == local)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsCarried(CountedLoop loop, Local local)
    {
        for (var cell = local.FirstCell; cell < local.FirstCell + local.Type.CellCount; cell++)
        {
            if ((local.Type is PointerType || loop.Relevance.IsRelevant(cell) || loop.Head.Frame.Facts.LoopControl.Contains(cell))
                && loop.Head.Frame.Facts.Liveness.IsLive(loop.Head.Resumption.Block, cell))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The one block of a loop that writes an operand, which no round leaves out, or <see langword="null"/>.</summary>
    private static Block? Writer(CountedLoop loop, Operand operand)
    {
        Block? writer = null;
        foreach (var block in loop.Function.Blocks)
        {
            if (!loop.IsInside(block.Index) || CountedLoop.Define(block, operand) is null)
                continue;
            if (writer is not null || !loop.IsInEveryRound(block.Index))
                return null;
            writer = block;
        }

        return writer;
    }

    /// <summary>Whether nothing in a loop but its next makes the iterator another.</summary>
    private static bool IsKept(CountedLoop loop, CallInstruction next)
    {
        if (next.Arguments[0].Value is not { Kind: OperandKind.Copy or OperandKind.Move, Place: { IsLocal: true, Local: var iterator } })
            return false;
        foreach (var block in loop.Function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (loop.IsInside(block.Index)
                    && instruction != next
                    && (CountedLoop.Writes(instruction, iterator) || IsChanged(instruction, iterator)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsChanged(Instruction instruction, Local iterator)
    {
        if (instruction is not CallInstruction call)
            return CountedLoop.IsExposed(instruction, iterator);
        foreach (var argument in call.Arguments)
        {
            if (argument.Passing is ArgumentPassing.Ref or ArgumentPassing.Out
                && argument.Value.Kind is OperandKind.Copy or OperandKind.Move
                && argument.Value.Place.Local == iterator)
            {
                return true;
            }
        }

        return false;
    }
}
