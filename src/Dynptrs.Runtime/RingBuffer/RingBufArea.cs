using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>
/// The memory of a ring buffer, laid out as the kernel's: a page of its own, a page with the consumer position, a page with the producer
/// position, then the data, followed by the data again or by as much memory, so that a record which starts near the end lies in one piece.
/// </summary>
internal abstract unsafe class RingBufArea
{
    // A handle to the ring buffer stands where the kernel keeps its struct bpf_ringbuf.
    private GCHandle _owner;

    /// <summary>The size of a page in bytes.</summary>
    public static int PageSize { get; } = Environment.SystemPageSize;

    /// <summary>The pages before the data.</summary>
    public const int HeaderPages = 3;

    /// <summary>The first page, at an address that stays.</summary>
    public byte* Start { get; protected set; }

    public long* ConsumerPosition => (long*)(Start + PageSize);

    public long* ProducerPosition => (long*)(Start + (2 * PageSize));

    public byte* Data => Start + (HeaderPages * PageSize);

    /// <summary>Refuses sizes of data that the kernel refuses, and those above <see cref="RingBuf.MaxSize"/>.</summary>
    public static void ThrowUnlessSize(int maxEntries)
    {
        if (maxEntries < PageSize || maxEntries > RingBuf.MaxSize || !BitOperations.IsPow2(maxEntries))
        {
            throw new ArgumentException(
                $"The size of a ring buffer must be a power of two and a multiple of the page size, from {PageSize} to {RingBuf.MaxSize} bytes, but is {maxEntries}.",
                nameof(maxEntries));
        }
    }

    /// <summary>
    /// Makes an area with positions that are 0, mapped twice where the system can, unless the switch <c>Dynptrs.RingBuf.Portable</c> is
    /// set.
    /// </summary>
    public static RingBufArea Create(int size)
    {
        var isPortable = AppContext.TryGetSwitch("Dynptrs.RingBuf.Portable", out var isSet) && isSet;
        var area = isPortable ? new PinnedArea(size) : MappedArea.TryCreate(size) ?? (RingBufArea)new PinnedArea(size);
        *area.ConsumerPosition = 0;
        *area.ProducerPosition = 0;
        return area;
    }

    /// <summary>
    /// The ring buffer whose area a record lies in, found as the kernel finds it: its header counts the pages back to the first.
    /// </summary>
    /// <returns>The ring buffer, or <see langword="null"/> when nothing but the record is left of it.</returns>
    public static RingBuf? FindOwner(byte* header)
    {
        var page = (nint)header & -PageSize;
        var start = page - ((nint)RecordHeader.PageOffset(header) * PageSize);
        return (RingBuf?)GCHandle.FromIntPtr(*(nint*)start).Target;
    }

    public void SetOwner(RingBuf owner)
    {
        _owner = GCHandle.Alloc(owner, GCHandleType.Weak);
        *(nint*)Start = GCHandle.ToIntPtr(_owner);
    }

    protected void FreeOwner()
    {
        if (_owner.IsAllocated)
            _owner.Free();
    }
}
