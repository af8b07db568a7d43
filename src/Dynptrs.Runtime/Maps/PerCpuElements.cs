using System.Collections.Generic;

namespace Dynptrs;

/// <summary>The values of a map that has one for each processor: memory for each, so that what one writes, no other has in its cache.</summary>
/// <param name="maxEntries">The number of values of each processor.</param>
internal sealed class PerCpuElements<TValue>(int maxEntries)
    where TValue : unmanaged
{
    private readonly MapElements<TValue>[] _values = Make(maxEntries);
    private readonly Stack<uint> _free = [];
    private uint _used;

    /// <summary>The number of values of each processor.</summary>
    public int Length => _values[0].Length;

    /// <summary>The values of this processor.</summary>
    public MapElements<TValue> Current => _values[CurrentCpu.GetId()];

    /// <summary>A value of a processor.</summary>
    public ref TValue this[uint index, int cpu] => ref _values[cpu][index];

    /// <summary>A value of a processor, or null where there is no such processor.</summary>
    public MapValue<TValue> Find(uint index, uint cpu) =>
        cpu < (uint)_values.Length ? new MapValue<TValue>(ref _values[cpu][index]) : default;

    /// <summary>Copies the values of all processors, by their numbers.</summary>
    public IReadOnlyList<TValue> Copy(uint index)
    {
        var copy = new MapElements<TValue>(_values.Length);
        for (var cpu = 0; cpu < _values.Length; cpu++)
            copy[(uint)cpu] = _values[cpu][index];
        return copy;
    }

    /// <summary>Takes a value that is free, the one that was given back last, for this processor: those of all others are zero.</summary>
    /// <remarks>Follows <c>pcpu_init_value</c>.</remarks>
    public uint Take(ref readonly TValue value)
    {
        var index = _free.TryPop(out var free) ? free : _used++;
        foreach (var values in _values)
            values[index] = default;
        Current[index] = value;
        return index;
    }

    /// <summary>Gives a value back.</summary>
    public void Return(uint index) => _free.Push(index);

    private static MapElements<TValue>[] Make(int maxEntries)
    {
        var values = new MapElements<TValue>[CurrentCpu.Count];
        for (var cpu = 0; cpu < values.Length; cpu++)
            values[cpu] = new MapElements<TValue>(maxEntries);
        return values;
    }
}
