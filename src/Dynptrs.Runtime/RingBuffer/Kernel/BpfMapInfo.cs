using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>What the kernel says of a map: the beginning of <c>struct bpf_map_info</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BpfMapInfo
{
    /// <summary>The type of a ring buffer that programs write, <c>BPF_MAP_TYPE_RINGBUF</c>.</summary>
    public const uint RingBuf = 27;

    /// <summary>The type of a ring buffer that user space writes, <c>BPF_MAP_TYPE_USER_RINGBUF</c>.</summary>
    public const uint UserRingBuf = 31;

    public uint Type;
    public uint Id;
    public uint KeySize;
    public uint ValueSize;
    public uint MaxEntries;
    public uint Flags;
}
