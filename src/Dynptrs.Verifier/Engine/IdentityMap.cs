using System;
using System.Collections.Generic;

namespace Dynptrs.Verifier.Engine;

/// <summary>A correspondence between the identities of two states: they are drawn as needed, so only their pattern matters.</summary>
/// <remarks>Follows <c>check_ids</c>.</remarks>
internal sealed class IdentityMap
{
    private readonly Dictionary<(int Visited, int Current), int> _joined = [];
    private int[] _toCurrent = [];
    private int[] _toVisited = [];

    public void Reset(int lastVisited, int lastCurrent)
    {
        Prepare(ref _toCurrent, lastVisited + 1);
        Prepare(ref _toVisited, lastCurrent + 1);
        _joined.Clear();
    }

    /// <summary>Lets two identities correspond, unless one of them already corresponds to another.</summary>
    public bool TryMatch(int visited, int current)
    {
        if (visited == 0 || current == 0)
            return visited == current;
        if (_toCurrent[visited] == 0 && _toVisited[current] == 0)
        {
            (_toCurrent[visited], _toVisited[current]) = (current, visited);
            return true;
        }

        return _toCurrent[visited] == current && _toVisited[current] == visited;
    }

    /// <summary>Lets two numbers correspond: what is equal in the visited state must be equal in the current one, not the reverse.</summary>
    public bool TryMatchNumber(int visited, int current)
    {
        if (visited == 0)
            return true;
        if (_toCurrent[visited] == 0)
            _toCurrent[visited] = current == 0 ? -1 : current;
        return _toCurrent[visited] == current;
    }

    /// <summary>The identity of a number that is joined of two: equal where both were equal.</summary>
    public int Join(int visited, int current, Func<int> newId)
    {
        if (visited == 0 || current == 0)
            return newId();
        if (!_joined.TryGetValue((visited, current), out var id))
        {
            id = newId();
            _joined.Add((visited, current), id);
        }

        return id;
    }

    private static void Prepare(ref int[] map, int length)
    {
        if (map.Length < length)
            map = new int[Math.Max(length, 2 * map.Length)];
        else
            Array.Clear(map, 0, length);
    }
}
