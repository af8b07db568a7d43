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
    /// <summary>
    /// Counts them on the way of a round that has the fewest; branches out of a loop are left out, for a compiler may lay them out so that
    /// they wait for nothing.
    /// </summary>
    public static int Count(Function function, FunctionFacts facts, bool[] isInside, int head)
    {
        var isExit = NaturalLoop.FindExits(function, facts);
        var fewest = new int?[function.Blocks.Length];
        return From(head) ?? 0;

        // Null where the round does not get back to its head from there.
        int? From(int block)
        {
            if (fewest[block] is { } known)
                return known;
            int? least = null;
            for (var i = 0; FunctionFacts.TryGetSuccessor(function.Blocks[block], i, out var next); i++)
            {
                var rest = next == head ? 0
                    : isInside[next] && facts.GetOrder(next) > facts.GetOrder(block) ? From(next)
                    : null;
                least = rest is { } count ? Math.Min(count, least ?? count) : least;
            }

            return fewest[block] = least + (!isExit[block] && IsFresh(function.Blocks[block]) ? 1 : 0);
        }
    }

    private static bool IsFresh(Block block) =>
        block.Terminator is BranchTerminator branch
        && branch.WhenTrue != branch.WhenFalse
        && CountedLoop.Define(block, branch.Condition) is BinaryInstruction test
        && test.Operator.IsComparison()
        && (IsRead(block, test.Left) || IsRead(block, test.Right));

    private static bool IsRead(Block block, Operand operand)
    {
        while (true)
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
    }
}
