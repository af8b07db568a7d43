namespace Dynptrs;

/// <summary>Network interfaces by key, for XDP programs to redirect packets to.</summary>
/// <remarks>Follows <c>BPF_MAP_TYPE_DEVMAP_HASH</c>, since Linux 5.4, without programs that run behind.</remarks>
[KernelMap("DEVMAP_HASH", Key = typeof(uint), Value = typeof(uint), ExceptSleepable = true)]
public sealed class DeviceHashMap : RedirectMap
{
    /// <summary>Creates a map without interfaces.</summary>
    /// <param name="maxEntries">The largest number of interfaces, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The number is not positive.</exception>
    public DeviceHashMap([Capacity] int maxEntries)
        : base(maxEntries)
    {
    }

    private protected override ulong KnownFlags => BpfConstants.BPF_F_BROADCAST | BpfConstants.BPF_F_EXCLUDE_INGRESS;

    private protected override bool IsRemovedByZero => false;

    private protected override int Refuse(uint key, bool isThere, int count, ulong flags)
    {
        if (isThere)
            return flags == BpfConstants.BPF_NOEXIST ? -Errno.EEXIST : 0;
        return count >= MaxEntries ? -Errno.E2BIG : 0;
    }

    private protected override int NotThere(uint key) => -Errno.ENOENT;
}
