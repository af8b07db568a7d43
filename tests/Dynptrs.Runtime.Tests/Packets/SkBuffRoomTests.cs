using System;
using System.Linq;

namespace Dynptrs.Tests.Packets;

/// <summary>What only a device gives a packet, or a program of another type: the rest is compared with the kernel, program by program.</summary>
public sealed class SkBuffRoomTests
{
    private static readonly byte[] Frame = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0, .. Enumerable.Range(0, 60).Select(value => (byte)value)];

    [Theory]
    [InlineData(6, 0u, 0ul, 0)]
    [InlineData(-6, 0u, 0ul, 0)]
    [InlineData(6, 1u, 0ul, -Errno.EINVAL)]
    [InlineData(6, 0u, 1ul, -Errno.EINVAL)]
    [InlineData(4096, 0u, 0ul, -Errno.EFAULT)]
    [InlineData(-61, 0u, 0ul, -Errno.ENOMEM)]
    public void The_stream_of_a_socket_has_room_at_its_start(int delta, uint mode, ulong flags, int expected)
    {
        var packet = new SkBuff(BpfProgramType.SkSkb, Frame);

        Assert.Equal(expected, packet.AdjustRoom(delta, mode, flags));

        Assert.Equal(60 + (expected == 0 ? delta : 0), packet.Length);
        Assert.Equal(expected != 0 ? 0 : delta > 0 ? 0 : 6, packet.ToArray()[0]);
    }

    [Fact]
    public void A_sum_over_the_packet_follows_what_is_taken_out_and_put_in()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, Frame);
        packet.Checksum = SumOf(packet);

        Assert.Equal(0, packet.AdjustRoom(8, BpfConstants.BPF_ADJ_ROOM_MAC));
        Assert.Equal(SumOf(packet), packet.Checksum);
        Assert.Equal(0, packet.AdjustRoom(-20, BpfConstants.BPF_ADJ_ROOM_MAC));
        Assert.Equal(SumOf(packet), packet.Checksum);
        Assert.Equal(0, packet.PushVlan(0x81, 7));
        Assert.Equal(0, packet.PushVlan(0x81, 8));
        Assert.Equal(SumOf(packet), packet.Checksum);
        Assert.Equal(0, packet.PopVlan());
        Assert.Equal(SumOf(packet), packet.Checksum);
        Assert.Equal(new VlanTag(EtherType.Vlan, 7), packet.VlanTag);
    }

    [Fact]
    public void A_difference_is_added_to_the_sum()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, Frame);
        packet.Checksum = SumOf(packet);
        byte[] before = [Frame[20], Frame[21]];
        byte[] after = [7, 9];
        Assert.Equal(0, packet.StoreBytes(20, after));

        Assert.InRange(packet.UpdateChecksum((uint)BpfChecksum.Difference(before, after, 0)), 0, uint.MaxValue);

        Assert.Equal(SumOf(packet), packet.Checksum);
    }

    [Fact]
    public void A_device_says_how_many_checksums_are_right_or_the_sum()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, Frame) { Checksum = 7 };
        Assert.Equal(0, packet.ChangeChecksumLevel(BpfConstants.BPF_CSUM_LEVEL_INC));
        Assert.Equal((null, (ushort?)7), (packet.ChecksumLevel, packet.Checksum));

        packet.ChecksumLevel = SkBuff.MaxChecksumLevel;
        Assert.Null(packet.Checksum);
        Assert.Equal(0, packet.ChangeChecksumLevel(BpfConstants.BPF_CSUM_LEVEL_INC));
        Assert.Equal(3, packet.ChangeChecksumLevel(BpfConstants.BPF_CSUM_LEVEL_QUERY));
        Assert.Throws<ArgumentOutOfRangeException>(() => packet.ChecksumLevel = 4);
    }

    [Fact]
    public void Both_directions_of_a_flow_have_the_same_hash()
    {
        var there = Udp(1, 2, 1000, 53);

        Assert.Equal(there, Udp(2, 1, 53, 1000));
        Assert.NotEqual(there, Udp(1, 2, 1001, 53));
        Assert.NotEqual(there, Udp(1, 3, 1000, 53));

        static uint Udp(byte from, byte to, ushort fromPort, ushort toPort) => new SkBuff(
            BpfProgramType.SchedCls,
            [
                .. Frame[..14], 0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, from, 10, 0, 0, to,
                (byte)(fromPort >> 8), (byte)fromPort, (byte)(toPort >> 8), (byte)toPort, 0, 8, 0, 0,
            ]).RecalculateHash();
    }

    [Fact]
    public void Metadata_moves_with_the_packet()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, new PacketOptions { Metadata = new byte[] { 1, 2, 3, 4 } }, Frame);

        Assert.Equal(0, packet.AdjustRoom(400, BpfConstants.BPF_ADJ_ROOM_MAC));
        Assert.Equal(0, packet.AdjustRoom(-30, BpfConstants.BPF_ADJ_ROOM_MAC));

        Assert.Equal([1, 2, 3, 4], packet.Metadata.ToArray());
        Assert.Equal(Frame[..14], packet.ToArray()[..14]);
    }

    private static ushort SumOf(SkBuff packet)
    {
        var bytes = packet.ToArray();
        ulong sum = 0;
        for (var i = 0; i < bytes.Length; i += 2)
            sum += ((ulong)bytes[i] << 8) + (i + 1 < bytes.Length ? bytes[i + 1] : 0u);
        while (sum > ushort.MaxValue)
            sum = (sum & ushort.MaxValue) + (sum >> 16);
        return (ushort)sum;
    }
}
