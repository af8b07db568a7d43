using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel;

/// <summary>What the maps with keys share.</summary>
internal static unsafe class MapShape
{
    private const int NotFound = 2;

    /// <summary>Refuses types that do not fit.</summary>
    public static void Check<TKey, TValue>(KernelMap map, bool isPerCpu)
    {
        if (map.Type is KernelMapType.PerCpuArray or KernelMapType.PerCpuHash or KernelMapType.LruPerCpuHash != isPerCpu)
        {
            throw new ArgumentException(isPerCpu
                ? $"The map `{map.Name}` has one value for all processors: take it with `As`."
                : $"The map `{map.Name}` has a value for each processor: take it with `AsPerCpu`.");
        }

        Check<TKey>(map, map.KeySize, "keys");
        Check<TValue>(map, map.ValueSize, "values");
    }

    /// <summary>Refuses a map of another type, or with other values.</summary>
    public static void Check<TValue>(KernelMap map, string kind, params ReadOnlySpan<KernelMapType> types)
    {
        if (!types.Contains(map.Type))
            throw new ArgumentException($"The map `{map.Name}` is no {kind}.");
        Check<TValue>(map, map.ValueSize, "values");
    }

    /// <summary>Whether a key was there.</summary>
    public static bool Found(int error, KernelMap map) =>
        error == 0 || (-error == NotFound ? false : throw LoadFailure.Of(-error, $"The map `{map.Name}` is not read"));

    /// <summary>The keys that are there.</summary>
    public static List<TKey> Keys<TKey>(KernelMap map)
        where TKey : unmanaged
    {
        var keys = new List<TKey>();
        TKey key;
        TKey next;

        // A key that is removed meanwhile makes the kernel begin anew: there are no more keys than entries.
        for (var before = (TKey*)null; keys.Count < map.MaxEntries && LibBpf.NextKey(map.Descriptor, before, &next) == 0; before = &key)
        {
            key = next;
            keys.Add(key);
        }

        return keys;
    }

    private static void Check<T>(KernelMap map, int size, string what)
    {
        if (Unsafe.SizeOf<T>() != size)
        {
            throw new ArgumentException(
                $"The {what} of the map `{map.Name}` have {size} bytes, those of {typeof(T).Name} have {Unsafe.SizeOf<T>()}. "
                + "Use the type that the program uses.");
        }
    }
}
