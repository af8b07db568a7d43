using System;

namespace Dynptrs.Tests;

/// <summary>Makes dynptrs of every kind.</summary>
internal static class Make
{
    public static Dynptr Local(Span<byte> memory)
    {
        Assert.Equal(0, Dynptr.FromMemory(memory, out var ptr));
        return ptr;
    }

    public static Dynptr NullLocal()
    {
        Assert.Equal(-Errno.EINVAL, Dynptr.FromMemory([], 1, out var ptr));
        return ptr;
    }

    public static Dynptr Record(uint size)
    {
        Assert.Equal(0, new RingBuf(4096).Reserve(size, out var ptr));
        return ptr;
    }

    public static Dynptr NullRecord()
    {
        Assert.Equal(-Errno.EINVAL, new RingBuf(4096).Reserve(8, 1, out var ptr));
        return ptr;
    }

    public static Dynptr Packet(SkBuff packet)
    {
        Assert.Equal(0, packet.ToDynptr(out var ptr));
        return ptr;
    }

    public static Dynptr Packet(XdpBuff packet)
    {
        Assert.Equal(0, packet.ToDynptr(out var ptr));
        return ptr;
    }

    public static Dynptr Metadata(SkBuff packet)
    {
        Assert.Equal(0, packet.ToMetadataDynptr(out var ptr));
        return ptr;
    }

    public static Dynptr NullPacket()
    {
        Assert.Equal(-Errno.EINVAL, new SkBuff(BpfProgramType.SchedCls, new byte[14]).ToDynptr(1, out var ptr));
        return ptr;
    }

    public static Dynptr NullXdpPacket()
    {
        Assert.Equal(-Errno.EINVAL, new XdpBuff(new byte[14]).ToDynptr(1, out var ptr));
        return ptr;
    }

    public static Dynptr NullMetadata()
    {
        Assert.Equal(-Errno.EINVAL, new SkBuff(BpfProgramType.SchedCls, new byte[14]).ToMetadataDynptr(1, out var ptr));
        return ptr;
    }

    /// <summary>A dynptr of one of the kinds, <c>local</c> to <c>skb_meta</c>, over zeroes.</summary>
    public static Dynptr OfKind(string kind, int size) => kind switch
    {
        "local" => Local(new byte[size]),
        "ringbuf" => Zeroed(Record((uint)size)),
        "skb" => Packet(new SkBuff(BpfProgramType.SchedCls, new byte[size])),
        "xdp" => Packet(new XdpBuff(new byte[size])),
        "skb_meta" => Metadata(new SkBuff(BpfProgramType.SchedCls, new PacketOptions { Metadata = new byte[size] }, new byte[14])),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Dynptr NullOfKind(string kind) => kind switch
    {
        "local" => NullLocal(),
        "ringbuf" => NullRecord(),
        "skb" => NullPacket(),
        "xdp" => NullXdpPacket(),
        "skb_meta" => NullMetadata(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Dynptr Zeroed(Dynptr ptr)
    {
        Assert.Equal(0, ptr.Write(0, new byte[ptr.Size]));
        return ptr;
    }
}
