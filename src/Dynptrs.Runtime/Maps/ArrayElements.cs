using System;

namespace Dynptrs;

/// <summary>What arrays have in common, those with a value for each processor too.</summary>
internal static class ArrayElements
{
    /// <summary>What an update asks, in the order of <c>array_map_update_elem</c>.</summary>
    public static int CheckUpdate(uint key, int maxEntries, ulong flags)
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

    /// <summary>Runs a callback for each element, in the order of the keys, until it returns 1.</summary>
    /// <returns>How often it ran; <c>-EINVAL</c> for flags.</returns>
    public static int ForEach<TMap, TValue, T>(
        TMap map,
        MapElements<TValue> values,
        MapElementCallback<TMap, uint, TValue, T> callback,
        ref T context,
        ulong flags)
        where TMap : class
        where TValue : unmanaged
        where T : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (flags != 0)
            return -Errno.EINVAL;
        for (uint key = 0; key < (uint)values.Length; key++)
        {
            if (callback(map, in key, ref values[key], ref context) != 0)
                return (int)(key + 1);
        }

        return values.Length;
    }
}
