namespace Dynptrs.Kernel;

/// <summary>The types of maps: the kernel's <c>enum bpf_map_type</c>. A map may have a type that is not named here.</summary>
public enum KernelMapType
{
    /// <summary>A hash table.</summary>
    Hash = 1,

    /// <summary>An array.</summary>
    Array = 2,

    /// <summary>An array of programs, to go on with.</summary>
    ProgramArray = 3,

    /// <summary>A hash table with a value for each processor.</summary>
    PerCpuHash = 5,

    /// <summary>An array with a value for each processor.</summary>
    PerCpuArray = 6,

    /// <summary>A hash table that forgets what was not used for long.</summary>
    LruHash = 9,

    /// <summary>The same with a value for each processor.</summary>
    LruPerCpuHash = 10,

    /// <summary>A table of prefixes, of which the longest that fits is found.</summary>
    LpmTrie = 11,

    /// <summary>Network interfaces by index.</summary>
    DeviceMap = 14,

    /// <summary>Processors, for packets.</summary>
    CpuMap = 16,

    /// <summary>Sockets of user space, for packets.</summary>
    XskMap = 17,

    /// <summary>A queue.</summary>
    Queue = 22,

    /// <summary>A stack.</summary>
    Stack = 23,

    /// <summary>Network interfaces by key.</summary>
    DeviceHashMap = 25,

    /// <summary>A ring buffer that programs write.</summary>
    RingBuf = 27,

    /// <summary>A set that may be mistaken about what was not added.</summary>
    BloomFilter = 30,

    /// <summary>A ring buffer that programs drain.</summary>
    UserRingBuf = 31,
}
