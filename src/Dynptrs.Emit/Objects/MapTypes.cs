using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Objects;

/// <summary>The kernel's numbers of the types of maps.</summary>
internal static class MapTypes
{
    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["HASH"] = 1,
        ["ARRAY"] = 2,
        ["PROG_ARRAY"] = 3,
        ["PERF_EVENT_ARRAY"] = 4,
        ["PERCPU_HASH"] = 5,
        ["PERCPU_ARRAY"] = 6,
        ["STACK_TRACE"] = 7,
        ["CGROUP_ARRAY"] = 8,
        ["LRU_HASH"] = 9,
        ["LRU_PERCPU_HASH"] = 10,
        ["LPM_TRIE"] = 11,
        ["ARRAY_OF_MAPS"] = 12,
        ["HASH_OF_MAPS"] = 13,
        ["DEVMAP"] = 14,
        ["SOCKMAP"] = 15,
        ["CPUMAP"] = 16,
        ["XSKMAP"] = 17,
        ["SOCKHASH"] = 18,
        ["QUEUE"] = 22,
        ["STACK"] = 23,
        ["SK_STORAGE"] = 24,
        ["DEVMAP_HASH"] = 25,
        ["RINGBUF"] = 27,
        ["INODE_STORAGE"] = 28,
        ["TASK_STORAGE"] = 29,
        ["BLOOM_FILTER"] = 30,
        ["USER_RINGBUF"] = 31,
        ["CGRP_STORAGE"] = 32,
        ["ARENA"] = 33,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number of a type.</summary>
    public static int NumberOf(string type, Site site) => Numbers.TryGetValue(type, out var number)
        ? number
        : throw new EmissionException(site, $"a map of the type `{type}`");
}
