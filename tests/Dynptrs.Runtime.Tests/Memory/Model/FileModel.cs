using System;

namespace Dynptrs.Tests.Memory.Model;

/// <summary>A file: its view ends nowhere, and all clones share it.</summary>
internal sealed class FileModel(KernelFile file, byte[] bytes) : MemoryModel
{
    public override byte[] Bytes => bytes;

    public override bool IsReadOnly => true;

    public override void Release(ref Dynptr ptr) => Assert.Equal(0, ptr.DiscardFile());

    // Each read compares what it gives, and nothing can write.
    public override void AssertAgrees(scoped in Dynptr whole) => Assert.Equal(Size, whole.Size);

    public override bool IsDirect(ulong offset, int length) => false;

    public override bool CopyToBuffer(ulong offset, Span<byte> buffer) => ReadMemory(offset, buffer) == 0;

    protected override Dynptr Create()
    {
        Assert.Equal(0, file.ToDynptr(0, out var ptr));
        return ptr;
    }

    protected override int ReadMemory(ulong offset, Span<byte> destination)
    {
        var count = (int)Math.Min((uint)destination.Length, (uint)bytes.Length - Math.Min(offset, (uint)bytes.Length));
        if (count > 0)
            bytes.AsSpan((int)offset, count).CopyTo(destination);
        return count == destination.Length ? 0 : -Errno.EIO;
    }
}
