using System;

namespace Dynptrs;

/// <summary>Elements without keys, of which the oldest is taken first. Safe to use from several threads.</summary>
/// <typeparam name="TValue">The type of the elements.</typeparam>
/// <remarks>Follows <c>BPF_MAP_TYPE_QUEUE</c>, since Linux 4.20. Elements are copied: nobody gets a pointer into the map.</remarks>
[KernelMap("QUEUE", HasKeys = false)]
public sealed class QueueMap<TValue> : BpfMap
    where TValue : unmanaged
{
    private readonly ElementRing<TValue> _elements;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="maxEntries">The largest number of elements, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or the elements take more than 2 GiB.</exception>
    public QueueMap([Capacity] int maxEntries)
        : base(maxEntries) => _elements = new ElementRing<TValue>(maxEntries);

    /// <summary>The number of elements, for the host.</summary>
    public int Count => _elements.Count;

    /// <summary>Adds an element.</summary>
    /// <param name="value">The element.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_ANY"/>, or <see cref="BpfConstants.BPF_EXIST"/> to drop the oldest element where the queue is full.
    /// </param>
    /// <returns>0; <c>-EINVAL</c> for other flags; <c>-E2BIG</c> when the queue is full.</returns>
    /// <remarks>The kernel's <c>-EBUSY</c> does not occur: locks are waited for.</remarks>
    [BpfHelper("bpf_map_push_elem", Id = 87, TakesPacketMemory = true, Since = "4.20", Summary = "Adds an element to a map without keys.")]
    public int Push(scoped in TValue value, [FlagsOf(typeof(MapPushFlags))] ulong flags = BpfConstants.BPF_ANY) =>
        _elements.Push(in value, flags);

    /// <summary>Takes the oldest element out.</summary>
    /// <param name="value">The element, or zeroes.</param>
    /// <returns>0; <c>-ENOENT</c> when the queue is empty.</returns>
    [BpfHelper("bpf_map_pop_elem", Id = 88, Since = "4.20", Summary = "Takes an element out of a queue or a stack.")]
    public int Pop(out TValue value) => _elements.Get(out value, isNewest: false, isRemoved: true);

    /// <summary>Copies the oldest element, which stays.</summary>
    /// <param name="value">The element, or zeroes.</param>
    /// <returns>0; <c>-ENOENT</c> when the queue is empty.</returns>
    [BpfHelper("bpf_map_peek_elem", Id = 89, Since = "4.20", Summary = "Copies the element of a queue or a stack that is next.")]
    public int Peek(out TValue value) => _elements.Get(out value, isNewest: false, isRemoved: false);
}
