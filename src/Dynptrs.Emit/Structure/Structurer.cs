using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Text;

namespace Dynptrs.Emit.Structure;

/// <summary>
/// Makes nested statements of blocks: what a block dominates stands in it, or behind it where several ways lead there; a loop is what leads
/// back to its first block, and what follows it stands behind it.
/// </summary>
internal sealed class Structurer
{
    private readonly FlowGraph _graph;
    private readonly Dictionary<FlowBlock, List<FlowBlock>> _followers = [];
    private readonly Dictionary<FlowBlock, List<FlowBlock>> _behindLoops = [];
    private readonly HashSet<FlowBlock> _targets = [];

    private Structurer(FlowGraph graph)
    {
        _graph = graph;
        foreach (var block in graph.Blocks.Skip(1))
            Arrange(block);
    }

    /// <summary>The statements of a function.</summary>
    public static List<CStatement> Run(FlowBlock entry)
    {
        FlowSimplifier.Simplify(entry);
        var graph = new FlowGraph(entry);
        var statements = new Structurer(graph).Tree(entry);
        return Tidier.Run(statements);
    }

    private void Arrange(FlowBlock block)
    {
        var dominator = _graph.Dominator(block);
        var left = _graph.Blocks
            .Where(header => _graph.Loop(header) is { } loop && loop.Contains(dominator) && !loop.Contains(block))
            .FirstOrDefault();
        if (left is not null && !IsWayOut(block))
            Add(_behindLoops, left, block);
        else if (_graph.Predecessors(block).Count(predecessor => _graph.Order(predecessor) < _graph.Order(block)) > 1
            || (_graph.Loop(block) is null && _graph.Predecessors(block).Count > 1))
            Add(_followers, dominator, block);
    }

    /// <summary>What leaves the function from the middle of a loop stands there.</summary>
    private bool IsWayOut(FlowBlock block) =>
        block.IsExit && _graph.Predecessors(block) is [var predecessor] && _graph.Loop(predecessor) is null;

    private void Add(Dictionary<FlowBlock, List<FlowBlock>> to, FlowBlock place, FlowBlock block)
    {
        if (!to.TryGetValue(place, out var blocks))
            to[place] = blocks = [];
        blocks.Add(block);
        _targets.Add(block);
    }

    private List<CStatement> Tree(FlowBlock block)
    {
        if (_graph.Loop(block) is null)
            return Within(block);
        var body = Within(block);
        var loop = new CStatement.Loop(block.Index, null, body, block.Line) { IsWrittenOut = block.IsWrittenOut };
        List<CStatement> statements = [new CStatement.Label(block.Index), loop];
        AddAll(statements, _behindLoops.GetValueOrDefault(block, []));
        return statements;
    }

    private List<CStatement> Within(FlowBlock block)
    {
        var statements = new List<CStatement>(block.Statements);
        if (block.Next is [var next])
            statements.AddRange(Branch(block, next));
        else if (block.Condition is { } condition)
            statements.Add(new CStatement.If(condition, Branch(block, block.Next[0]), Branch(block, block.Next[1]), block.Line));
        AddAll(statements, _followers.GetValueOrDefault(block, []));
        return statements;
    }

    private void AddAll(List<CStatement> statements, List<FlowBlock> blocks)
    {
        foreach (var block in blocks.OrderBy(_graph.Order))
        {
            statements.Add(new CStatement.Label(block.Index));
            statements.AddRange(Tree(block));
        }
    }

    private List<CStatement> Branch(FlowBlock from, FlowBlock to) =>
        _targets.Contains(to) || _graph.Order(to) <= _graph.Order(from) ? [new CStatement.Goto(to.Index, from.Line)] : Tree(to);
}
