using System;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Paths.Loops;

/// <summary>
/// How many branches of a loop's round go either way in every round, because they test what the round has just read: memory, or the result
/// of a helper. The kernel keeps the other way of each in mind until the path has ended.
/// </summary>
internal static class FreshBranches
{
    private const int MaxDepth = 16;

    /// <summary>
    /// Counts them on the way of a round that has the fewest, with those of the functions that are called on it; branches out of a loop
    /// are left out, for a compiler may lay them out so that they wait for nothing.
    /// </summary>
    public static int Count(Function function, FunctionFacts facts, bool[] isInside, int head) =>
        Count(function, facts, isInside, head, head, MaxDepth);

    /// <summary>Counts them from a block to another or, for -1, to where the function is left.</summary>
    private static int Count(Function function, FunctionFacts facts, bool[]? isInside, int start, int end, int depth)
    {
        var isExit = NaturalLoop.FindExits(function, facts);
        var fewest = new int?[function.Blocks.Length];
        return From(start) ?? 0;

        // Null where the way does not get to its end from there.
        int? From(int block)
        {
            if (fewest[block] is { } known)
                return known;
            int? least = end < 0 && function.Blocks[block].Terminator is ReturnTerminator ? 0 : null;
            for (var i = 0; FunctionFacts.TryGetSuccessor(function.Blocks[block], i, out var next); i++)
            {
                var rest = next == end ? 0
                    : isInside?[next] != false && facts.GetOrder(next) > facts.GetOrder(block) ? From(next)
                    : null;
                least = rest is { } count ? Math.Min(count, least ?? count) : least;
            }

            return fewest[block] = least
                + CountInCallees(function.Blocks[block], depth)
                + (!isExit[block] && IsFresh(function.Blocks[block]) ? 1 : 0);
        }
    }

    private static int CountInCallees(Block block, int depth)
    {
        var count = 0;
        foreach (var instruction in block.Instructions)
        {
            if (depth > 0
                && instruction is CallInstruction { Target: FunctionTarget { Function: var reference } }
                && reference.Resolve() is { } callee)
            {
                count += Count(callee, FunctionFacts.Of(callee), isInside: null, start: 0, end: -1, depth - 1);
            }
        }

        return count;
    }

    private static bool IsFresh(Block block)
    {
        if (block.Terminator is not BranchTerminator branch || branch.WhenTrue == branch.WhenFalse)
            return false;
        return CountedLoop.Define(block, branch.Condition) switch
        {
            BinaryInstruction test => test.Operator.IsComparison() && (IsRead(block, test.Left) || IsRead(block, test.Right)),
            CallInstruction { Target: ContractTarget { Contract.Return.NullTest: not null } } test => MayBeNull(block, test.Arguments[0].Value),
            _ => false,
        };
    }

    /// <summary>Whether a call in the block has given a value that may be null, wherever it was looked up.</summary>
    private static bool MayBeNull(Block block, Operand operand)
    {
        for (var i = 0; i < block.Instructions.Length && CountedLoop.Define(block, operand) is AssignInstruction assign; i++)
            operand = assign.Source;
        return CountedLoop.Define(block, operand)
            is CallInstruction { Target: ContractTarget { Contract.Return: { MayBeNull: true, ExceptIndex: < 0 } } };
    }

    private static bool IsRead(Block block, Operand operand)
    {
        for (var i = 0; i <= block.Instructions.Length; i++)
        {
            if (operand.Kind is OperandKind.Copy or OperandKind.Move
                && !operand.Place.IsLocal
                && operand.Place.Steps[0] is DereferenceStep or ElementStep)
            {
                return true;
            }

            switch (CountedLoop.Define(block, operand))
            {
                case CallInstruction { Target: ContractTarget { Contract.Return.Range: null } }:
                    return true;
                case AssignInstruction assign:
                    operand = assign.Source;
                    break;
                case ConvertInstruction convert:
                    operand = convert.Source;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
