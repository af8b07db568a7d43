using System;
using System.Collections;
using System.Collections.Generic;
using System.Threading;

namespace Dynptrs;

/// <summary>
/// A map from keys to values that makes room for new keys by dropping those that were not used for long. Safe to use from several threads.
/// </summary>
/// <typeparam name="TKey">The type of the keys, which are compared byte by byte.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <remarks>
/// <para>
/// Follows <c>BPF_MAP_TYPE_LRU_HASH</c>, since Linux 4.10. Lookups take no lock, and mark what they find as used. The element that goes is
/// the oldest that was not looked up or replaced since it was last passed over. As in the kernel, room is made before an update looks at
/// its flags: one that is refused, or that replaces a value, may have evicted another key.
/// </para>
/// <para>
/// Approximated: the kernel keeps free elements by CPU and evicts up to 128 at once, so that a map of its own holds fewer keys than
/// <see cref="BpfMap.MaxEntries"/> most of the time; here one is evicted when one is needed.
/// </para>
/// </remarks>
[KernelMap("LRU_HASH")]
public sealed class LruHashMap<TKey, TValue> : BpfMap, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : unmanaged
    where TValue : unmanaged
{
    private readonly LruTable<TKey, TValue> _table;
    private readonly Lock _lock = new();

    /// <summary>Creates an empty map.</summary>
    /// <param name="maxEntries">The largest number of keys, the kernel's <c>max_entries</c>.</param>
    /// <param name="flags">
    /// <see cref="MapFlags.BPF_F_NO_COMMON_LRU"/> and <see cref="MapFlags.BPF_F_ZERO_SEED"/>, which change nothing here.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    /// <exception cref="ArgumentException">There are other flags.</exception>
    public LruHashMap([Capacity] int maxEntries, [CreationFlags] MapFlags flags = MapFlags.None)
        : base(maxEntries, flags, MapFlags.BPF_F_NO_COMMON_LRU | MapFlags.BPF_F_ZERO_SEED) =>
        _table = new LruTable<TKey, TValue>(maxEntries);

    /// <summary>The number of keys, for the host.</summary>
    public int Count => _table.Keys.Count;

    /// <summary>The value of a key, for the host.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">The key is not there.</exception>
    public TValue this[TKey key]
    {
        get => TryGet(key, out var value)
            ? value
            : throw new KeyNotFoundException("The key is not in the map. Ask with TryGet where that may be.");
        set => Update(in key, in value);
    }

    /// <summary>Copies the value of a key, for the host. It does not count as a use of the key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, or zeroes.</param>
    /// <returns>Whether the key is there.</returns>
    public bool TryGet(TKey key, out TValue value) => _table.Keys.TryGet(in key, out value);

    /// <summary>Copies the elements one by one, in no order, while programs go on. What is changed meanwhile may be seen or not.</summary>
    /// <returns>The keys and the values.</returns>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _table.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds the value of a key, and marks the key as used.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value inside the map; null when the key is not there. When the key is evicted, another takes its place.</returns>
    [BpfHelper("bpf_map_lookup_elem", Id = 1, TakesPacketMemory = true, Since = "3.18", Summary = "Finds the value of a key in a map, or null.")]
    [return: MayBeNull]
    public MapValue<TValue> Lookup(scoped in TKey key) =>
        _table.Use(in key) is { } element ? new MapValue<TValue>(ref element.Value) : default;

    /// <summary>Stores the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_ANY"/>, <see cref="BpfConstants.BPF_NOEXIST"/> or <see cref="BpfConstants.BPF_EXIST"/>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for other flags; <c>-EEXIST</c> when the key is there but must not be; <c>-ENOENT</c> when it is not there but
    /// must be.
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
            _table.MakeRoom();
            var old = _table.Keys.Find(in key);
            var error = HashTable<TKey, TValue>.CheckUpdate(old, flags);
            if (error == 0)
                _table.Put(in key, in value, old);
            return error;
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
            if (_table.Keys.Find(in key) is not { } element)
                return -Errno.ENOENT;
            _table.Remove(element);
            return 0;
        }
    }

    /// <summary>Runs a callback for each element.</summary>
    /// <param name="callback">A static method or lambda, which returns 0 to go on and 1 to stop. It may look up, update and delete.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The number of elements that it ran for, the one at which it stopped included; <c>-EINVAL</c> for flags.</returns>
    /// <remarks>
    /// Follows <c>bpf_for_each_map_elem</c>, in no order: what is added meanwhile may be visited or not. It does not count as a use of the
    /// keys.
    /// </remarks>
    [BpfHelper(
        "bpf_for_each_map_elem", Id = 164,
        Since = "5.13",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback for each element of a map, until it returns 1.")]
    public int ForEach([Callback] MapElementCallback<LruHashMap<TKey, TValue>, TKey, TValue> callback, [InRange(0, 0)] ulong flags = 0)
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
    /// Follows <c>bpf_for_each_map_elem</c>, in no order: what is added meanwhile may be visited or not. It does not count as a use of the
    /// keys.
    /// </remarks>
    [BpfHelper(
        "bpf_for_each_map_elem", Id = 164,
        Since = "5.13",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback for each element of a map with a context, until it returns 1.")]
    public int ForEach<T>(
        [Callback(Context = "context")] MapElementCallback<LruHashMap<TKey, TValue>, TKey, TValue, T> callback,
        ref T context,
        [InRange(0, 0)] ulong flags = 0)
        where T : allows ref struct =>
        _table.Keys.ForEach(this, callback, ref context, flags);
}
