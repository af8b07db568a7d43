using System;

namespace Dynptrs;

/// <summary>
/// Memory behind a dynptr that no one pointer reaches: a packet in pieces, metadata that moves with its packet, a file. The dynptr has
/// checked its lifetime, its view and whether it may write before it calls; offsets are from the start of the memory.
/// </summary>
internal abstract class IndirectMemory
{
    /// <summary>Copies bytes out of the memory.</summary>
    /// <returns>0, or the errno that the kernel gives for this type of memory.</returns>
    public abstract int Read(ulong offset, scoped Span<byte> destination);

    /// <summary>Copies bytes into the memory. Slices stay what they are: see <see cref="EndSlices"/>.</summary>
    /// <returns>0, or the errno that the kernel gives for this type of memory.</returns>
    public abstract int Write(ulong offset, scoped ReadOnlySpan<byte> source, ulong flags);

    /// <summary>Points directly to bytes that lie in one piece, else to a copy in the buffer; null when neither is possible.</summary>
    /// <param name="offset">Where the bytes start.</param>
    /// <param name="buffer">Empty for none, else at least as long as <paramref name="length"/>.</param>
    /// <param name="length">The length of the slice in bytes.</param>
    public abstract Slice Slice(ulong offset, Span<byte> buffer, int length);

    /// <summary>Ends the life of all slices of the memory, as <c>bpf_dynptr_write</c> does for a packet.</summary>
    public virtual void EndSlices()
    {
    }
}
