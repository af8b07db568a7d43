using System;
using System.Collections.Generic;

namespace Dynptrs;

/// <summary>What the hash tables with a value for each processor have in common: a key leads to where its values are.</summary>
internal static class PerCpuTable
{
    /// <summary>Copies the elements one by one, while programs go on.</summary>
    public static IEnumerator<KeyValuePair<TKey, IReadOnlyList<TValue>>> Enumerate<TKey, TValue>(
        HashTable<TKey, uint> keys, PerCpuElements<TValue> values)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        for (var walk = keys.Walk(); walk.MoveNext();)
            yield return new KeyValuePair<TKey, IReadOnlyList<TValue>>(walk.Current.Key, values.Copy(walk.Current.Value));
    }

    /// <summary>Copies the values of a key.</summary>
    public static bool TryGet<TKey, TValue>(
        HashTable<TKey, uint> keys, PerCpuElements<TValue> values, in TKey key, out IReadOnlyList<TValue> found)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        var isThere = keys.TryGet(in key, out var index);
        found = isThere ? values.Copy(index) : MapElements<TValue>.Empty;
        return isThere;
    }

    /// <summary>The value that a processor has for a key.</summary>
    public static ref TValue Get<TKey, TValue>(HashTable<TKey, uint> keys, PerCpuElements<TValue> values, scoped in TKey key, int cpu)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        if (!keys.TryGet(in key, out var index))
            throw new KeyNotFoundException("The key is not in the map. Ask with TryGet where that may be.");
        return ref values[index, cpu];
    }

    /// <summary>Runs a callback for each element, with the value of this processor.</summary>
    /// <returns>The number of elements that it ran for; <c>-EINVAL</c> for flags.</returns>
    /// <remarks>Follows <c>bpf_for_each_hash_elem</c>.</remarks>
    public static int ForEach<TMap, TKey, TValue, T>(
        TMap map,
        HashTable<TKey, uint> keys,
        PerCpuElements<TValue> values,
        MapElementCallback<TMap, TKey, TValue, T> callback,
        ref T context,
        ulong flags)
        where TMap : class
        where TKey : unmanaged
        where TValue : unmanaged
        where T : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (flags != 0)
            return -Errno.EINVAL;
        var visited = 0;
        var current = values.Current;
        for (var walk = keys.Walk(); walk.MoveNext();)
        {
            visited++;
            if (callback(map, in walk.Current.Key, ref current[walk.Current.Value], ref context) != 0)
                break;
        }

        return visited;
    }
}
