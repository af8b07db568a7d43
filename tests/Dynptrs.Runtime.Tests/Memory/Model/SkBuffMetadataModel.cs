using System;

namespace Dynptrs.Tests.Memory.Model;

/// <summary>The metadata in front of a socket buffer, whose packet changes meanwhile.</summary>
internal sealed class SkBuffMetadataModel(byte[] metadata, int headroom, params byte[][] pieces)
    : SkBuffModel(BpfProgramType.SchedCls, metadata, headroom, pieces)
{
    public override byte[] Bytes => Metadata;

    public override bool IsDirect(ulong offset, int length) => true;

    protected override Dynptr Create() => Tests.Make.Metadata(Packet);

    protected override int ReadMemory(ulong offset, Span<byte> destination)
    {
        Metadata.AsSpan((int)offset, destination.Length).CopyTo(destination);
        return 0;
    }

    protected override int WriteMemory(ulong offset, ReadOnlySpan<byte> source, ulong flags)
    {
        if (flags != 0)
            return -Errno.EINVAL;
        source.CopyTo(Metadata.AsSpan((int)offset));
        return 0;
    }
}
