using System;
using System.Collections;
using System.Collections.Generic;

namespace Dynptrs.Kernel;

/// <summary>A map of this process.</summary>
internal sealed class ProcessMap<TKey, TValue>(
    IEnumerable<KeyValuePair<TKey, TValue>> entries,
    int maxEntries,
    ProcessMap<TKey, TValue>.Lookup tryGet,
    Func<TKey, TValue, ulong, int> update,
    Func<TKey, int> delete)
    : IBpfMap<TKey, TValue>
{
    /// <summary>Copies the value of a key, if it is there.</summary>
    internal delegate bool Lookup(TKey key, out TValue value);

    public int MaxEntries => maxEntries;

    public bool TryGet(TKey key, out TValue value) => tryGet(key, out value);

    public int Update(TKey key, TValue value, ulong flags = BpfConstants.BPF_ANY) => update(key, value, flags);

    public int Delete(TKey key) => delete(key);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
