using System.Collections.Generic;
using Dynptrs.Emit.Calls;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Lengths;

/// <summary>
/// Which pointers of an object need the number of bytes behind them, and where that is constant: a span becomes a pointer, and a variable
/// beside it only where a program needs one.
/// </summary>
internal sealed class LengthTable
{
    private readonly Dictionary<LengthNode, List<(LengthNode Source, long? Offset)>> _sources = [];
    private readonly Dictionary<LengthNode, List<LengthNode>> _users = [];
    private readonly Dictionary<LengthNode, Length> _given = [];
    private readonly HashSet<LengthNode> _needed = [];
    private readonly Dictionary<LengthNode, Length> _lengths = [];

    public LengthTable(CallGraph graph)
    {
        foreach (var function in graph.Functions)
            new LengthCollector(this, function).Run();
        FindNeeded();
        Solve();
    }

    /// <summary>What is known of a pointer's length, or <see langword="null"/> where nothing needs it.</summary>
    public Length? Find(FunctionInstance function, Local? local) =>
        _needed.Contains(new LengthNode(function, local))
            ? _lengths.GetValueOrDefault(new LengthNode(function, local), Length.Variable)
            : null;

    /// <summary>Something asks for the length.</summary>
    public void Need(LengthNode node) => _needed.Add(node);

    /// <summary>An instruction gives a length.</summary>
    public void Give(LengthNode node, Length length) => _given[node] = _given.TryGetValue(node, out var other) && other != length
        ? Length.Variable
        : length;

    /// <summary>A length is that of another pointer, less an offset where that is constant.</summary>
    public void Flow(LengthNode source, LengthNode target, long? offset)
    {
        if (!_sources.TryGetValue(target, out var sources))
            _sources[target] = sources = [];
        sources.Add((source, offset));
        if (!_users.TryGetValue(source, out var users))
            _users[source] = users = [];
        users.Add(target);
    }

    private void FindNeeded()
    {
        var pending = new Stack<LengthNode>(_needed);
        while (pending.TryPop(out var node))
        {
            foreach (var (source, _) in _sources.GetValueOrDefault(node, []))
            {
                if (_needed.Add(source))
                    pending.Push(source);
            }
        }
    }

    private void Solve()
    {
        var pending = new Queue<LengthNode>(_needed);
        while (pending.TryDequeue(out var node))
        {
            Length? length = _given.TryGetValue(node, out var given) ? given : null;
            foreach (var (source, offset) in _sources.GetValueOrDefault(node, []))
            {
                if (!_lengths.TryGetValue(source, out var known))
                    continue;
                var flown = known.IsConstant && offset is { } bytes ? Length.Constant(known.Value - bytes) : Length.Variable;
                length = length is null || length == flown ? flown : Length.Variable;
            }

            if (length is not { } found || (_lengths.TryGetValue(node, out var before) && (before == found || !before.IsConstant)))
                continue;
            // A length that was constant and is another one now is none, so that this ends.
            _lengths[node] = before.IsConstant && _lengths.ContainsKey(node) ? Length.Variable : found;
            foreach (var user in _users.GetValueOrDefault(node, []))
                pending.Enqueue(user);
        }
    }
}
