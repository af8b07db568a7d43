using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>A queue or a stack of the kernel.</summary>
/// <typeparam name="TValue">The type of the elements.</typeparam>
public sealed unsafe class KernelQueue<TValue> : IBpfQueue<TValue>
    where TValue : unmanaged
{
    private readonly KernelMap _map;

    internal KernelQueue(KernelMap map)
    {
        MapShape.Check<TValue>(map, "queue and no stack", KernelMapType.Queue, KernelMapType.Stack);
        _map = map;
    }

    /// <inheritdoc/>
    public int MaxEntries => _map.MaxEntries;

    /// <inheritdoc/>
    public int Push(TValue value, ulong flags = BpfConstants.BPF_ANY) => LibBpf.Update(_map.Descriptor, null, &value, flags);

    /// <inheritdoc/>
    public bool TryPop(out TValue value)
    {
        value = default;
        fixed (TValue* found = &value)
            return MapShape.Found(LibBpf.LookupAndDelete(_map.Descriptor, null, found), _map);
    }

    /// <inheritdoc/>
    public bool TryPeek(out TValue value)
    {
        value = default;
        fixed (TValue* found = &value)
            return MapShape.Found(LibBpf.Lookup(_map.Descriptor, null, found), _map);
    }
}
