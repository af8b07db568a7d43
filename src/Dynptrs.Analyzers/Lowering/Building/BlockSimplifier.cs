using System.Collections.Generic;
using System.Collections.Immutable;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Lowering.Building;

/// <summary>
/// Drops blocks that are never reached, skips empty ones, joins those that can only follow one another, and numbers the rest.
/// </summary>
internal sealed class BlockSimplifier(List<BlockBuilder> blocks)
{
    private const int Unnumbered = -1;

    private readonly int[] _predecessors = new int[blocks.Count];
    private readonly int[] _numbers = new int[blocks.Count];
    private readonly List<BlockBuilder> _kept = [];

    /// <summary>Makes the blocks of a function; the first is the entry.</summary>
    public ImmutableArray<Block> Run()
    {
        CountPredecessors();
        Keep();
        var result = ImmutableArray.CreateBuilder<Block>(_kept.Count);
        for (var i = 0; i < _kept.Count; i++)
            result.Add(Build(_kept[i], i));
        return result.MoveToImmutable();
    }

    private void CountPredecessors()
    {
        var seen = new bool[blocks.Count];
        var pending = new Stack<BlockBuilder>();
        Visit(blocks[0]);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            // A handler is entered from anywhere, so that nothing is ever joined with it.
            foreach (var handler in block.Handlers)
            {
                Visit(Skip(handler));
                _predecessors[Skip(handler).Index]++;
            }

            switch (block.Terminator)
            {
                case GotoTerminator jump:
                    Visit(Skip(blocks[jump.Target]));
                    break;
                case BranchTerminator branch:
                    Visit(Skip(blocks[branch.WhenTrue]));
                    Visit(Skip(blocks[branch.WhenFalse]));
                    break;
            }
        }

        _predecessors[0]++;

        void Visit(BlockBuilder block)
        {
            _predecessors[block.Index]++;
            if (seen[block.Index])
                return;
            seen[block.Index] = true;
            pending.Push(block);
        }
    }

    /// <summary>Follows jumps through blocks that do nothing else.</summary>
    private BlockBuilder Skip(BlockBuilder block)
    {
        for (var i = 0; i < blocks.Count && block.Instructions.Count == 0 && block.Terminator is GotoTerminator jump; i++)
            block = blocks[jump.Target];
        return block;
    }

    private BlockBuilder? JoinedWith(BlockBuilder block) =>
        block.Terminator is GotoTerminator jump
        && Skip(blocks[jump.Target]) is var next
        && next != block
        && _predecessors[next.Index] == 1
        && next.Handlers == block.Handlers
            ? next
            : null;

    private void Keep()
    {
        for (var i = 0; i < _numbers.Length; i++)
            _numbers[i] = Unnumbered;
        var joined = new bool[blocks.Count];
        foreach (var block in blocks)
        {
            if (_predecessors[block.Index] > 0 && JoinedWith(block) is { } next)
                joined[next.Index] = true;
        }

        foreach (var block in blocks)
        {
            if (_predecessors[block.Index] == 0 || joined[block.Index])
                continue;
            _numbers[block.Index] = _kept.Count;
            _kept.Add(block);
        }
    }

    private Block Build(BlockBuilder first, int number)
    {
        var last = first;
        var instructions = first.Instructions;
        while (JoinedWith(last) is { } next)
        {
            instructions.AddRange(next.Instructions);
            last = next;
        }

        var (handlers, wayOut) = (ImmutableArray<int>.Empty, -1);
        if (!first.Handlers.IsEmpty)
        {
            var builder = ImmutableArray.CreateBuilder<int>(first.Handlers.Length);
            foreach (var handler in first.Handlers)
            {
                builder.Add(Number(handler.Index));
                if (handler.IsWayOut)
                    wayOut = Number(handler.Index);
            }

            handlers = builder.MoveToImmutable();
        }

        return new Block(number, instructions.ToImmutable(), Renumber(last.Terminator), handlers) { WayOut = wayOut };
    }

    private Terminator Renumber(Terminator? terminator) => terminator switch
    {
        GotoTerminator jump => new GotoTerminator(jump.Site, Number(jump.Target)),
        BranchTerminator branch when Number(branch.WhenTrue) is var whenTrue && Number(branch.WhenFalse) is var whenFalse =>
            whenTrue == whenFalse
                ? new GotoTerminator(branch.Site, whenTrue)
                : new BranchTerminator(branch.Site, branch.Condition, whenTrue, whenFalse),
        _ => terminator ?? new UnreachableTerminator(default),
    };

    private int Number(int index) => _numbers[Skip(blocks[index]).Index];
}
