using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using static Dynptrs.MemoryMapping;

namespace Dynptrs;

/// <summary>An area whose data is mapped twice in a row, as the kernel maps it.</summary>
/// <remarks>
/// A span or a reference that was taken from a record is not followed by the garbage collector into such memory, so it is never unmapped: what no ring buffer
/// and no slice needs any more gives its pages back, stays mapped, and serves the next ring buffer of its size.
/// </remarks>
internal sealed unsafe partial class MappedArea : RingBufArea
{
    private const int MemfdCloseOnExec = 1;
    private const int AdviseRemove = 9;

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
        _ = Advise((nint)Start, (nuint)((HeaderPages * PageSize) + _size), AdviseRemove);
        Unused.GetOrAdd(_size, static _ => new ConcurrentStack<nint>()).Push((nint)Start);
    }

    /// <summary>Maps an area, or takes one that is not used any more.</summary>
    /// <returns>The area, or <see langword="null"/> where the system has no such mappings.</returns>
    public static MappedArea? TryCreate(int size)
    {
        if (!System.OperatingSystem.IsLinux())
            return null;
        if (Unused.TryGetValue(size, out ConcurrentStack<nint>? unused) && unused.TryPop(out nint start))
            return new MappedArea(start, size);
        int file = CreateMemoryFile("dynptr-ringbuf", MemfdCloseOnExec);
        if (file < 0)
            return null;
        try
        {
            return MapTwice(file, size);
        }
        finally
        {
            _ = Close(file);
        }
    }

    private static MappedArea? MapTwice(int file, int size)
    {
        int header = HeaderPages * PageSize;
        nuint once = (nuint)(header + (long)size);
        nuint whole = once + (nuint)size;
        if (Truncate(file, (long)once) != 0)
            return null;
        nint start = Map(0, whole, ProtNone, MapPrivate | MapAnonymous | MapNoReserve, -1, 0);
        if (start == Failed)
            return null;
        if (Map(start, once, ProtReadWrite, MapShared | MapFixed, file, 0) != Failed
            && Map(start + (nint)once, (nuint)size, ProtReadWrite, MapShared | MapFixed, file, header) != Failed)
        {
            return new MappedArea(start, size);
        }

        _ = Unmap(start, whole);
        return null;
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemoryFile(string name, int flags);

    [LibraryImport("libc", EntryPoint = "ftruncate")]
    private static partial int Truncate(int file, long length);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
