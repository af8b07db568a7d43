using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>A bloom filter of the kernel.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed unsafe class KernelBloomFilter<TValue> : IBpfBloomFilter<TValue>
    where TValue : unmanaged
{
    private readonly KernelMap _map;

    internal KernelBloomFilter(KernelMap map)
    {
        MapShape.Check<TValue>(map, "bloom filter", KernelMapType.BloomFilter);
        _map = map;
    }

    /// <inheritdoc/>
    public int MaxEntries => _map.MaxEntries;

    /// <inheritdoc/>
    public int Add(TValue value) => LibBpf.Update(_map.Descriptor, null, &value, BpfConstants.BPF_ANY);

    /// <inheritdoc/>
    public bool MayContain(TValue value) => MapShape.Found(LibBpf.Lookup(_map.Descriptor, null, &value), _map);
}
