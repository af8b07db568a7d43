using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>Which of the values that locals are given meet others where ways of control meet.</summary>
/// <param name="function">The function.</param>
internal sealed class JoinedNumbers(FunctionInstance function)
{
    private readonly Dictionary<Local, HashSet<Instruction>> _joined = [];

    /// <summary>Whether a local is one of several values behind a place where ways meet.</summary>
    public bool IsJoined(Local local) => Joined(local).Count > 0;

    /// <summary>Whether what an instruction gives a local is one of several values behind a place where ways meet.</summary>
    public bool IsJoined(Local local, Instruction instruction) => Joined(local).Contains(instruction);

    private HashSet<Instruction> Joined(Local local)
    {
        if (!_joined.TryGetValue(local, out var joined))
            _joined[local] = joined = Find(local);
        return joined;
    }

    private HashSet<Instruction> Find(Local local)
    {
        // What each block ends with: a write of its own, or those that reach it.
        var last = function.Blocks.ToDictionary(block => block.Index, block => block.Instructions.LastOrDefault(
            instruction => InstructionOperands.Target(instruction) is { IsLocal: true } target && target.Local == local));
        var reaching = function.Blocks.ToDictionary(block => block.Index, _ => new HashSet<Instruction>());
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var block in function.Blocks.Where(block => function.Uses.IsLiveOut(block, local)))
            {
                var leaving = last[block.Index] is { } write ? new HashSet<Instruction> { write } : reaching[block.Index];
                foreach (var next in LocalUses.Successors(block.Terminator))
                {
                    var before = reaching[next].Count;
                    reaching[next].UnionWith(leaving);
                    isChanged |= reaching[next].Count != before;
                }
            }
        }

        return
        [
            .. reaching
                .Where(block => block.Value.Count > 1 && function.Uses.IsLiveIn(block.Key, local))
                .SelectMany(block => block.Value),
        ];
    }
}
