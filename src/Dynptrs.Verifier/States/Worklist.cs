using System.Collections.Generic;

namespace Dynptrs.Verifier.States;

/// <summary>The states that are still to be followed.</summary>
/// <param name="isDepthFirst">
/// Whether the latest is followed first, so that each path soon gets to its end. Else it is the deepest frame, then the
/// earliest block: paths that meet again are joined before they are followed further.
/// </param>
internal sealed class Worklist(bool isDepthFirst)
{
    private readonly List<(long Priority, PointState Item)> _heap = [];
    private long _sequence;

    /// <summary>How many states wait.</summary>
    public int Count => _heap.Count;

    public void Add(PointState item)
    {
        if (item.IsPending)
            return;
        item.IsPending = true;
        item.Open();
        _sequence++;
        var depth = (long)(0xFF - item.Point.Frame.Depth) << 56;
        var priority = isDepthFirst ? -_sequence : depth | ((long)(item.Point.Order & 0xFFFFFF) << 32) | (_sequence & 0xFFFFFFFF);
        _heap.Add((priority, item));
        var child = _heap.Count - 1;
        while (child > 0 && _heap[(child - 1) / 2].Priority > _heap[child].Priority)
        {
            (_heap[(child - 1) / 2], _heap[child]) = (_heap[child], _heap[(child - 1) / 2]);
            child = (child - 1) / 2;
        }
    }

    public PointState? Take()
    {
        if (_heap.Count == 0)
            return null;
        var item = _heap[0].Item;
        var last = _heap[_heap.Count - 1];
        _heap.RemoveAt(_heap.Count - 1);
        if (_heap.Count > 0)
        {
            _heap[0] = last;
            SiftDown();
        }

        item.IsPending = false;
        return item;
    }

    private void SiftDown()
    {
        var parent = 0;
        while (true)
        {
            var least = parent;
            for (var child = (2 * parent) + 1; child <= (2 * parent) + 2 && child < _heap.Count; child++)
            {
                if (_heap[child].Priority < _heap[least].Priority)
                    least = child;
            }

            if (least == parent)
                return;
            (_heap[least], _heap[parent]) = (_heap[parent], _heap[least]);
            parent = least;
        }
    }
}
