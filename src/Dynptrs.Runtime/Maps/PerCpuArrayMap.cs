using System;
using System.Collections;
using System.Collections.Generic;

namespace Dynptrs;

/// <summary>
/// A map from an index to a value of each processor, which is always there. A program sees the value of the processor that it runs on.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>
/// Follows <c>BPF_MAP_TYPE_PERCPU_ARRAY</c>, since Linux 4.6. Values are never moved or removed. The kernel keeps a program on its
/// processor, so that nobody else writes its value; here the operating system may move a thread while it holds a value, so access that must
/// not be lost needs <see cref="System.Threading.Interlocked"/>.
/// </remarks>
[KernelMap("PERCPU_ARRAY")]
public sealed class PerCpuArrayMap<TValue> : BpfMap, IEnumerable<KeyValuePair<uint, IReadOnlyList<TValue>>>
    where TValue : unmanaged
{
    private readonly PerCpuElements<TValue> _values;

    /// <summary>Creates a map with zeroed values.</summary>
    /// <param name="maxEntries">The number of values of each processor, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or the values take more than 2 GiB.</exception>
    public PerCpuArrayMap([Capacity] int maxEntries)
        : base(maxEntries) => _values = new PerCpuElements<TValue>(maxEntries);

    /// <summary>The value of a processor, for the host.</summary>
    /// <param name="key">The index.</param>
    /// <param name="cpu">The number of the processor, less than <see cref="CurrentCpu.Count"/>.</param>
    /// <exception cref="IndexOutOfRangeException">One of the two is out of range.</exception>
    public ref TValue this[uint key, int cpu] => ref _values[key, cpu];

    /// <summary>Copies the values of all processors, for the host.</summary>
    /// <param name="key">The index.</param>
    /// <param name="values">The value of each processor, by its number; none when the index is out of range.</param>
    /// <returns>Whether the index is in range.</returns>
    public bool TryGet(uint key, out IReadOnlyList<TValue> values)
    {
        var isInRange = key < (uint)MaxEntries;
        values = isInRange ? _values.Copy(key) : MapElements<TValue>.Empty;
        return isInRange;
    }

    /// <summary>Copies the values of all processors, index by index, while programs go on.</summary>
    /// <returns>The indexes, and the value of each processor.</returns>
    public IEnumerator<KeyValuePair<uint, IReadOnlyList<TValue>>> GetEnumerator()
    {
        for (uint key = 0; TryGet(key, out var values); key++)
            yield return new KeyValuePair<uint, IReadOnlyList<TValue>>(key, values);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds the value of this processor.</summary>
    /// <param name="key">The index.</param>
    /// <returns>The value inside the map; null when the index is out of range.</returns>
    [BpfHelper("bpf_map_lookup_elem", Id = 1, TakesPacketMemory = true, Since = "3.18", Summary = "Finds the value of a key in a map, or null.")]
    [return: MayBeNull(ExceptIndex = nameof(key))]
    public MapValue<TValue> Lookup(scoped in uint key) =>
        key < (uint)MaxEntries ? new MapValue<TValue>(ref _values.Current[key]) : default;

    /// <summary>Finds the value of a processor.</summary>
    /// <param name="key">The index.</param>
    /// <param name="cpu">The number of the processor.</param>
    /// <returns>The value inside the map; null when the index is out of range, or there is no such processor.</returns>
    [BpfHelper(
        "bpf_map_lookup_percpu_elem", Id = 195,
        TakesPacketMemory = true,
        Since = "5.19",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Finds the value that a processor has for a key in a map, or null.")]
    [return: MayBeNull]
    public MapValue<TValue> LookupPerCpu(scoped in uint key, uint cpu) =>
        key < (uint)MaxEntries ? _values.Find(key, cpu) : default;

    /// <summary>Copies a value into the map, for this processor.</summary>
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
        var error = ArrayElements.CheckUpdate(key, MaxEntries, flags);
        if (error == 0)
            _values.Current[key] = value;
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
    /// <remarks>Follows <c>bpf_for_each_map_elem</c>, for the values of this processor in the order of the indexes.</remarks>
    [BpfHelper(
        "bpf_for_each_map_elem", Id = 164,
        Since = "5.13",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback for each element of a map, until it returns 1.")]
    public int ForEach([Callback] MapElementCallback<PerCpuArrayMap<TValue>, uint, TValue> callback, [InRange(0, 0)] ulong flags = 0)
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
    /// <remarks>Follows <c>bpf_for_each_map_elem</c>, for the values of this processor in the order of the indexes.</remarks>
    [BpfHelper(
        "bpf_for_each_map_elem", Id = 164,
        Since = "5.13",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback for each element of a map with a context, until it returns 1.")]
    public int ForEach<T>(
        [Callback(Context = "context")] MapElementCallback<PerCpuArrayMap<TValue>, uint, TValue, T> callback,
        ref T context,
        [InRange(0, 0)] ulong flags = 0)
        where T : allows ref struct =>
        ArrayElements.ForEach(this, _values.Current, callback, ref context, flags);
}
