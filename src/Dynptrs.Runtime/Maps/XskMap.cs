namespace Dynptrs;

/// <summary>Sockets of user space (<c>AF_XDP</c>) by index, for XDP programs to redirect packets to: a socket is named by its descriptor.</summary>
/// <remarks>Follows <c>BPF_MAP_TYPE_XSKMAP</c>, since Linux 4.18.</remarks>
[KernelMap("XSKMAP", Key = typeof(uint), Value = typeof(uint), ExceptSleepable = true)]
public sealed class XskMap : RedirectMap
{
    /// <summary>Creates a map without sockets.</summary>
    /// <param name="maxEntries">The number of indices, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The number is not positive.</exception>
    public XskMap([Capacity] int maxEntries)
        : base(maxEntries)
    {
    }

    private protected override bool IsRemovedByZero => false;
}
