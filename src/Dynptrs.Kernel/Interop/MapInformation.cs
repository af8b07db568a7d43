using System.Runtime.InteropServices;
using System.Text;

namespace Dynptrs.Kernel.Interop;

/// <summary>What the kernel says of a map: the beginning of <c>struct bpf_map_info</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MapInformation
{
    private const int NameLength = 16;

    public uint Type;
    public uint Id;
    public uint KeySize;
    public uint ValueSize;
    public uint MaxEntries;
    public uint Flags;
    public fixed byte Name[NameLength];

    /// <summary>The name as text.</summary>
    public readonly string NameText
    {
        get
        {
            fixed (byte* start = Name)
                return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(start));
        }
    }
}
