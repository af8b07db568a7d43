using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>An area in an array that the garbage collector does not move: for systems that cannot map memory twice.</summary>
/// <remarks>
/// The data's second half is memory of its own, which works because a record is only ever reached from its start: by its dynptr, and by the
/// reader.
/// </remarks>
internal sealed unsafe class PinnedArea : RingBufArea
{
    private readonly byte[] _memory;

    public PinnedArea(int size)
    {
        // One page more, for the first to start at the beginning of one.
        _memory = GC.AllocateArray<byte>(((HeaderPages + 1) * PageSize) + (2 * size), pinned: true);
        var start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        Start = (byte*)(((nint)start + PageSize - 1) & -PageSize);
    }

    ~PinnedArea() => FreeOwner();
}
