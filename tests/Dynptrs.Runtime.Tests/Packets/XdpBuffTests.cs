using System;
using System.Linq;

namespace Dynptrs.Tests.Packets;

/// <summary>The ends of an XDP packet move: results as the kernel gave them for the same packets.</summary>
public class XdpBuffTests
{
    [Fact]
    public void The_start_moves_in_the_headroom_less_the_kernels_part()
    {
        var packet = new XdpBuff(TestBytes.Counting(64));

        Assert.Equal(-Errno.EINVAL, packet.AdjustHead(-217));
        Assert.Equal(0, packet.AdjustHead(-216));
        Assert.Equal((40, 280), (packet.Headroom, packet.Length));
        Assert.Equal(0, packet.AdjustHead(216));
        Assert.Equal(TestBytes.Counting(64), packet.ToArray());
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, -Errno.EINVAL)]
    [InlineData(int.MaxValue, -Errno.EINVAL)]
    [InlineData(int.MinValue, -Errno.EINVAL)]
    public void The_linear_part_keeps_an_ethernet_header(int delta, int expected)
    {
        var packet = new XdpBuff(new byte[64], new byte[100]);

        Assert.Equal(expected, packet.AdjustHead(delta));

        Assert.Equal(expected == 0 ? 14 : 64, packet.LinearLength);
    }

    [Fact]
    public void New_bytes_in_front_are_what_was_there()
    {
        var packet = new XdpBuff(TestBytes.Counting(64));

        Assert.Equal(0, packet.AdjustHead(8));
        Assert.Equal(TestBytes.Counting(64)[8..], packet.ToArray());
        Assert.Equal(0, packet.AdjustHead(-8));
        Assert.Equal(TestBytes.Counting(64), packet.ToArray());
    }

    [Fact]
    public void The_metadata_moves_with_the_start()
    {
        var packet = new XdpBuff(new PacketOptions { Metadata = new byte[] { 1, 2, 3, 4 } }, TestBytes.Counting(64));

        Assert.Equal(0, packet.AdjustHead(-8));
        Assert.Equal([1, 2, 3, 4], packet.Metadata.ToArray());
        Assert.Equal(-Errno.EINVAL, packet.AdjustHead(-(216 - 8 - 4) - 1));
        Assert.Equal(0, packet.AdjustHead(-(216 - 8 - 4)));
        Assert.Equal([1, 2, 3, 4], packet.Metadata.ToArray());
        Assert.Equal(0, packet.AdjustHead(220));
        Assert.Equal([1, 2, 3, 4], packet.Metadata.ToArray());
    }

    [Fact]
    public void The_metadata_grows_and_shrinks_at_its_start()
    {
        var packet = new XdpBuff(new byte[64]);

        Assert.Equal(-Errno.EINVAL, packet.AdjustMetadata(-252));
        Assert.Equal(0, packet.AdjustMetadata(-216));
        Assert.Equal(0, packet.AdjustMetadata(0));
        Assert.Equal(-Errno.EINVAL, packet.AdjustMetadata(-1));
        Assert.Equal(0, packet.AdjustMetadata(216));
        Assert.Equal(-Errno.EINVAL, packet.AdjustMetadata(1));
        Assert.Equal(-Errno.EACCES, packet.AdjustMetadata(-6));
        Assert.Equal(0, packet.MetadataLength);
    }

    [Theory]
    [InlineData(-252, 0)]
    [InlineData(-256, -Errno.EACCES)]
    [InlineData(-255, -Errno.EACCES)]
    [InlineData(int.MinValue, -Errno.EINVAL)]
    [InlineData(int.MaxValue, -Errno.EINVAL)]
    public void The_metadata_has_at_most_252_bytes(int delta, int expected)
    {
        var packet = new XdpBuff(new PacketOptions { Headroom = 1000 }, new byte[64]);

        Assert.Equal(expected, packet.AdjustMetadata(delta));

        Assert.Equal(expected == 0 ? 252 : 0, packet.MetadataLength);
    }

    [Fact]
    public void Some_drivers_have_no_room_for_metadata()
    {
        var packet = new XdpBuff(new PacketOptions { SupportsMetadata = false }, new byte[64]);

        Assert.Equal(-Errno.ENOTSUPP, packet.AdjustMetadata(0));
        Assert.Equal(0, packet.AdjustHead(-216));
    }

    [Fact]
    public void The_end_of_a_linear_packet_moves_in_the_tailroom()
    {
        var packet = new XdpBuff(TestBytes.Counting(64));

        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(4000));
        Assert.Equal(0, packet.AdjustTail(3456));
        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(1));
        Assert.Equal(TestBytes.Counting(64), packet.ToArray()[..64]);
        Assert.Equal(-1, packet.ToArray().AsSpan(64).IndexOfAnyExcept((byte)0));
        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(-3507));
        Assert.Equal(0, packet.AdjustTail(-3506));
        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(int.MinValue));
        Assert.Equal(14, packet.Length);
        Assert.Equal(0, packet.AdjustTail(6));
        Assert.Equal(new byte[6], packet.ToArray()[14..]);
        Assert.Equal(-Errno.EINVAL, packet.AdjustHead(7));
        Assert.Equal(0, packet.AdjustHead(6));
    }

    [Fact]
    public void The_end_of_a_scattered_packet_moves_in_the_last_fragment()
    {
        var packet = Scattered();

        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(5000));
        Assert.Equal(0, packet.AdjustTail(100));
        Assert.Equal(9100, packet.Length);
        Assert.Equal(new byte[100], packet.ToArray()[9000..]);
        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(4096 - 1484 + 1));
        Assert.Equal(0, packet.AdjustTail(4096 - 1484));
        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(1));
    }

    [Fact]
    public void What_was_cut_off_is_zero_when_it_comes_back()
    {
        var packet = Scattered();

        Assert.Equal(0, packet.AdjustTail(-10));
        Assert.Equal(0, packet.AdjustTail(10));

        Assert.Equal([.. TestBytes.Counting(8990), .. new byte[10]], packet.ToArray());
    }

    [Fact]
    public void Cutting_the_tail_drops_fragments()
    {
        var packet = Scattered();

        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(-8987));
        Assert.Equal(0, packet.AdjustTail(int.MinValue));
        Assert.Equal(9000, packet.Length);
        Assert.Equal(0, packet.AdjustTail(-1384));
        Assert.Single(packet.Fragments);
        Assert.Equal(0, packet.AdjustTail(-4096 - 3000));
        Assert.Empty(packet.Fragments);
        Assert.Equal(TestBytes.Counting(520), packet.ToArray());
        Assert.Equal(0, packet.AdjustTail(3000));
        Assert.Equal(3520, packet.LinearLength);
    }

    [Fact]
    public void Fragments_of_an_unknown_size_do_not_grow()
    {
        var packet = new XdpBuff(new PacketOptions { FragmentSize = 0 }, new byte[64], new byte[8]);

        Assert.Equal(-Errno.EOPNOTSUPP, packet.AdjustTail(0));
        Assert.Equal(0, packet.AdjustTail(-8));
        Assert.Equal(0, packet.AdjustTail(8));
        Assert.Equal(72, packet.LinearLength);
    }

    [Fact]
    public void Bytes_are_pulled_into_the_room_around_the_linear_part()
    {
        var packet = Scattered();

        Assert.Equal(0, packet.PullData(0));
        Assert.Equal(0, packet.PullData(3520));
        Assert.Equal((256, 3520), (packet.Headroom, packet.LinearLength));
        Assert.Equal(0, packet.PullData(3736));
        Assert.Equal((40, 3736), (packet.Headroom, packet.LinearLength));
        Assert.Equal(-Errno.EINVAL, packet.PullData(3737));
        Assert.Equal(-Errno.EINVAL, packet.PullData(9001));
        Assert.Equal(-Errno.EINVAL, packet.PullData(uint.MaxValue));
        Assert.Equal(TestBytes.Counting(9000), packet.ToArray());
    }

    [Fact]
    public void The_tailroom_is_used_before_the_headroom_and_the_metadata_is_kept()
    {
        var bytes = TestBytes.Counting(100);
        var packet = new XdpBuff(
            new PacketOptions { Headroom = 60, Tailroom = 5, Metadata = new byte[] { 9, 8, 7, 6 } },
            bytes.AsSpan(0, 20),
            bytes.AsMemory(20, 10),
            bytes.AsMemory(30));

        Assert.Equal(0, packet.PullData(25));
        Assert.Equal((60, 0), (packet.Headroom, packet.Tailroom));
        Assert.Equal(0, packet.PullData(35));
        Assert.Equal((50, 0), (packet.Headroom, packet.Tailroom));
        Assert.Single(packet.Fragments);
        Assert.Equal(0, packet.PullData(41));
        Assert.Equal(-Errno.EINVAL, packet.PullData(42));
        Assert.Equal([9, 8, 7, 6], packet.Metadata.ToArray());
        Assert.Equal(bytes, packet.ToArray());
    }

    [Fact]
    public void A_fragment_that_was_pulled_from_grows_by_what_is_left_of_it()
    {
        var packet = new XdpBuff(new PacketOptions { FragmentSize = 100 }, new byte[64], new byte[80]);

        Assert.Equal(0, packet.PullData(94));

        Assert.Equal(-Errno.EINVAL, packet.AdjustTail(21));
        Assert.Equal(0, packet.AdjustTail(20));
        Assert.Equal(164, packet.Length);
    }

    [Theory]
    [InlineData(65536, 1, -Errno.EFAULT)]
    [InlineData(0, 65536, -Errno.EFAULT)]
    [InlineData(65535, 1, 0)]
    [InlineData(65535, 65535, -Errno.EINVAL)]
    [InlineData(4465, 65535, 0)]
    [InlineData(4466, 65535, -Errno.EINVAL)]
    public void Results_of_loading_and_storing(uint offset, int length, int expected)
    {
        var packet = new XdpBuff(TestBytes.Counting(3520), TestBytes.Counting(66480));
        var bytes = packet.ToArray();
        byte[] loaded = [.. Enumerable.Repeat((byte)0xee, length)];

        Assert.Equal(expected, packet.LoadBytes(offset, loaded));
        Assert.Equal(expected == 0 ? bytes[(int)offset..((int)offset + length)] : [.. Enumerable.Repeat((byte)0xee, length)], loaded);

        byte[] stored = [.. Enumerable.Repeat((byte)0x5a, length)];
        Assert.Equal(expected, packet.StoreBytes(offset, stored));
        if (expected == 0)
            stored.CopyTo(bytes, (int)offset);
        Assert.Equal(bytes, packet.ToArray());
        Assert.Equal(3520, packet.LinearLength);
    }

    [Fact]
    public void A_value_is_loaded_and_stored_across_pieces()
    {
        var packet = Scattered();

        Assert.Equal(0, packet.StoreBytes(3516, 0x0102030405060708));
        Assert.Equal(0, packet.LoadBytes(3516, out long value));

        Assert.Equal(0x0102030405060708, value);
        Assert.Equal(-Errno.EINVAL, packet.LoadBytes(8993, out long _));
    }

    /// <summary>9000 bytes as the kernel lays them out for a program run: 3520 linear, fragments of 4096 and 1384.</summary>
    private static XdpBuff Scattered()
    {
        var bytes = TestBytes.Counting(9000);
        return new XdpBuff(bytes.AsSpan(0, 3520), bytes.AsMemory(3520, 4096), bytes.AsMemory(7616));
    }
}
