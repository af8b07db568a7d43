using System.Collections.Generic;

namespace Dynptrs.Kernel;

/// <summary>A map as the host sees it, in this process or in the kernel.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values; a list for a map with a value for each processor.</typeparam>
public interface IBpfMap<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
{
    /// <summary>The number of entries with which it was made.</summary>
    public int MaxEntries { get; }

    /// <summary>Copies the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, or the default value.</param>
    /// <returns>Whether the key is there.</returns>
    public bool TryGet(TKey key, out TValue value);

    /// <summary>Stores the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags"><see cref="BpfConstants.BPF_ANY"/>, or whether the key must be there or must not.</param>
    /// <returns>0, or the kernel's error as a negative errno: <c>-E2BIG</c> when the map is full.</returns>
    public int Update(TKey key, TValue value, ulong flags = BpfConstants.BPF_ANY);

    /// <summary>Removes a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>0, or the kernel's error as a negative errno: <c>-ENOENT</c> when the key is not there.</returns>
    public int Delete(TKey key);
}
