using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>Finds the blocks of a loop: of loops inside of one another, each has its own.</summary>
internal static class NaturalLoop
{
    /// <summary>The blocks from which a jump back to the head is reached without passing it.</summary>
    public static bool[] FindBlocks(Function function, FunctionFacts facts, int head)
    {
        var isInside = new bool[function.Blocks.Length];
        isInside[head] = true;
        foreach (var block in function.Blocks)
        {
            for (var i = 0; FunctionFacts.TryGetSuccessor(block, i, out var next); i++)
                isInside[block.Index] |= next == head && facts.GetOrder(head) <= facts.GetOrder(block.Index);
        }

        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var block in function.Blocks)
            {
                for (var i = 0; !isInside[block.Index] && FunctionFacts.TryGetSuccessor(block, i, out var next); i++)
                {
                    isChanged |= isInside[block.Index] = next != head
                        && isInside[next]
                        && facts.GetOrder(head) < facts.GetOrder(block.Index);
                }
            }
        }
        while (isChanged);
        return isInside;
    }

    /// <summary>The blocks of each loop.</summary>
    public static List<bool[]> FindAll(Function function, FunctionFacts facts)
    {
        var loops = new List<bool[]>();
        for (var head = 0; head < function.Blocks.Length; head++)
        {
            if (facts.IsLoopHead(head))
                loops.Add(facts.GetLoopBlocks(head));
        }

        return loops;
    }

    /// <summary>The blocks of a loop from which a block of it is reached in the same round, that itself among them.</summary>
    public static bool[] FindLeading(Function function, FunctionFacts facts, bool[] isInside, int block)
    {
        var leads = new bool[function.Blocks.Length];
        leads[block] = true;
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var other in function.Blocks)
            {
                for (var i = 0; isInside[other.Index] && !leads[other.Index] && FunctionFacts.TryGetSuccessor(other, i, out var next); i++)
                    isChanged |= leads[other.Index] = leads[next] && facts.GetOrder(other.Index) < facts.GetOrder(next);
            }
        }
        while (isChanged);
        return leads;
    }

    /// <summary>The branches of which one way leads out of a loop.</summary>
    public static bool[] FindExits(Function function, FunctionFacts facts)
    {
        var isExit = new bool[function.Blocks.Length];
        foreach (var isInside in FindAll(function, facts))
        {
            foreach (var block in function.Blocks)
            {
                isExit[block.Index] |= isInside[block.Index]
                    && block.Terminator is BranchTerminator branch
                    && isInside[branch.WhenTrue] != isInside[branch.WhenFalse];
            }
        }

        return isExit;
    }
}
