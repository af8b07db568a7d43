using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

public ref partial struct Dynptr
{
    // What the kernel moves at a time where memory cannot be reached directly.
    private const int ChunkSize = 256;

    /// <summary>Copies bytes from another dynptr into this one. Unlike a write, it leaves slices of a packet alone.</summary>
    /// <param name="offset">Where to, in bytes from the start of this dynptr's view.</param>
    /// <param name="source">The dynptr to copy from; this one too, and then the ranges may overlap.</param>
    /// <param name="sourceOffset">Where from, in bytes from the start of the source's view.</param>
    /// <param name="size">How many bytes.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> when one of the two is null, or this one is read-only; <c>-E2BIG</c> when a range leaves its view; and what the
    /// memory itself answers. Where neither range lies in one piece, pieces of 256 bytes that were copied before an error stay copied.
    /// </returns>
    /// <remarks>As in the kernel, two null dynptrs and no bytes at offset 0 give 0.</remarks>
    /// <exception cref="DynptrException">One of the two was never made, or was released.</exception>
    [BpfHelper("bpf_dynptr_copy", Since = "6.15", GplOnly = true,
        Summary = "Copies bytes from one dynptr into another; the ranges may overlap.")]
    [Writes]
    [return: Decides]
    public readonly int Copy(ulong offset, scoped in Dynptr source, ulong sourceOffset, ulong size)
    {
        var isSourceDirect = source.TryReach(sourceOffset, size, out var from);
        if (TryReachForWriting(offset, size, out var to))
        {
            if (!isSourceDirect)
                return source.Read(to, sourceOffset);
            from.CopyTo(to);
            return 0;
        }

        if (isSourceDirect)
            return Store(offset, from, flags: 0);
        if (!ViewContains(offset, size) || !source.ViewContains(sourceOffset, size))
            return -Errno.E2BIG;

        Span<byte> chunk = stackalloc byte[ChunkSize];
        for (ulong done = 0; done < size; done += (ulong)chunk.Length)
        {
            chunk = chunk[..(int)Math.Min(size - done, ChunkSize)];
            var error = source.Read(chunk, sourceOffset + done);
            if (error == 0)
                error = Store(offset + done, chunk, flags: 0);
            if (error != 0)
                return error;
        }

        return 0;
    }

    /// <summary>Sets bytes of the memory to one value. Unlike a write, it leaves slices of a packet alone.</summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes.</param>
    /// <param name="value">The value.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a read-only dynptr; <c>-E2BIG</c> when the range leaves the view, or the dynptr is null and the range is not
    /// empty and at 0; and what the memory itself answers. Where the range does not lie in one piece, pieces of 256 bytes that were written
    /// before an error stay written.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_dynptr_memset", Since = "6.17", GplOnly = true, Summary = "Sets bytes behind the dynptr to one value.")]
    [Writes]
    [return: Decides]
    public readonly int Fill(ulong offset, ulong size, byte value)
    {
        if (TryReachForWriting(offset, size, out var bytes))
        {
            bytes.Fill(value);
            return 0;
        }

        if (IsReadOnly)
            return -Errno.EINVAL;
        if (!ViewContains(offset, size))
            return -Errno.E2BIG;

        Span<byte> chunk = stackalloc byte[ChunkSize];
        chunk.Fill(value);
        for (ulong done = 0; done < size; done += (ulong)chunk.Length)
        {
            chunk = chunk[..(int)Math.Min(size - done, ChunkSize)];
            var error = Store(offset + done, chunk, flags: 0);
            if (error != 0)
                return error;
        }

        return 0;
    }

    /// <summary>Whether a constructor was called, with success or not.</summary>
    internal readonly bool WasMade => _state != DynptrState.Uninitialized;

    /// <summary>The size of the view as helpers take it that count in 32 bits: 0 for a null dynptr.</summary>
    internal readonly uint Size32 => IsLive() ? (uint)Size : 0;

    /// <summary>All bytes of the view, where they lie in one piece.</summary>
    internal readonly bool TryReachAll(out Span<byte> bytes)
    {
        bytes = default;
        return IsLive() && TryReach(0, ViewSize, out bytes);
    }

    /// <summary>All bytes of the view, where they lie in one piece and may be written.</summary>
    internal readonly bool TryReachAllForWriting(out Span<byte> bytes)
    {
        bytes = default;
        return !IsReadOnly && TryReachAll(out bytes);
    }

    private readonly bool TryReachForWriting(ulong offset, ulong size, out Span<byte> bytes)
    {
        bytes = default;
        return !IsReadOnly && TryReach(offset, size, out bytes);
    }

    /// <summary>The bytes of a range that lies in one piece, as <c>bpf_dynptr_slice</c> without a buffer finds them.</summary>
    private readonly bool TryReach(ulong offset, ulong size, out Span<byte> bytes)
    {
        bytes = default;
        if (!IsLive() || !Contains(offset, size) || size > int.MaxValue)
            return false;
        if (!IsIndirect)
        {
            bytes = MemoryMarshal.CreateSpan(ref LocalStart(offset), (int)size);
            return true;
        }

        var slice = Indirect.Slice(_offset + offset, default, (int)size);
        if (slice.IsNull)
            return false;
        bytes = slice.Span;
        return true;
    }

    /// <summary>Whether a range lies in the view, of a null dynptr too, whose view is empty.</summary>
    private readonly bool ViewContains(ulong offset, ulong size) => IsLive() ? Contains(offset, size) : (offset | size) == 0;
}
