namespace Dynptrs.Kernel;

/// <summary>A bloom filter as the host sees it, in this process or in the kernel.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public interface IBpfBloomFilter<TValue>
{
    /// <summary>The number of values for which it was made.</summary>
    public int MaxEntries { get; }

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>0, or the kernel's error as a negative errno.</returns>
    public int Add(TValue value);

    /// <summary>Asks whether a value may have been added.</summary>
    /// <param name="value">The value.</param>
    /// <returns><see langword="false"/> when it was not.</returns>
    public bool MayContain(TValue value);
}
