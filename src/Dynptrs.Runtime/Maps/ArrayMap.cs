using System;

namespace Dynptrs;

/// <summary>A map from an index to a value that is always there.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>Follows <c>BPF_MAP_TYPE_ARRAY</c>. Values are never moved or removed; access to one value is not synchronised.</remarks>
public sealed class ArrayMap<TValue>
    where TValue : unmanaged
{
    private readonly TValue[] _values;

    /// <summary>Creates a map with zeroed values.</summary>
    /// <param name="maxEntries">The number of values, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public ArrayMap([Capacity] int maxEntries)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxEntries);
        _values = new TValue[maxEntries];
    }

    /// <summary>The number of values.</summary>
    public int MaxEntries => _values.Length;

    /// <summary>Finds a value.</summary>
    /// <param name="key">The index.</param>
    /// <returns>The value inside the map; null when the index is out of range.</returns>
    [BpfHelper("bpf_map_lookup_elem", Since = "3.18", Summary = "Finds the value of a key in a map, or null.")]
    [return: MayBeNull(ExceptIndex = nameof(key))]
    public MapValue<TValue> Lookup(scoped in uint key) =>
        key < (uint)_values.Length ? new MapValue<TValue>(ref _values[key]) : default;

    /// <summary>Copies a value into the map.</summary>
    /// <param name="key">The index.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags"><see cref="BpfConstants.BPF_ANY"/> or <see cref="BpfConstants.BPF_EXIST"/>.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for unknown flags; <c>-E2BIG</c> when the index is out of range; <c>-EEXIST</c> for
    /// <see cref="BpfConstants.BPF_NOEXIST"/>; <c>-EINVAL</c> for <see cref="BpfConstants.BPF_F_LOCK"/>, since values have no
    /// spin lock.
    /// </returns>
    [BpfHelper("bpf_map_update_elem", Since = "3.18", Summary = "Stores the value of a key in a map.")]
    public int Update(scoped in uint key, scoped in TValue value, ulong flags = BpfConstants.BPF_ANY)
    {
        if ((flags & ~BpfConstants.BPF_F_LOCK) > BpfConstants.BPF_EXIST)
            return -Errno.EINVAL;
        if (key >= (uint)_values.Length)
            return -Errno.E2BIG;
        if ((flags & BpfConstants.BPF_NOEXIST) != 0)
            return -Errno.EEXIST;
        if ((flags & BpfConstants.BPF_F_LOCK) != 0)
            return -Errno.EINVAL;
        _values[key] = value;
        return 0;
    }

    /// <summary>Refuses: an array's elements cannot be deleted.</summary>
    /// <param name="key">The index.</param>
    /// <returns><c>-EINVAL</c>, always.</returns>
    [BpfHelper("bpf_map_delete_elem", Since = "3.19", Summary = "Removes a key from a map; arrays refuse.")]
    public int Delete(scoped in uint key) => -Errno.EINVAL;
}
