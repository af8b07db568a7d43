using System;

namespace Dynptrs;

/// <summary>The contents of a file as the memory of a dynptr and its clones, with the view that they share.</summary>
/// <remarks>Follows the kernel's <c>struct bpf_dynptr_file_impl</c>, which has offset and size in place of the dynptr.</remarks>
internal sealed class FileMemory(KernelFile file) : IndirectMemory
{
    private ulong _offset;
    private long _generation;

    /// <summary>Until the dynptr or a clone is discarded.</summary>
    public Lifetime Lifetime => new(in _generation);

    /// <summary>The size of the view in bytes, which says nothing about the file.</summary>
    public ulong Size { get; private set; } = ulong.MaxValue;

    /// <summary>Whether a range lies in the view.</summary>
    public bool Contains(ulong offset, ulong length) => length <= Size && offset <= Size - length;

    /// <summary>Narrows the view to a range inside it.</summary>
    public void Narrow(ulong start, ulong end)
    {
        _offset += start;
        Size = end - start;
    }

    /// <summary>Ends the dynptr, its clones and their slices.</summary>
    public void End()
    {
        _generation++;
        file.EndReader();
    }

    public override int Read(ulong offset, scoped Span<byte> destination) => file.Read(_offset + offset, destination);

    public override int Write(ulong offset, scoped ReadOnlySpan<byte> source, ulong flags) => -Errno.EINVAL;

    public override Slice Slice(ulong offset, Span<byte> buffer, int length) =>
        !buffer.IsEmpty && Read(offset, buffer[..length]) == 0 ? new Slice(ref buffer[0], length, Lifetime) : default;
}
