using System.Collections.Generic;
using System.Linq;

namespace Dynptrs.Emit.Structure;

/// <summary>The order, dominators and loops of the blocks of a function.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<FlowBlock, int> _order = [];
    private readonly Dictionary<FlowBlock, List<FlowBlock>> _predecessors = [];
    private readonly Dictionary<FlowBlock, FlowBlock> _dominators = [];
    private readonly Dictionary<FlowBlock, HashSet<FlowBlock>> _loops = [];

    public FlowGraph(FlowBlock entry)
    {
        Entry = entry;
        var postorder = new List<FlowBlock>();
        Visit(entry, [], postorder);
        postorder.Reverse();
        Blocks = postorder;
        for (var i = 0; i < Blocks.Count; i++)
        {
            _order[Blocks[i]] = i;
            _predecessors[Blocks[i]] = [];
        }

        foreach (var block in Blocks)
        {
            foreach (var next in block.Next)
                _predecessors[next].Add(block);
        }

        FindDominators();
        FindLoops();
    }

    /// <summary>Where the function begins.</summary>
    public FlowBlock Entry { get; }

    /// <summary>The blocks, each before those that follow it, but for jumps back.</summary>
    public IReadOnlyList<FlowBlock> Blocks { get; }

    /// <summary>The position of a block in <see cref="Blocks"/>.</summary>
    public int Order(FlowBlock block) => _order[block];

    /// <summary>The blocks that lead to a block.</summary>
    public IReadOnlyList<FlowBlock> Predecessors(FlowBlock block) => _predecessors[block];

    /// <summary>The nearest block through which every way to a block leads.</summary>
    public FlowBlock Dominator(FlowBlock block) => _dominators[block];

    /// <summary>The blocks of the loop that begins at a block, or <see langword="null"/> where none begins.</summary>
    public HashSet<FlowBlock>? Loop(FlowBlock header) => _loops.GetValueOrDefault(header);

    /// <summary>Whether every way to a block leads through another.</summary>
    public bool Dominates(FlowBlock dominator, FlowBlock block)
    {
        while (_order[block] > _order[dominator])
            block = _dominators[block];
        return block == dominator;
    }

    // Each stack frame is one block; programs that the kernel takes are not deep.
    private static void Visit(FlowBlock block, HashSet<FlowBlock> seen, List<FlowBlock> postorder)
    {
        if (!seen.Add(block))
            return;
        // What is visited last comes first: the branch that is taken stands before the other one.
        foreach (var next in Enumerable.Reverse(block.Next))
            Visit(next, seen, postorder);
        postorder.Add(block);
    }

    private void FindDominators()
    {
        _dominators[Entry] = Entry;
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var block in Blocks.Skip(1))
            {
                FlowBlock? dominator = null;
                foreach (var predecessor in _predecessors[block])
                {
                    if (_dominators.ContainsKey(predecessor))
                        dominator = dominator is null ? predecessor : Common(dominator, predecessor);
                }

                if (_dominators.GetValueOrDefault(block) != dominator)
                {
                    _dominators[block] = dominator!;
                    isChanged = true;
                }
            }
        }
    }

    private FlowBlock Common(FlowBlock left, FlowBlock right)
    {
        while (left != right)
        {
            while (_order[left] > _order[right])
                left = _dominators[left];
            while (_order[right] > _order[left])
                right = _dominators[right];
        }

        return left;
    }

    private void FindLoops()
    {
        foreach (var block in Blocks)
        {
            foreach (var header in block.Next.Where(next => Dominates(next, block)))
            {
                if (!_loops.TryGetValue(header, out var loop))
                    _loops[header] = loop = [header];
                var pending = new Stack<FlowBlock>([block]);
                while (pending.TryPop(out var part))
                {
                    if (!loop.Add(part))
                        continue;
                    foreach (var predecessor in _predecessors[part])
                        pending.Push(predecessor);
                }
            }
        }
    }
}
