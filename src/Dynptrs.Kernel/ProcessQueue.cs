using System;

namespace Dynptrs.Kernel;

/// <summary>A queue or a stack of this process.</summary>
internal sealed class ProcessQueue<TValue>(
    int maxEntries,
    Func<TValue, ulong, int> push,
    ProcessQueue<TValue>.Get pop,
    ProcessQueue<TValue>.Get peek)
    : IBpfQueue<TValue>
{
    /// <summary>Copies an element, if there is one.</summary>
    internal delegate int Get(out TValue value);

    public int MaxEntries => maxEntries;

    public int Push(TValue value, ulong flags = BpfConstants.BPF_ANY) => push(value, flags);

    public bool TryPop(out TValue value) => pop(out value) == 0;

    public bool TryPeek(out TValue value) => peek(out value) == 0;
}
