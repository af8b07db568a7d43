using System;
using System.Collections.Generic;
using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.States;

/// <summary>A correspondence between the identities of two states: they are drawn as needed, so only their pattern matters.</summary>
/// <remarks>Follows <c>check_ids</c>.</remarks>
internal sealed class IdentityMap
{
    private readonly Dictionary<(int Visited, Projection, int Current, Projection), int> _joined = [];
    private readonly Dictionary<int, (Projection Visited, Projection Current)> _projections = [];
    private readonly List<(int Visited, int Current)> _matched = [];
    private int[] _toCurrent = [];
    private int[] _toVisited = [];

    public void Reset(int lastVisited, int lastCurrent)
    {
        // A long path draws many identities, and most comparisons end at the first few: only what was matched is cleared.
        foreach (var (visited, current) in _matched)
            (_toCurrent[visited], _toVisited[current]) = (0, 0);
        _matched.Clear();
        _joined.Clear();
        _projections.Clear();
        EnsureLength(ref _toCurrent, lastVisited + 1);
        EnsureLength(ref _toVisited, lastCurrent + 1);
    }

    /// <summary>Lets two identities correspond, unless one of them already corresponds to another.</summary>
    public bool TryMatch(int visited, int current)
    {
        if (visited == 0 || current == 0)
            return visited == current;
        if (_toCurrent[visited] == 0 && _toVisited[current] == 0)
        {
            (_toCurrent[visited], _toVisited[current]) = (current, visited);
            _matched.Add((visited, current));
            return true;
        }

        return _toCurrent[visited] == current && _toVisited[current] == visited;
    }

    /// <summary>
    /// Lets two numbers correspond: what is equal in the visited state must be equal in the current one, not the reverse.
    /// </summary>
    public bool TryMatchNumber(int visited, Projection visitedProjection, int current, Projection currentProjection)
    {
        if (visited == 0)
            return true;
        if (_toCurrent[visited] == 0)
        {
            _toCurrent[visited] = current == 0 ? -1 : current;
            _matched.Add((visited, 0));
            if (visitedProjection != currentProjection)
                _projections.Add(visited, (visitedProjection, currentProjection));
            return true;
        }

        if (_toCurrent[visited] != current)
            return false;

        // Alike projections of corresponding numbers correspond; where the first pair is not alike, only its own copies do.
        return _projections.Count != 0 && _projections.TryGetValue(visited, out var pair)
            ? pair == (visitedProjection, currentProjection)
            : visitedProjection == currentProjection;
    }

    /// <summary>The identity of a number that is joined of two: equal where both were equal.</summary>
    public int Join(int visited, Projection visitedProjection, int current, Projection currentProjection, Func<int> newId)
    {
        if (visited == 0 || current == 0)
            return newId();

        // What alike projections have in common outlives the join; of others only the copies are still one number.
        var key = visitedProjection == currentProjection
            ? (visited, Projection.Identity, current, Projection.Identity)
            : (visited, visitedProjection, current, currentProjection);
        if (!_joined.TryGetValue(key, out var id))
        {
            id = newId();
            _joined.Add(key, id);
        }

        return id;
    }

    private static void EnsureLength(ref int[] map, int length)
    {
        if (map.Length < length)
            map = new int[Math.Max(length, 2 * map.Length)];
    }
}
