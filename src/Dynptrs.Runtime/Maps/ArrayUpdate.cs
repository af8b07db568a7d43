namespace Dynptrs;

/// <summary>What an update of an array asks, in the order of <c>array_map_update_elem</c>.</summary>
internal static class ArrayUpdate
{
    public static int Check(uint key, int maxEntries, ulong flags)
    {
        if ((flags & ~BpfConstants.BPF_F_LOCK) > BpfConstants.BPF_EXIST)
            return -Errno.EINVAL;
        if (key >= (uint)maxEntries)
            return -Errno.E2BIG;
        if ((flags & BpfConstants.BPF_NOEXIST) != 0)
            return -Errno.EEXIST;

        // No value has a spin lock.
        return (flags & BpfConstants.BPF_F_LOCK) != 0 ? -Errno.EINVAL : 0;
    }
}
