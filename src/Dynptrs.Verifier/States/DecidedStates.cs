using System;
using System.Collections.Generic;
using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.States;

/// <summary>
/// The states of a point by the constants that decide when loops end: those that differ in them need not be compared, however many there are.
/// </summary>
internal sealed class DecidedStates
{
    private readonly List<(int[] Cells, Dictionary<long, List<PointState>> States)> _groups = [];

    /// <summary>The states that may stand for another.</summary>
    public IEnumerable<List<PointState>> FindFor(State state)
    {
        foreach (var (cells, states) in _groups)
        {
            if (KeyOf(state, cells) is { } key && states.TryGetValue(key, out var found))
                yield return found;
        }
    }

    /// <summary>Adds a state.</summary>
    /// <param name="item">The state.</param>
    /// <param name="cells">The cells in which it holds a constant that decides.</param>
    public void Add(PointState item, List<int> cells)
    {
        var states = GetGroup(cells);
        var key = KeyOf(item.State, cells) ?? throw new InvalidOperationException("A number that decides is no constant.");
        if (!states.TryGetValue(key, out var list))
            states.Add(key, list = []);
        list.Add(item);
    }

    private Dictionary<long, List<PointState>> GetGroup(List<int> cells)
    {
        foreach (var (others, states) in _groups)
        {
            if (cells.Count == others.Length && others.AsSpan().SequenceEqual(cells.ToArray()))
                return states;
        }

        var added = new Dictionary<long, List<PointState>>();
        _groups.Add((cells.ToArray(), added));
        return added;
    }

    /// <summary>What states with the same constants have in common, or <see langword="null"/> where one is no constant.</summary>
    private static long? KeyOf(State state, IReadOnlyList<int> cells)
    {
        var key = 17L;
        for (var i = 0; i < cells.Count; i++)
        {
            if (state.Cells[cells[i]] is not NumberValue { Range: { IsConstant: true, SignedMin: var value } })
                return null;
            key = unchecked((key * 1_000_003) + value);
        }

        return key;
    }
}
