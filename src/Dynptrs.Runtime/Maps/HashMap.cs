using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs;

/// <summary>A map from keys to values, with a limit on their number. Safe to use from several threads.</summary>
/// <typeparam name="TKey">The type of the keys, which are compared byte by byte.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>
/// Follows <c>BPF_MAP_TYPE_HASH</c>. An update makes a new element: who looked up the old one goes on to see the old value,
/// also after the key was deleted. Access to one value is not synchronised.
/// </remarks>
public sealed class HashMap<TKey, TValue>
    where TKey : unmanaged
    where TValue : unmanaged
{
    // Each element is an object of its own: what points into it keeps it from being freed or used again.
    private readonly Dictionary<byte[], StrongBox<TValue>>.AlternateLookup<ReadOnlySpan<byte>> _elements;
    private readonly Lock _lock = new();

    /// <summary>Creates an empty map.</summary>
    /// <param name="maxEntries">The largest number of keys, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public HashMap(int maxEntries)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxEntries);
        MaxEntries = maxEntries;
        _elements = new Dictionary<byte[], StrongBox<TValue>>(BytesComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The largest number of keys.</summary>
    public int MaxEntries { get; }

    /// <summary>Finds the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value inside the map; null when the key is not there.</returns>
    [BpfHelper("bpf_map_lookup_elem", Since = "3.18", Summary = "Finds the value of a key in a map, or null.")]
    [return: MayBeNull]
    public MapValue<TValue> Lookup(scoped in TKey key)
    {
        lock (_lock)
            return _elements.TryGetValue(Bytes(in key), out StrongBox<TValue>? element) ? new MapValue<TValue>(ref element.Value) : default;
    }

    /// <summary>Stores the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_ANY"/>, <see cref="BpfConstants.BPF_NOEXIST"/> or <see cref="BpfConstants.BPF_EXIST"/>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for unknown flags and for <see cref="BpfConstants.BPF_F_LOCK"/>, since values have no spin lock;
    /// <c>-EEXIST</c> when the key is there but must not be; <c>-ENOENT</c> when it is not there but must be; <c>-E2BIG</c>
    /// when the map is full.
    /// </returns>
    [BpfHelper("bpf_map_update_elem", Since = "3.18", Summary = "Stores the value of a key in a map.")]
    public int Update(scoped in TKey key, scoped in TValue value, ulong flags = BpfConstants.BPF_ANY)
    {
        if (flags > BpfConstants.BPF_EXIST)
            return -Errno.EINVAL;
        lock (_lock)
        {
            bool exists = _elements.ContainsKey(Bytes(in key));
            if (exists && flags == BpfConstants.BPF_NOEXIST)
                return -Errno.EEXIST;
            if (!exists && flags == BpfConstants.BPF_EXIST)
                return -Errno.ENOENT;
            if (!exists && _elements.Dictionary.Count >= MaxEntries)
                return -Errno.E2BIG;
            _elements[Bytes(in key)] = new StrongBox<TValue>(value);
            return 0;
        }
    }

    /// <summary>Removes a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>0; <c>-ENOENT</c> when the key is not there.</returns>
    [BpfHelper("bpf_map_delete_elem", Since = "3.19", Summary = "Removes a key from a map.")]
    public int Delete(scoped in TKey key)
    {
        lock (_lock)
            return _elements.Remove(Bytes(in key)) ? 0 : -Errno.ENOENT;
    }

    private static ReadOnlySpan<byte> Bytes(ref readonly TKey key) => MemoryMarshal.AsBytes(new ReadOnlySpan<TKey>(in key));
}
