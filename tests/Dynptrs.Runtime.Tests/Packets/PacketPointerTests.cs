using System;

namespace Dynptrs.Tests.Packets;

/// <summary>Pointers into packets reach what lies between the edges, as long as the packet is what it was.</summary>
public class PacketPointerTests
{
    private static readonly PacketOptions WithMetadata = new() { Metadata = new byte[] { 1, 2, 3, 4 } };

    [Fact]
    public void Bytes_are_read_where_they_lie()
    {
        var packet = new XdpBuff(TestBytes.Counting(64));
        var data = packet.Data;

        Assert.Equal(TestBytes.Counting(64)[12], data[12]);
        Assert.Equal(TestBytes.Counting(64)[12], (data + 14)[-2]);
        Assert.Equal(TestBytes.Counting(64)[8..12], (data + 8).AsSpan(4).ToArray());
        Assert.Equal(BitConverter.ToUInt32(TestBytes.Counting(64), 4), (data + 4).As<uint>());
    }

    [Fact]
    public void Bytes_are_written_where_they_lie()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, new byte[64]);
        var data = packet.Data;

        data[3] = 7;
        (data + 4).As<uint>() = uint.MaxValue;

        Assert.Equal(7, packet.ToArray()[3]);
        Assert.Equal([0xff, 0xff, 0xff, 0xff], packet.ToArray()[4..8]);
    }

    [Fact]
    public void Pointers_are_compared_and_subtracted_by_where_they_point()
    {
        var packet = new XdpBuff(new byte[64]);
        var (length, isWithin, isBeyond) = Measure(packet);

        Assert.Equal((64, true, true), (length, isWithin, isBeyond));

        static (long, bool, bool) Measure(XdpBuff packet)
        {
            var data = packet.Data;
            var end = packet.DataEnd;
            return (end - data,
                data + 64 <= end && data + 64 == end && !(data + 64 < end),
                data + 65UL > end && end < data + 65 && data != end);
        }
    }

    [Fact]
    public void A_pointer_moves_beyond_the_packet_and_comes_back()
    {
        var packet = new XdpBuff(TestBytes.Counting(64));

        var far = packet.Data + 1000 - 900UL;
        var back = far - 100;

        Assert.Equal(TestBytes.Counting(64)[0], back[0]);
    }

    [Fact]
    public void Only_the_linear_part_is_reached()
    {
        var packet = new XdpBuff(new byte[64], new byte[100]);

        Assert.Equal(64, packet.DataEnd - packet.Data);
        Assert.Equal(0, packet.Data[63]);
        Assert.Throws<DynptrException>(() => packet.Data[64]);
        Assert.Throws<DynptrException>(() => (packet.Data + 61).As<uint>());
        Assert.Throws<DynptrException>(() => packet.Data.AsSpan(65).Length);
        Assert.Throws<DynptrException>(() => packet.Data.AsSpan(-1).Length);
        Assert.Throws<DynptrException>(() => packet.Data[-1]);
        Assert.Throws<DynptrException>(() => (packet.Data + long.MaxValue)[0]);
    }

    [Fact]
    public void What_is_pulled_is_reached()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, TestBytes.Counting(20), TestBytes.Counting(100));

        Assert.Equal(20, packet.DataEnd - packet.Data);
        Assert.Equal(0, packet.PullData(60));

        Assert.Equal(60, packet.DataEnd - packet.Data);
        Assert.Equal(TestBytes.Counting(100)[39], packet.Data[59]);
        Assert.Throws<DynptrException>(() => packet.Data[60]);
    }

    [Fact]
    public void The_end_is_only_compared()
    {
        var packet = new XdpBuff(new byte[64]);

        Assert.Throws<DynptrException>(() => packet.DataEnd[-1]);
        Assert.Throws<DynptrException>(() => (packet.DataEnd - 4)[0]);
        Assert.Throws<DynptrException>(() => (packet.DataEnd + 4UL)[0]);
    }

    [Fact]
    public void A_pointer_ends_when_the_packet_may_have_changed()
    {
        var xdp = new XdpBuff(new byte[64]);
        var skb = new SkBuff(BpfProgramType.SchedCls, new byte[64]);

        Assert.Throws<DynptrException>(() => { var data = xdp.Data; _ = xdp.AdjustHead(0); _ = data[0]; });
        Assert.Throws<DynptrException>(() => { var data = xdp.Data; _ = xdp.AdjustTail(-4); _ = data.As<byte>(); });
        Assert.Throws<DynptrException>(() => { var data = xdp.Data; _ = xdp.AdjustMetadata(1); _ = data.AsSpan(1); });
        Assert.Throws<DynptrException>(() => { var data = xdp.Data; _ = xdp.PullData(1); _ = data[0]; });
        Assert.Throws<DynptrException>(() => { var data = skb.Data; _ = skb.StoreBytes(0, 1u); _ = data[0]; });
        Assert.Throws<DynptrException>(() => { var data = skb.Data; _ = skb.PullData(0); _ = data[0]; });
        Assert.Throws<DynptrException>(() => { var data = skb.Data; _ = skb.ChangeTail(60); _ = data[0]; });
        Assert.Throws<DynptrException>(() =>
        {
            var data = skb.Data;
            _ = skb.ToDynptr(out var ptr);
            _ = ptr.Write(0, 1u);
            _ = data[0];
        });
    }

    [Fact]
    public void A_pointer_stays_where_the_kernels_does()
    {
        var xdp = new XdpBuff(new byte[64]);
        var data = xdp.Data;

        Assert.Equal(0, xdp.StoreBytes(0, 1u));
        Assert.Equal(1, data[0]);
        Assert.Equal(0, xdp.ToDynptr(out var ptr));
        Assert.Equal(0, ptr.Write(0, 2u));
        Assert.Equal(2, data[0]);
        Assert.Equal(0, xdp.LoadBytes(0, out uint _));
        Assert.Equal(2, data[0]);
    }

    [Fact]
    public void Pointers_read_again_follow_the_packet()
    {
        var packet = new XdpBuff(TestBytes.Counting(64));

        Assert.Equal(0, packet.AdjustHead(8));

        Assert.Equal(TestBytes.Counting(64)[8], packet.Data[0]);
        Assert.Equal(56, packet.DataEnd - packet.Data);
    }

    [Fact]
    public void Metadata_lies_in_front_of_the_packet()
    {
        var xdp = new XdpBuff(WithMetadata, new byte[64]);
        var skb = new SkBuff(BpfProgramType.SchedCls, WithMetadata, new byte[64]);

        Assert.Equal(4, xdp.Data - xdp.DataMeta);
        Assert.Equal(0x04030201u, xdp.DataMeta.As<uint>());
        Assert.Throws<DynptrException>(() => xdp.DataMeta[4]);
        Assert.Throws<DynptrException>(() => xdp.Data[-1]);
        Assert.Equal(4, skb.Data - skb.DataMeta);
        Assert.Equal(0x04030201u, skb.DataMeta.As<uint>());
        Assert.Throws<DynptrException>(() => (skb.DataMeta + 1).As<uint>());
    }

    [Fact]
    public void Metadata_without_room_lies_behind_the_start()
    {
        var packet = new XdpBuff(new PacketOptions { SupportsMetadata = false }, new byte[64]);

        Assert.True(packet.DataMeta > packet.Data);
        Assert.Throws<DynptrException>(() => packet.DataMeta[0]);
    }

    [Theory]
    [InlineData(BpfProgramType.SocketFilter)]
    [InlineData(BpfProgramType.Netfilter)]
    [InlineData(BpfProgramType.Tracing)]
    public void Some_program_types_have_no_pointers(BpfProgramType type)
    {
        var packet = new SkBuff(type, new byte[64]);

        Assert.Throws<DynptrException>(() => packet.Data == packet.DataEnd);
        Assert.Throws<DynptrException>(() => packet.DataEnd == packet.Data);
        Assert.Throws<DynptrException>(() => packet.DataMeta == packet.DataMeta);
    }

    [Fact]
    public void Metadata_is_for_traffic_control()
    {
        var packet = new SkBuff(BpfProgramType.CgroupSkb, new byte[64]);

        Assert.Equal(50, packet.DataEnd - packet.Data);
        Assert.Throws<DynptrException>(() => packet.DataMeta == packet.Data);
    }

    [Fact]
    public void A_pointer_into_no_packet_reaches_nothing()
    {
        Assert.Throws<DynptrException>(() => default(PacketPointer)[0]);
        Assert.Throws<NotSupportedException>(() => default(PacketPointer).GetHashCode());
        Assert.Throws<NotSupportedException>(() => default(PacketPointer).Equals(null));
    }
}
