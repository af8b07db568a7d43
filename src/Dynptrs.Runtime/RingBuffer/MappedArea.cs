using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using static Dynptrs.MemoryMapping;

namespace Dynptrs;

/// <summary>An area whose data is mapped twice in a row, as the kernel maps it.</summary>
/// <remarks>
/// A span or a reference that was taken from a record is not followed by the garbage collector into such memory, so it is never unmapped:
/// what no ring buffer and no slice needs any more gives its pages back, stays mapped, and serves the next ring buffer of its size.
/// </remarks>
internal sealed unsafe class MappedArea : RingBufArea
{
    private static readonly ConcurrentDictionary<int, ConcurrentStack<nint>> Unused = new();

    private readonly int _size;

    private MappedArea(nint start, int size)
    {
        Start = (byte*)start;
        _size = size;
    }

    ~MappedArea()
    {
        FreeOwner();
        Remove((nint)Start, (nuint)((HeaderPages * PageSize) + _size));
        Unused.GetOrAdd(_size, static _ => new ConcurrentStack<nint>()).Push((nint)Start);
    }

    /// <summary>Maps an area, or takes one that is not used any more.</summary>
    /// <returns>The area, or <see langword="null"/> where the system has no such mappings.</returns>
    public static MappedArea? TryCreate(int size)
    {
        if (!System.OperatingSystem.IsLinux())
            return null;
        if (Unused.TryGetValue(size, out var unused) && unused.TryPop(out var start))
            return new MappedArea(start, size);
        var once = (HeaderPages * PageSize) + (long)size;
        using var file = TryCreateFile("dynptr-ringbuf", once);
        return file is null ? null : MapTwice(file, (nuint)once, size);
    }

    private static MappedArea? MapTwice(SafeFileHandle file, nuint once, int size)
    {
        var whole = once + (nuint)size;
        var start = Reserve(whole);
        if (start == Failed)
            return null;
        if (Map(start, once, ProtReadWrite, MapShared | MapFixed, file, 0) != Failed
            && Map(start + (nint)once, (nuint)size, ProtReadWrite, MapShared | MapFixed, file, HeaderPages * PageSize) != Failed)
        {
            return new MappedArea(start, size);
        }

        _ = Unmap(start, whole);
        return null;
    }
}
