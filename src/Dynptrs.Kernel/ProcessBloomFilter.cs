namespace Dynptrs.Kernel;

/// <summary>A bloom filter of this process.</summary>
internal sealed class ProcessBloomFilter<TValue>(BloomFilterMap<TValue> map) : IBpfBloomFilter<TValue>
    where TValue : unmanaged
{
    public int MaxEntries => map.MaxEntries;

    public int Add(TValue value) => map.Push(in value);

    public bool MayContain(TValue value) => map.Peek(in value) == 0;
}
