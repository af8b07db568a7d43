using System;

namespace Dynptrs;

/// <summary>The metadata in front of a socket buffer as the memory of a dynptr. It moves with the packet, and keeps its length.</summary>
internal sealed class SkBuffMetadata(PacketBuffer buffer) : IndirectMemory
{
    public override int Read(ulong offset, scoped Span<byte> destination)
    {
        buffer.Metadata.Slice((int)offset, destination.Length).CopyTo(destination);
        return 0;
    }

    public override int Write(ulong offset, scoped ReadOnlySpan<byte> source, ulong flags)
    {
        if (flags != 0)
            return -Errno.EINVAL;
        source.CopyTo(buffer.Metadata[(int)offset..]);
        return 0;
    }

    public override Slice Slice(ulong offset, Span<byte> copy, int length) => buffer.SliceOf(buffer.Metadata.Slice((int)offset, length));

    public override void EndSlices() => buffer.EndSlices();
}
