using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>What is in a map of the kernel that has a value for each processor.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed unsafe class KernelPerCpuMap<TKey, TValue> : IBpfMap<TKey, IReadOnlyList<TValue>>
    where TKey : unmanaged
    where TValue : unmanaged
{
    private readonly KernelMap _map;

    // The kernel gives each processor's value whole words.
    private readonly int _stride;

    internal KernelPerCpuMap(KernelMap map)
    {
        MapShape.Check<TKey, TValue>(map, isPerCpu: true);
        _map = map;
        _stride = (sizeof(TValue) + 7) & ~7;
    }

    /// <inheritdoc/>
    public int MaxEntries => _map.MaxEntries;

    /// <inheritdoc/>
    public bool TryGet(TKey key, out IReadOnlyList<TValue> value)
    {
        var bytes = new byte[_stride * CurrentCpu.Count];
        fixed (byte* found = bytes)
        {
            if (!MapShape.Found(LibBpf.Lookup(_map.Descriptor, &key, found), _map))
            {
                value = [];
                return false;
            }
        }

        var values = new TValue[CurrentCpu.Count];
        for (var cpu = 0; cpu < values.Length; cpu++)
            values[cpu] = MemoryMarshal.Read<TValue>(bytes.AsSpan(cpu * _stride));
        value = values;
        return true;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one value for each processor.</exception>
    public int Update(TKey key, IReadOnlyList<TValue> value, ulong flags = BpfConstants.BPF_ANY)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Count != CurrentCpu.Count)
            throw new ArgumentException($"There are {CurrentCpu.Count} processors, and {value.Count} values.", nameof(value));
        var bytes = new byte[_stride * value.Count];
        for (var cpu = 0; cpu < value.Count; cpu++)
            MemoryMarshal.Write(bytes.AsSpan(cpu * _stride), value[cpu]);
        fixed (byte* start = bytes)
            return LibBpf.Update(_map.Descriptor, &key, start, flags);
    }

    /// <inheritdoc/>
    public int Delete(TKey key) => LibBpf.Delete(_map.Descriptor, &key);

    /// <summary>Copies the entries one by one, while programs go on.</summary>
    public IEnumerator<KeyValuePair<TKey, IReadOnlyList<TValue>>> GetEnumerator()
    {
        foreach (var key in MapShape.Keys<TKey>(_map))
        {
            if (TryGet(key, out var value))
                yield return new KeyValuePair<TKey, IReadOnlyList<TValue>>(key, value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
