using System;
using System.Linq;

namespace Dynptrs.Tests.Packets;

/// <summary>The layout and the length of a socket buffer change: results as the kernel gave them for the same packets.</summary>
public class SkBuffLayoutTests
{
    private static readonly byte[] Bytes = TestBytes.Counting(64);

    [Theory]
    [InlineData(0, 0, 20)]
    [InlineData(15, 0, 20)]
    [InlineData(21, 0, 21)]
    [InlineData(64, 0, 64)]
    [InlineData(65, -Errno.ENOMEM, 20)]
    [InlineData(uint.MaxValue, -Errno.ENOMEM, 20)]
    public void Results_of_pulling(uint length, int expected, int linear)
    {
        var packet = Scattered(BpfProgramType.SchedCls);

        Assert.Equal(expected, packet.PullData(length));

        Assert.Equal(linear, packet.LinearLength);
        Assert.Equal(Bytes, packet.ToArray());
    }

    [Theory]
    [InlineData(BpfProgramType.SchedCls, 14, 0)]
    [InlineData(BpfProgramType.SchedCls, 13, -Errno.EINVAL)]
    [InlineData(BpfProgramType.LwtXmit, 0, 0)]
    [InlineData(BpfProgramType.SchedCls, 40, 0)]
    [InlineData(BpfProgramType.SchedCls, 64, 0)]
    [InlineData(BpfProgramType.SchedCls, 100, 0)]
    [InlineData(BpfProgramType.SchedCls, 16064, 0)]
    [InlineData(BpfProgramType.SchedCls, 16065, -Errno.EINVAL)]
    [InlineData(BpfProgramType.SchedCls, uint.MaxValue, -Errno.EINVAL)]
    public void Results_of_changing_the_tail(BpfProgramType type, uint length, int expected)
    {
        var packet = Scattered(type);
        var before = packet.ToArray();
        var after = expected != 0 ? before : [.. before.Take((int)length), .. new byte[Math.Max(0, (int)length - before.Length)]];

        Assert.Equal(expected, packet.ChangeTail(length));

        Assert.Equal(after, packet.ToArray());
        Assert.Equal(expected == 0 ? after.Length : Scattered(type).LinearLength, packet.LinearLength);
    }

    [Fact]
    public void The_tail_has_no_flags_and_belongs_to_no_other_packet()
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        packet.IsEncapsulated = true;

        Assert.Equal(-Errno.EINVAL, packet.ChangeTail(40, 1));
        Assert.Equal(-Errno.EINVAL, packet.ChangeTail(13));
        Assert.Equal(-Errno.ENOTSUPP, packet.ChangeTail(40));
        Assert.Equal(20, packet.LinearLength);
    }

    [Fact]
    public void What_was_cut_off_is_zero_when_it_comes_back()
    {
        var packet = Scattered(BpfProgramType.SchedCls);

        Assert.Equal(0, packet.ChangeTail(30));
        Assert.Equal(0, packet.ChangeTail(64));

        Assert.Equal([.. Bytes[..30], .. new byte[34]], packet.ToArray());
    }

    [Theory]
    [InlineData(10, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(16000, 0, 0)]
    [InlineData(16001, 0, -Errno.EINVAL)]
    [InlineData(2147483648, 0, -Errno.EINVAL)]
    [InlineData(uint.MaxValue, 0, -Errno.EINVAL)]
    [InlineData(0, 1, -Errno.EINVAL)]
    public void Results_of_changing_the_head(uint length, ulong flags, int expected)
    {
        var packet = Scattered(BpfProgramType.SchedCls);

        Assert.Equal(expected, packet.ChangeHead(length, flags));

        Assert.Equal(expected == 0 ? [.. new byte[length], .. Bytes] : Bytes, packet.ToArray());
        Assert.Equal(expected == 0 ? 20 + (int)length : 20, packet.LinearLength);
    }

    [Fact]
    public void The_new_header_may_not_be_cut_off_at_the_tail()
    {
        var packet = Scattered(BpfProgramType.SchedCls);

        Assert.Equal(0, packet.ChangeHead(10));

        Assert.Equal(-Errno.EINVAL, packet.ChangeTail(23));
        Assert.Equal(0, packet.ChangeTail(24));
    }

    [Fact]
    public void A_packet_without_its_ethernet_header_is_given_one()
    {
        var packet = Scattered(BpfProgramType.LwtXmit);

        Assert.Equal(0, packet.ChangeTail(0));
        Assert.Equal(0, packet.ChangeHead(14));
        Assert.Equal(-Errno.EINVAL, packet.ChangeTail(13));
        Assert.Equal(0, packet.ChangeTail(14));
        Assert.Equal(-Errno.ENOMEM, packet.PullData(15));
        Assert.Equal(new byte[14], packet.ToArray());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void The_metadata_moves_with_the_head(uint length)
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, new PacketOptions { Headroom = 30, Metadata = new byte[] { 1, 2, 3, 4 } }, Bytes);
        var metadata = Make.Metadata(packet);

        Assert.Equal(0, packet.ChangeHead(length));

        Assert.Equal([1, 2, 3, 4], packet.Metadata.ToArray());
        Assert.Equal(0, metadata.Read(out uint value));
        Assert.Equal(BitConverter.ToUInt32([1, 2, 3, 4]), value);
    }

    [Fact]
    public void Metadata_that_does_not_end_at_the_packets_start_is_dropped_with_a_new_head()
    {
        var packet = new SkBuff(BpfProgramType.LwtXmit, new PacketOptions { Metadata = new byte[] { 1, 2, 3, 4 } }, Bytes);

        Assert.Equal(0, packet.ChangeHead(14));

        Assert.Equal(0, packet.MetadataLength);
    }

    [Fact]
    public void A_new_length_drops_the_checksum_and_the_same_length_does_not()
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        packet.Checksum = 5;

        Assert.Equal(0, packet.ChangeTail(64));
        Assert.Equal((ushort)5, packet.Checksum);
        Assert.Equal(0, packet.ChangeHead(2));
        Assert.Equal((ushort)5, packet.Checksum);
        Assert.Equal(0, packet.ChangeTail(40));
        Assert.Null(packet.Checksum);
    }

    [Fact]
    public void Behind_the_end_of_a_packet_that_became_shorter_there_is_nothing()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, Bytes);
        var ptr = Make.Packet(packet);
        Assert.Equal(0, packet.ChangeTail(14));
        byte[] buffer = [.. Enumerable.Repeat((byte)0xee, 20)];

        Assert.Equal(64u, ptr.Size);
        Assert.True(ptr.GetSlice(4, buffer, 20).IsNull);
        Assert.True(ptr.GetSlice(4, default, 20).IsNull);
        Assert.Equal(-1, buffer.AsSpan().IndexOfAnyExcept((byte)0xee));
        Assert.Equal(-Errno.EFAULT, ptr.Write(4, buffer));
        Assert.Equal(-Errno.EINVAL, ptr.Write(4, buffer, 4));
        Assert.Equal(-Errno.EFAULT, ptr.Fill(4, 20, 1));
        Assert.Equal(-Errno.EFAULT, ptr.Copy(4, Make.Local(buffer), 0, 20));
        Assert.Equal(Bytes[..14], packet.ToArray());
        Assert.Equal(-Errno.EFAULT, ptr.Read(buffer, 4));
        Assert.Equal(new byte[20], buffer);
        Assert.Equal(0, ptr.Read(buffer.AsSpan(0, 10), 4));
        Assert.Equal(Bytes[4..14], buffer[..10]);
    }

    [Fact]
    public void Offsets_count_from_the_new_start_and_the_size_stays()
    {
        var packet = new SkBuff(BpfProgramType.SchedCls, Bytes);
        var ptr = Make.Packet(packet);

        Assert.Equal(0, packet.ChangeHead(4));

        Assert.Equal(64u, ptr.Size);
        Assert.Equal(0, ptr.Read(out byte first, 4));
        Assert.Equal(0, first);
        Assert.Equal(0, ptr.Read(out byte last, 63));
        Assert.Equal(59, last);
        Assert.Equal(-Errno.E2BIG, ptr.Read(out byte _, 64));
    }

    [Theory]
    [InlineData(0, 64, 0)]
    [InlineData(15, 20, 0)]
    [InlineData(64, 1, -Errno.EFAULT)]
    [InlineData(60, 5, -Errno.EFAULT)]
    [InlineData(2147483648, 1, -Errno.EFAULT)]
    [InlineData(uint.MaxValue, 2, -Errno.EFAULT)]
    public void Results_of_loading_and_storing(uint offset, int length, int expected)
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        byte[] loaded = [.. Enumerable.Repeat((byte)0xee, length)];

        Assert.Equal(expected, packet.LoadBytes(offset, loaded));
        Assert.Equal(expected == 0 ? Bytes[(int)offset..((int)offset + length)] : new byte[length], loaded);
        Assert.Equal(20, packet.LinearLength);

        byte[] stored = [.. Enumerable.Repeat((byte)0x5a, length)];
        Assert.Equal(-Errno.EINVAL, packet.StoreBytes(offset, stored, 4));
        Assert.Equal(expected, packet.StoreBytes(offset, stored));
        byte[] after = [.. Bytes];
        if (expected == 0)
            stored.CopyTo(after, (int)offset);
        Assert.Equal(after, packet.ToArray());
        Assert.Equal(expected == 0 ? Math.Max(20, (int)offset + length) : 20, packet.LinearLength);
    }

    [Fact]
    public void A_value_is_loaded_and_stored()
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        packet.Hash = 5;

        Assert.Equal(0, packet.StoreBytes(18, 0x0102030405060708, BpfConstants.BPF_F_INVALIDATE_HASH));
        Assert.Equal(0, packet.LoadBytes(18, out long value));

        Assert.Equal(0x0102030405060708, value);
        Assert.Equal(0u, packet.Hash);
    }

    [Theory]
    [InlineData("pull", 0)]
    [InlineData("pull", 100)]
    [InlineData("head", 4)]
    [InlineData("head", 100_000)]
    [InlineData("tail", 40)]
    [InlineData("tail", 1)]
    [InlineData("store", 0)]
    [InlineData("store", 100)]
    [InlineData("network", 24)]
    [InlineData("network", 25)]
    [InlineData("transport", 24)]
    [InlineData("transport", 25)]
    public void Every_call_that_may_change_the_packet_ends_its_slices_even_when_it_fails(string call, uint argument)
    {
        var packet = new SkBuff(
            BpfProgramType.SchedCls, new PacketOptions { Metadata = new byte[4] }, Bytes.AsSpan(0, 20), Bytes.AsMemory(20));
        var direct = Make.Packet(packet).GetSlice(0, default, 8);
        var copied = Make.Packet(packet).GetWritableSlice(16, new byte[8], 8);
        var metadata = Make.Metadata(packet).GetWritableSlice(0, default, 4);
        Assert.Equal(0 + 16 + 0, direct[0] + copied[0] + metadata[0]);

        _ = call switch
        {
            "pull" => packet.PullData(argument),
            "head" => packet.ChangeHead(argument),
            "tail" => packet.ChangeTail(argument),
            "store" => packet.StoreBytes(argument, (byte)1),
            "network" => packet.ReplaceNetworkChecksum(argument, 0, 1, 2),
            _ => packet.ReplaceTransportChecksum(argument, 0, 1, 2),
        };

        Refused.Access(ref direct, "gone", static (ref it) => _ = it[0]);
        Refused.Access(ref copied, "gone", static (ref it) => _ = it[0]);
        Refused.Access(ref metadata, "gone", static (ref it) => _ = it[0]);
    }

    [Fact]
    public void Loading_ends_no_slice()
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        var slice = Make.Packet(packet).GetSlice(0, default, 8);

        Assert.Equal(0, packet.LoadBytes(0, out byte _));

        Assert.Equal(0, slice[0]);
    }

    private static SkBuff Scattered(BpfProgramType type) => new(
        type, Bytes.AsSpan(0, 20), Bytes.AsMemory(20, 6), Bytes.AsMemory(26, 0), Bytes.AsMemory(26, 1), Bytes.AsMemory(27));
}
