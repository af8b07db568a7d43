using Dynptrs;

namespace Tour;

/// <summary>The maps of the programs.</summary>
[BpfObject(License = "GPL")]
internal static partial class Maps
{
    /// <summary>A ring buffer of one page.</summary>
    public static readonly RingBuf RingBuf = new(maxEntries: 4096);

    /// <summary>An array of one number.</summary>
    public static readonly ArrayMap<uint> ArrayMap = new(maxEntries: 1);
}
