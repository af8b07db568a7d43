using System;

namespace Dynptrs;

/// <summary>A socket buffer as the memory of a dynptr.</summary>
internal sealed class SkBuffMemory(SkBuff packet, PacketBuffer buffer) : IndirectMemory
{
    // The dynptr keeps the size that the packet had when it was made, so each access asks again.
    public override int Read(ulong offset, scoped Span<byte> destination)
    {
        if (!buffer.Contains((long)offset, destination.Length))
        {
            destination.Clear();
            return -Errno.EFAULT;
        }

        buffer.CopyTo((int)offset, destination);
        return 0;
    }

    public override int Write(ulong offset, scoped ReadOnlySpan<byte> source, ulong flags) => packet.Store((long)offset, source, flags);

    public override Slice Slice(ulong offset, Span<byte> copy, int length)
    {
        if ((long)offset + length <= buffer.LinearLength)
            return buffer.SliceOf(buffer.LinearSpan((int)offset, length));
        return buffer.Contains((long)offset, length) ? buffer.CopyToBuffer((int)offset, copy, length) : default;
    }

    public override void EndSlices() => buffer.EndSlices();
}
