using System;
using System.Collections;
using System.Collections.Generic;

namespace Dynptrs;

/// <summary>A map from an index to a value that is always there.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>Follows <c>BPF_MAP_TYPE_ARRAY</c>. Values are never moved or removed; access to one value is not synchronised.</remarks>
[KernelMap("ARRAY")]
public sealed class ArrayMap<TValue> : BpfMap, IEnumerable<KeyValuePair<uint, TValue>>
    where TValue : unmanaged
{
    private readonly MapElements<TValue> _values;

    /// <summary>Creates a map with zeroed values.</summary>
    /// <param name="maxEntries">The number of values, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or the values take more than 2 GiB.</exception>
    public ArrayMap([Capacity] int maxEntries)
        : base(maxEntries) => _values = new MapElements<TValue>(maxEntries);

    /// <summary>A value, for the host.</summary>
    /// <param name="key">The index.</param>
    /// <exception cref="IndexOutOfRangeException">The index is not less than <see cref="BpfMap.MaxEntries"/>.</exception>
    public ref TValue this[uint key] => ref _values[key];

    /// <summary>Copies a value, for the host.</summary>
    /// <param name="key">The index.</param>
    /// <param name="value">The value, or zeroes.</param>
    /// <returns>Whether the index is in range.</returns>
    public bool TryGet(uint key, out TValue value)
    {
        var isInRange = key < (uint)_values.Length;
        value = isInRange ? _values[key] : default;
        return isInRange;
    }

    /// <summary>Copies the values one by one, while programs go on.</summary>
    /// <returns>The indexes and the values.</returns>
    public IEnumerator<KeyValuePair<uint, TValue>> GetEnumerator()
    {
        for (uint key = 0; key < (uint)_values.Length; key++)
            yield return new KeyValuePair<uint, TValue>(key, _values[key]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds a value.</summary>
    /// <param name="key">The index.</param>
    /// <returns>The value inside the map; null when the index is out of range.</returns>
    [BpfHelper("bpf_map_lookup_elem", Id = 1, TakesPacketMemory = true, Since = "3.18", Summary = "Finds the value of a key in a map, or null.")]
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
    [BpfHelper("bpf_map_update_elem", Id = 2, TakesPacketMemory = true, Since = "3.18", Summary = "Stores the value of a key in a map.")]
    public int Update(scoped in uint key, scoped in TValue value, [FlagsOf(typeof(MapUpdateFlags))] ulong flags = BpfConstants.BPF_ANY)
    {
        var error = ArrayElements.CheckUpdate(key, _values.Length, flags);
        if (error == 0)
            _values[key] = value;
        return error;
    }

    /// <summary>Refuses: an array's elements cannot be deleted.</summary>
    /// <param name="key">The index.</param>
    /// <returns><c>-EINVAL</c>, always.</returns>
    [BpfHelper("bpf_map_delete_elem", Id = 3, TakesPacketMemory = true, Since = "3.19", Summary = "Removes a key from a map; arrays refuse.")]
    public int Delete(scoped in uint key) => -Errno.EINVAL;

    /// <summary>Runs a callback for each element.</summary>
    /// <param name="callback">A static method or lambda, which returns 0 to go on and 1 to stop. It may look up, update and delete.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The number of elements that it ran for, the one at which it stopped included; <c>-EINVAL</c> for flags.</returns>
    /// <remarks>Follows <c>bpf_for_each_map_elem</c>, in the order of the indexes.</remarks>
    [BpfHelper(
        "bpf_for_each_map_elem", Id = 164,
        Since = "5.13",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback for each element of a map, until it returns 1.")]
    public int ForEach([Callback] MapElementCallback<ArrayMap<TValue>, uint, TValue> callback, [InRange(0, 0)] ulong flags = 0)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return ForEach(MapCallbacks.Run, ref callback, flags);
    }

    /// <summary>Runs a callback for each element with a context.</summary>
    /// <typeparam name="T">The type of the context, which may be a dynptr or hold one.</typeparam>
    /// <param name="callback">A static method or lambda, which returns 0 to go on and 1 to stop. It may look up, update and delete.</param>
    /// <param name="context">Passed to each run.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The number of elements that it ran for, the one at which it stopped included; <c>-EINVAL</c> for flags.</returns>
    /// <remarks>Follows <c>bpf_for_each_map_elem</c>, in the order of the indexes.</remarks>
    [BpfHelper(
        "bpf_for_each_map_elem", Id = 164,
        Since = "5.13",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback for each element of a map with a context, until it returns 1.")]
    public int ForEach<T>(
        [Callback(Context = "context")] MapElementCallback<ArrayMap<TValue>, uint, TValue, T> callback,
        ref T context,
        [InRange(0, 0)] ulong flags = 0)
        where T : allows ref struct =>
        ArrayElements.ForEach(this, _values, callback, ref context, flags);
}
