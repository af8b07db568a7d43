namespace Dynptrs;

/// <summary>Processors, for XDP programs to redirect packets to: for each the number of packets that may wait for it.</summary>
/// <remarks>Follows <c>BPF_MAP_TYPE_CPUMAP</c>, since Linux 4.15, without programs that run behind.</remarks>
[KernelMap("CPUMAP", Key = typeof(uint), Value = typeof(uint), ExceptSleepable = true)]
public sealed class CpuMap : RedirectMap
{
    /// <summary>Creates a map without processors.</summary>
    /// <param name="maxEntries">The number of processors, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The number is not positive.</exception>
    public CpuMap([Capacity] int maxEntries)
        : base(maxEntries)
    {
    }
}
