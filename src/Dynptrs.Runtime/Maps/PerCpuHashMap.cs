using System;
using System.Collections;
using System.Collections.Generic;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// A map from keys to a value of each processor, with a limit on the number of keys. A program sees the value of the processor that it runs
/// on. Safe to use from several threads.
/// </summary>
/// <typeparam name="TKey">The type of the keys, which are compared byte by byte.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>
/// Follows <c>BPF_MAP_TYPE_PERCPU_HASH</c>, since Linux 4.6. Lookups take no lock. An update changes the value of this processor in place; a
/// new key has zeroes for all others. Who looked up an element goes on to see its value after the key was deleted, but only until the next
/// new key takes it. What a processor writes may be lost when the operating system moves the thread: see
/// <see cref="PerCpuArrayMap{TValue}"/>.
/// </remarks>
[KernelMap("PERCPU_HASH")]
public sealed class PerCpuHashMap<TKey, TValue> : BpfMap, IEnumerable<KeyValuePair<TKey, IReadOnlyList<TValue>>>
    where TKey : unmanaged
    where TValue : unmanaged
{
    private readonly HashTable<TKey, uint> _table;
    private readonly PerCpuElements<TValue> _values;
    private readonly Lock _lock = new();

    /// <summary>Creates an empty map.</summary>
    /// <param name="maxEntries">The largest number of keys, the kernel's <c>max_entries</c>.</param>
    /// <param name="flags">
    /// <see cref="MapFlags.BPF_F_NO_PREALLOC"/> and <see cref="MapFlags.BPF_F_ZERO_SEED"/>, which change nothing here.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or the values take more than 2 GiB.</exception>
    /// <exception cref="ArgumentException">There are other flags.</exception>
    public PerCpuHashMap([Capacity] int maxEntries, [CreationFlags] MapFlags flags = MapFlags.None)
        : base(maxEntries, flags, MapFlags.BPF_F_NO_PREALLOC | MapFlags.BPF_F_ZERO_SEED)
    {
        _table = new HashTable<TKey, uint>(maxEntries, hasSpare: false);
        _values = new PerCpuElements<TValue>(maxEntries);
    }

    /// <summary>The number of keys, for the host.</summary>
    public int Count => _table.Count;

    /// <summary>The value that a processor has for a key, for the host.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cpu">The number of the processor, less than <see cref="CurrentCpu.Count"/>.</param>
    /// <exception cref="KeyNotFoundException">The key is not there.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such processor.</exception>
    public ref TValue this[TKey key, int cpu] => ref PerCpuTable.Get(_table, _values, in key, cpu);

    /// <summary>Copies the values that all processors have for a key, for the host.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">The value of each processor, by its number; none when the key is not there.</param>
    /// <returns>Whether the key is there.</returns>
    public bool TryGet(TKey key, out IReadOnlyList<TValue> values) => PerCpuTable.TryGet(_table, _values, in key, out values);

    /// <summary>Copies the elements one by one, in no order, while programs go on. What is changed meanwhile may be seen or not.</summary>
    /// <returns>The keys, and the value of each processor.</returns>
    public IEnumerator<KeyValuePair<TKey, IReadOnlyList<TValue>>> GetEnumerator() => PerCpuTable.Enumerate(_table, _values);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds the value that this processor has for a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value inside the map; null when the key is not there.</returns>
    [BpfHelper("bpf_map_lookup_elem", Id = 1, TakesPacketMemory = true, Since = "3.18", Summary = "Finds the value of a key in a map, or null.")]
    [return: MayBeNull]
    public MapValue<TValue> Lookup(scoped in TKey key) =>
        _table.Find(in key) is { } element ? new MapValue<TValue>(ref _values.Current[element.Value]) : default;

    /// <summary>Finds the value that a processor has for a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cpu">The number of the processor.</param>
    /// <returns>The value inside the map; null when the key is not there, or there is no such processor.</returns>
    [BpfHelper(
        "bpf_map_lookup_percpu_elem", Id = 195,
        TakesPacketMemory = true,
        Since = "5.19",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Finds the value that a processor has for a key in a map, or null.")]
    [return: MayBeNull]
    public MapValue<TValue> LookupPerCpu(scoped in TKey key, uint cpu) =>
        _table.Find(in key) is { } element ? _values.Find(element.Value, cpu) : default;

    /// <summary>Stores the value that this processor has for a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_ANY"/>, <see cref="BpfConstants.BPF_NOEXIST"/> or <see cref="BpfConstants.BPF_EXIST"/>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for unknown flags and for <see cref="BpfConstants.BPF_F_LOCK"/>, since values have no spin lock;
    /// <c>-EEXIST</c> when the key is there but must not be; <c>-ENOENT</c> when it is not there but must be; <c>-E2BIG</c>
    /// when the key is new and the map is full.
    /// </returns>
    /// <remarks>
    /// The kernel's <c>-ENOMEM</c> and <c>-EBUSY</c> do not occur: without memory there is an <see cref="OutOfMemoryException"/>, and locks
    /// are waited for.
    /// </remarks>
    [BpfHelper("bpf_map_update_elem", Id = 2, TakesPacketMemory = true, Since = "3.18", Summary = "Stores the value of a key in a map.")]
    public int Update(scoped in TKey key, scoped in TValue value, [FlagsOf(typeof(MapUpdateFlags))] ulong flags = BpfConstants.BPF_ANY)
    {
        if (flags > BpfConstants.BPF_EXIST)
            return -Errno.EINVAL;
        lock (_lock)
        {
            var old = _table.Find(in key);
            var error = HashTable<TKey, uint>.CheckUpdate(old, flags);
            if (error != 0)
                return error;
            if (old is not null)
            {
                _values.Current[old.Value] = value;
                return 0;
            }

            if (_table.Count >= MaxEntries)
                return -Errno.E2BIG;
            var index = _values.Take(in value);
            _table.Put(in key, in index, old: null);
            return 0;
        }
    }

    /// <summary>Removes a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>0; <c>-ENOENT</c> when the key is not there.</returns>
    [BpfHelper("bpf_map_delete_elem", Id = 3, TakesPacketMemory = true, Since = "3.19", Summary = "Removes a key from a map.")]
    public int Delete(scoped in TKey key)
    {
        lock (_lock)
        {
            if (_table.Find(in key) is not { } element)
                return -Errno.ENOENT;
            _table.Remove(element);
            _values.Return(element.Value);
            return 0;
        }
    }

    /// <summary>Runs a callback for each element.</summary>
    /// <param name="callback">A static method or lambda, which returns 0 to go on and 1 to stop. It may look up, update and delete.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The number of elements that it ran for, the one at which it stopped included; <c>-EINVAL</c> for flags.</returns>
    /// <remarks>
    /// Follows <c>bpf_for_each_map_elem</c>, for the values of this processor, in no order: what is added meanwhile may be visited or not.
    /// </remarks>
    [BpfHelper(
        "bpf_for_each_map_elem", Id = 164,
        Since = "5.13",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback for each element of a map, until it returns 1.")]
    public int ForEach([Callback] MapElementCallback<PerCpuHashMap<TKey, TValue>, TKey, TValue> callback, [InRange(0, 0)] ulong flags = 0)
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
    /// <remarks>
    /// Follows <c>bpf_for_each_map_elem</c>, for the values of this processor, in no order: what is added meanwhile may be visited or not.
    /// </remarks>
    [BpfHelper(
        "bpf_for_each_map_elem", Id = 164,
        Since = "5.13",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback for each element of a map with a context, until it returns 1.")]
    public int ForEach<T>(
        [Callback(Context = "context")] MapElementCallback<PerCpuHashMap<TKey, TValue>, TKey, TValue, T> callback,
        ref T context,
        [InRange(0, 0)] ulong flags = 0)
        where T : allows ref struct =>
        PerCpuTable.ForEach(this, _table, _values, callback, ref context, flags);
}
