namespace Dynptrs;

/// <summary>Network interfaces by index, for XDP programs to redirect packets to.</summary>
/// <remarks>Follows <c>BPF_MAP_TYPE_DEVMAP</c>, since Linux 4.14, without programs that run behind.</remarks>
[KernelMap("DEVMAP", Key = typeof(uint), Value = typeof(uint), ExceptSleepable = true)]
public sealed class DeviceMap : RedirectMap
{
    /// <summary>Creates a map without interfaces.</summary>
    /// <param name="maxEntries">The number of indices, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The number is not positive.</exception>
    public DeviceMap([Capacity] int maxEntries)
        : base(maxEntries)
    {
    }

    private protected override ulong KnownFlags => BpfConstants.BPF_F_BROADCAST | BpfConstants.BPF_F_EXCLUDE_INGRESS;
}
