using System;
using System.Linq;

namespace Dynptrs.Tests.Packets;

/// <summary>What a host makes packets of, and reads back.</summary>
public class PacketBuildingTests
{
    private static readonly byte[] Metadata = [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [InlineData(BpfProgramType.SchedCls, 0)]
    [InlineData(BpfProgramType.CgroupSkb, 14)]
    public void A_socket_buffer_shows_its_parts(BpfProgramType type, int hidden)
    {
        var bytes = TestBytes.Counting(60);
        var packet = new SkBuff(
            type,
            new PacketOptions { Headroom = 20, Tailroom = 6, Metadata = Metadata },
            bytes.AsSpan(0, 30),
            bytes.AsMemory(30, 10),
            bytes.AsMemory(40));

        Assert.Equal(bytes[hidden..30], packet.Linear.ToArray());
        Assert.Equal([10, 20], packet.Fragments.Select(fragment => fragment.Length));
        Assert.Equal(bytes[40..], packet.Fragments[1].ToArray());
        Assert.Equal(Metadata, packet.Metadata.ToArray());
        Assert.Equal((20 + hidden, 6, 8), (packet.Headroom, packet.Tailroom, packet.MetadataLength));
        Assert.Equal((60 - hidden, 30 - hidden), (packet.Length, packet.LinearLength));
        Assert.Equal(bytes[hidden..], packet.ToArray());
    }

    [Fact]
    public void An_xdp_packet_shows_its_parts()
    {
        var bytes = TestBytes.Counting(60);
        var packet = new XdpBuff(
            new PacketOptions { Headroom = 48, Tailroom = 6, Metadata = Metadata },
            bytes.AsSpan(0, 30),
            bytes.AsMemory(30, 10),
            bytes.AsMemory(40));

        Assert.Equal(bytes[..30], packet.Linear.ToArray());
        Assert.Equal([10, 20], packet.Fragments.Select(fragment => fragment.Length));
        Assert.Equal(bytes[40..], packet.Fragments[1].ToArray());
        Assert.Equal(Metadata, packet.Metadata.ToArray());
        Assert.Equal((48, 6, 8), (packet.Headroom, packet.Tailroom, packet.MetadataLength));
        Assert.Equal((60, 30), (packet.Length, packet.LinearLength));
        Assert.Equal(bytes, packet.ToArray());
    }

    [Fact]
    public void By_default_the_room_is_that_of_a_page()
    {
        var packet = new XdpBuff(new byte[100]);

        Assert.Equal((256, 3420, 0), (packet.Headroom, packet.Tailroom, packet.MetadataLength));
        Assert.Equal(0, new XdpBuff(new byte[5000]).Tailroom);
    }

    [Fact]
    public void An_xdp_packet_has_bytes_of_its_own()
    {
        var bytes = new byte[20];
        var packet = new XdpBuff(bytes, bytes.AsMemory());

        bytes[0] = 1;

        Assert.Equal(new byte[40], packet.ToArray());
    }

    [Fact]
    public void An_xdp_packet_has_at_least_an_ethernet_header()
    {
        Assert.Throws<ArgumentException>(() => new XdpBuff(new byte[13]));
        Assert.Throws<ArgumentException>(() => new XdpBuff(new byte[14], new byte[16777202]));
        Assert.Equal(14, new XdpBuff([], new byte[14]).Length);
    }

    [Theory]
    [InlineData(256, 256, "252")]
    [InlineData(256, 6, "multiple of 4")]
    [InlineData(4, 8, "headroom")]
    public void Metadata_has_the_kernels_limits(int headroom, int length, string because)
    {
        var options = new PacketOptions { Headroom = headroom, Metadata = new byte[length] };

        Assert.Contains(
            because, Assert.Throws<ArgumentException>(() => new SkBuff(BpfProgramType.SchedCls, options, new byte[14])).Message);
        Assert.Contains(because, Assert.Throws<ArgumentException>(() => new XdpBuff(options, new byte[14])).Message);
    }

    [Fact]
    public void Options_that_no_packet_can_have_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new XdpBuff(new PacketOptions { Headroom = 39 }, new byte[14]));
        Assert.Throws<ArgumentException>(() => new XdpBuff(new PacketOptions { Headroom = 47, Metadata = Metadata }, new byte[14]));
        Assert.Throws<ArgumentException>(() =>
            new XdpBuff(new PacketOptions { SupportsMetadata = false, Metadata = Metadata }, new byte[14]));
        Assert.Throws<ArgumentException>(() => new XdpBuff(new PacketOptions { Tailroom = -1 }, new byte[14]));
        Assert.Throws<ArgumentException>(() => new XdpBuff(new PacketOptions { FragmentSize = -1 }, new byte[14]));
        Assert.Throws<ArgumentException>(() => new SkBuff(BpfProgramType.SchedCls, new PacketOptions { Headroom = -1 }, new byte[14]));
        Assert.Equal(0, new SkBuff(BpfProgramType.SchedCls, new PacketOptions { Headroom = 0, Tailroom = 0 }, new byte[14]).Headroom);
    }

    [Theory]
    [InlineData(0x0800, 0, 0x0800)]
    [InlineData(0x0600, 0, 0x0600)]
    [InlineData(0x05ff, 0xffff, 0x0001)]
    [InlineData(0x0010, 0xff00, 0x0004)]
    public void The_protocol_is_that_of_the_ethernet_header(int type, int payload, int expected)
    {
        var frame = new byte[16];
        frame[12] = (byte)(type >> 8);
        frame[13] = (byte)type;
        frame[14] = (byte)(payload >> 8);
        frame[15] = (byte)payload;

        var protocol = new SkBuff(BpfProgramType.CgroupSkb, frame.AsSpan(0, 15), frame.AsMemory(15)).Protocol;

        Assert.Equal((expected >> 8, expected & 0xff), (protocol & 0xff, protocol >> 8));
    }
}
