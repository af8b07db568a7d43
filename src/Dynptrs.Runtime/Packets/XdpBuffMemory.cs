using System;

namespace Dynptrs;

/// <summary>A packet of an XDP program as the memory of a dynptr. Writing ends no slice.</summary>
internal sealed class XdpBuffMemory(PacketBuffer buffer) : IndirectMemory
{
    public override int Read(ulong offset, scoped Span<byte> destination)
    {
        var error = Check((long)offset, destination.Length);
        if (error == 0)
            buffer.CopyTo((int)offset, destination);
        return error;
    }

    public override int Write(ulong offset, scoped ReadOnlySpan<byte> source, ulong flags)
    {
        if (flags != 0)
            return -Errno.EINVAL;
        var error = Check((long)offset, source.Length);
        if (error == 0)
            buffer.CopyFrom((int)offset, source);
        return error;
    }

    // Where bpf_xdp_pointer() finds no address the kernel copies what there is, also from behind the offsets that it reads and writes.
    public override Slice Slice(ulong offset, Span<byte> copy, int length) =>
        Check((long)offset, length) == 0 && TryFind((int)offset, length, out var bytes)
            ? buffer.SliceOf(bytes)
            : buffer.CopyToBuffer((int)offset, copy, length);

    /// <summary>What <c>bpf_xdp_pointer</c> asks of a range.</summary>
    public int Check(long offset, int length)
    {
        if (offset > ushort.MaxValue || length > ushort.MaxValue)
            return -Errno.EFAULT;
        return buffer.Contains(offset, length) ? 0 : -Errno.EINVAL;
    }

    private bool TryFind(int offset, int length, out Span<byte> bytes)
    {
        // No bytes at the end of the packet are found at its start.
        if (!buffer.TryFindPiece(offset, out bytes))
            bytes = buffer.LinearSpan(0, buffer.LinearLength);
        var isOnePiece = length <= bytes.Length;
        bytes = isOnePiece ? bytes[..length] : default;
        return isOnePiece;
    }
}
