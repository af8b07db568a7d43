namespace Dynptrs.Kernel;

/// <summary>A queue or a stack as the host sees it, in this process or in the kernel.</summary>
/// <typeparam name="TValue">The type of the elements.</typeparam>
public interface IBpfQueue<TValue>
{
    /// <summary>The largest number of elements.</summary>
    public int MaxEntries { get; }

    /// <summary>Adds an element.</summary>
    /// <param name="value">The element.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_ANY"/>, or <see cref="BpfConstants.BPF_EXIST"/> to drop the oldest element where there is no room.
    /// </param>
    /// <returns>0, or the kernel's error as a negative errno: <c>-E2BIG</c> when it is full.</returns>
    public int Push(TValue value, ulong flags = BpfConstants.BPF_ANY);

    /// <summary>Takes the next element out.</summary>
    /// <param name="value">The element, or the default value.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryPop(out TValue value);

    /// <summary>Copies the next element, which stays.</summary>
    /// <param name="value">The element, or the default value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryPeek(out TValue value);
}
