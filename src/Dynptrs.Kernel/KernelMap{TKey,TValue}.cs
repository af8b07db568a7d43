using System.Collections;
using System.Collections.Generic;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel;

/// <summary>What is in a map of the kernel.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed unsafe class KernelMap<TKey, TValue> : IBpfMap<TKey, TValue>
    where TKey : unmanaged
    where TValue : unmanaged
{
    private readonly KernelMap _map;

    internal KernelMap(KernelMap map)
    {
        MapShape.Check<TKey, TValue>(map, isPerCpu: false);
        _map = map;
    }

    /// <inheritdoc/>
    public int MaxEntries => _map.MaxEntries;

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">The key is not there.</exception>
    /// <exception cref="BpfLoadException">The kernel refuses what is stored: the map is full.</exception>
    public TValue this[TKey key]
    {
        get => TryGet(key, out var value) ? value : throw new KeyNotFoundException($"The map `{_map.Name}` has no key {key}.");
        set
        {
            if (Update(key, value) is var error and not 0)
                throw LoadFailure.Of(-error, $"The map `{_map.Name}` is not written");
        }
    }

    /// <inheritdoc/>
    public bool TryGet(TKey key, out TValue value)
    {
        value = default;
        fixed (TValue* found = &value)
            return MapShape.Found(LibBpf.Lookup(_map.Descriptor, &key, found), _map);
    }

    /// <inheritdoc/>
    public int Update(TKey key, TValue value, ulong flags = BpfConstants.BPF_ANY) =>
        LibBpf.Update(_map.Descriptor, &key, &value, flags);

    /// <inheritdoc/>
    public int Delete(TKey key) => LibBpf.Delete(_map.Descriptor, &key);

    /// <summary>Copies the entries one by one, while programs go on.</summary>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        foreach (var key in MapShape.Keys<TKey>(_map))
        {
            if (TryGet(key, out var value))
                yield return new KeyValuePair<TKey, TValue>(key, value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
