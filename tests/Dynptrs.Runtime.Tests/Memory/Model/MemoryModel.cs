using System;

namespace Dynptrs.Tests.Memory.Model;

/// <summary>
/// What a dynptr and its memory must do, said with a plain array of bytes; and the real memory beside it. A kind of memory says here how it
/// differs from one piece of memory that may be written.
/// </summary>
internal abstract class MemoryModel
{
    /// <summary>What the memory holds.</summary>
    public abstract byte[] Bytes { get; }

    /// <summary>The first byte of the dynptr's view.</summary>
    public ulong Start { get; set; }

    /// <summary>The size of the dynptr's view.</summary>
    public ulong Size { get; set; }

    public virtual bool IsReadOnly => false;

    /// <summary>Whether <c>bpf_dynptr_data</c> gives an address.</summary>
    public virtual bool HasData => true;

    /// <summary>Whether <c>bpf_dynptr_write</c> ends slices.</summary>
    public virtual bool WritingEndsSlices => false;

    /// <summary>Makes a dynptr of the real memory.</summary>
    public Dynptr Make()
    {
        var ptr = Create();
        Start = 0;
        Size = ptr.Size;
        return ptr;
    }

    /// <summary>Gives back what the dynptr holds.</summary>
    public virtual void Release(ref Dynptr ptr)
    {
    }

    /// <summary>Compares the real memory with this one.</summary>
    /// <param name="whole">A dynptr with the view that it was made with.</param>
    public abstract void AssertAgrees(scoped in Dynptr whole);

    /// <summary>Calls a helper of this kind of memory, on both.</summary>
    /// <returns>Whether slices are dead then.</returns>
    public virtual bool Perform(MemoryCall call) => throw new NotSupportedException($"This kind of memory has no {call.Name}.");

    /// <summary>Whether a range lies in the view.</summary>
    public bool Contains(ulong offset, int length) => (ulong)length <= Size && offset <= Size - (ulong)length;

    /// <summary><c>bpf_dynptr_read</c>.</summary>
    public int Read(Span<byte> destination, ulong offset, ulong flags)
    {
        if (flags != 0)
            return -Errno.EINVAL;
        return Contains(offset, destination.Length) ? ReadMemory(Start + offset, destination) : -Errno.E2BIG;
    }

    /// <summary><c>bpf_dynptr_write</c>.</summary>
    public int Write(ulong offset, ReadOnlySpan<byte> source, ulong flags)
    {
        if (IsReadOnly)
            return -Errno.EINVAL;
        return Contains(offset, source.Length) ? WriteMemory(Start + offset, source, flags) : -Errno.E2BIG;
    }

    /// <summary>Whether a range of the memory lies in one piece.</summary>
    public virtual bool IsDirect(ulong offset, int length) => true;

    /// <summary>What a slice of a range that does not lie in one piece leaves in the buffer.</summary>
    /// <returns>Whether there is a slice.</returns>
    public virtual bool CopyToBuffer(ulong offset, Span<byte> buffer) => throw new NotSupportedException("The memory lies in one piece.");

    protected abstract Dynptr Create();

    protected virtual int ReadMemory(ulong offset, Span<byte> destination)
    {
        Bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);
        return 0;
    }

    protected virtual int WriteMemory(ulong offset, ReadOnlySpan<byte> source, ulong flags)
    {
        if (flags != 0)
            return -Errno.EINVAL;
        source.CopyTo(Bytes.AsSpan((int)offset));
        return 0;
    }
}
