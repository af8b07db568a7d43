using System.Threading;

namespace Dynptrs;

/// <summary>A way through the buckets of a table, while others change it.</summary>
internal struct HashWalk<TKey, TValue>(HashElement<TKey, TValue>?[] buckets)
    where TKey : unmanaged
    where TValue : unmanaged
{
    private HashElement<TKey, TValue>? _next;
    private int _bucket;

    /// <summary>The element that was reached.</summary>
    public HashElement<TKey, TValue> Current { get; private set; } = null!;

    /// <summary>Goes on, unless there is no further element.</summary>
    public bool MoveNext()
    {
        while (_next is null)
        {
            if (_bucket == buckets.Length)
                return false;
            _next = Volatile.Read(ref buckets[_bucket++]);
        }

        Current = _next;
        _next = Current.Next;
        return true;
    }
}
