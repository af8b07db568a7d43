using System;

namespace Dynptrs;

/// <summary>A packet as the memory of a dynptr.</summary>
internal sealed class SkBuffMemory(SkBuff packet) : IndirectMemory
{
    public override int Read(ulong offset, scoped Span<byte> destination)
    {
        packet.CopyTo((int)offset, destination);
        return 0;
    }

    public override int Write(ulong offset, scoped ReadOnlySpan<byte> source, ulong flags) =>
        packet.StoreBytes((int)offset, source, flags);

    public override Slice Slice(ulong offset, Span<byte> buffer, int length) => packet.Slice((int)offset, buffer, length);

    public override void EndSlices() => packet.InvalidateSlices();
}
