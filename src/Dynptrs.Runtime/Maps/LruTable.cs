using System.Collections.Generic;

namespace Dynptrs;

/// <summary>A table that drops what was not used for long. Who writes holds a lock of its own around each call.</summary>
/// <remarks>The element that goes is the oldest that was not used since it was last passed over.</remarks>
/// <param name="maxEntries">The largest number of keys.</param>
internal sealed class LruTable<TKey, TValue>(int maxEntries)
    where TKey : unmanaged
    where TValue : unmanaged
{
    private HashElement<TKey, TValue>? _oldest;
    private HashElement<TKey, TValue>? _newest;

    /// <summary>The keys, to be read.</summary>
    public HashTable<TKey, TValue> Keys { get; } = new(maxEntries, hasSpare: false);

    /// <summary>Finds a key, and marks it as used.</summary>
    public HashElement<TKey, TValue>? Use(ref readonly TKey key)
    {
        var element = Keys.Find(in key);
        element?.WasUsed = true;
        return element;
    }

    /// <summary>Makes room for a key where there is none.</summary>
    /// <returns>What was dropped, or <see langword="null"/>.</returns>
    public HashElement<TKey, TValue>? MakeRoom()
    {
        if (Keys.Count < maxEntries)
            return null;
        var oldest = _oldest!;

        // Each that was used gets a second chance, once.
        for (var chances = Keys.Count; chances > 0 && oldest.WasUsed; chances--)
        {
            oldest.WasUsed = false;
            Unlink(oldest);
            Link(oldest);
            oldest = _oldest!;
        }

        Remove(oldest);
        return oldest;
    }

    /// <summary>Stores the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="old">The element that it replaces, or <see langword="null"/>.</param>
    public void Put(ref readonly TKey key, ref readonly TValue value, HashElement<TKey, TValue>? old)
    {
        var element = Keys.Put(in key, in value, old);
        element.WasUsed = old is not null;
        if (old is not null)
            Unlink(old);
        Link(element);
    }

    public void Remove(HashElement<TKey, TValue> element)
    {
        Keys.Remove(element);
        Unlink(element);
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => Keys.GetEnumerator();

    private void Link(HashElement<TKey, TValue> element)
    {
        element.Older = _newest;
        element.Newer = null;
        if (_newest is null)
            _oldest = element;
        else
            _newest.Newer = element;
        _newest = element;
    }

    private void Unlink(HashElement<TKey, TValue> element)
    {
        if (element.Older is null)
            _oldest = element.Newer;
        else
            element.Older.Newer = element.Newer;
        if (element.Newer is null)
            _newest = element.Older;
        else
            element.Newer.Older = element.Older;
        element.Older = null;
        element.Newer = null;
    }
}
