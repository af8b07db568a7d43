using System;
using System.Linq;

namespace Dynptrs.Tests.Packets;

/// <summary>Packets whose bytes do not lie in one piece.</summary>
public class FragmentTests
{
    private static readonly byte[] Bytes = TestBytes.Counting(64);

    [Theory]
    [InlineData(BpfProgramType.SchedCls, 0)]
    [InlineData(BpfProgramType.CgroupSkb, 14)]
    public void Every_range_can_be_read(BpfProgramType type, int hidden)
    {
        var ptr = Make.Packet(Scattered(type));
        var seen = Bytes[hidden..];

        for (var offset = 0; offset <= seen.Length; offset++)
        {
            for (var length = 0; length <= seen.Length - offset; length++)
            {
                var destination = new byte[length];
                Assert.Equal(0, ptr.Read(destination, (ulong)offset));
                Assert.True(seen.AsSpan(offset, length).SequenceEqual(destination), $"{length} bytes at {offset}");
            }
        }
    }

    [Fact]
    public void Every_range_can_be_written()
    {
        for (var offset = 0; offset <= Bytes.Length; offset++)
        {
            for (var length = 0; length <= Bytes.Length - offset; length++)
            {
                var packet = Scattered(BpfProgramType.SchedCls);
                var ptr = Make.Packet(packet);
                byte[] expected = [.. Bytes];
                expected.AsSpan(offset, length).Fill(0xee);

                Assert.Equal(0, ptr.Write((ulong)offset, Enumerable.Repeat((byte)0xee, length).ToArray()));

                Assert.True(expected.AsSpan().SequenceEqual(packet.ToArray()), $"{length} bytes at {offset}");
            }
        }
    }

    [Fact]
    public void Writing_makes_the_bytes_up_to_the_last_written_one_linear()
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        var ptr = Make.Packet(packet);
        Assert.Equal(20, packet.LinearLength);

        Assert.Equal(0, ptr.Write(10, new byte[4]));
        Assert.Equal(20, packet.LinearLength);
        Assert.Equal(0, ptr.Write(33, new byte[2]));
        Assert.Equal(35, packet.LinearLength);

        Assert.True(ptr.GetSlice(30, default, 5));
        Assert.False(ptr.GetSlice(30, default, 6));
        Assert.Equal(64, packet.Length);
    }

    [Theory]
    [InlineData(BpfProgramType.SchedCls, 0, 20, false)]
    [InlineData(BpfProgramType.SchedCls, 12, 8, false)]
    [InlineData(BpfProgramType.SchedCls, 20, 0, false)]
    [InlineData(BpfProgramType.SchedCls, 13, 8, true)]
    [InlineData(BpfProgramType.SchedCls, 20, 1, true)]
    [InlineData(BpfProgramType.SchedCls, 25, 2, true)]
    [InlineData(BpfProgramType.SchedCls, 0, 64, true)]
    [InlineData(BpfProgramType.CgroupSkb, 0, 6, false)]
    [InlineData(BpfProgramType.CgroupSkb, 0, 7, true)]
    public void A_slice_is_direct_where_linear_else_copied_else_null(BpfProgramType type, ulong offset, ulong length, bool isScattered)
    {
        var packet = Scattered(type);
        var ptr = Make.Packet(packet);
        var expected = packet.ToArray().AsSpan((int)offset, (int)length).ToArray();
        byte[] buffer = [.. Enumerable.Repeat((byte)0xee, 64)];

        Assert.Equal(isScattered, ptr.GetSlice(offset, default, length).IsNull);
        var slice = ptr.GetSlice(offset, buffer, length);

        Assert.Equal(expected, slice.Span.ToArray());
        Assert.Equal(isScattered ? expected : Enumerable.Repeat((byte)0xee, (int)length), buffer[..(int)length]);
        Assert.Equal(-1, buffer.AsSpan((int)length).IndexOfAnyExcept((byte)0xee));
    }

    [Fact]
    public void What_is_written_to_a_copy_reaches_the_packet_only_when_it_is_written_back()
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        var ptr = Make.Packet(packet);
        Span<byte> buffer = stackalloc byte[4];

        ptr.GetWritableSlice<int>(18, buffer).Value = 0x01010101;
        Assert.Equal(Bytes, packet.ToArray());

        Assert.Equal(0, ptr.Write(18, buffer));
        Assert.Equal([17, 1, 1, 1, 1, 22], packet.ToArray()[17..23]);
    }

    [Fact]
    public void What_is_written_to_a_direct_slice_reaches_the_packet()
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        var ptr = Make.Packet(packet);

        ptr.GetWritableSlice<int>(16, new byte[4]).Value = 0x01010101;

        Assert.Equal([15, 1, 1, 1, 1, 20], packet.ToArray()[15..21]);
    }

    [Fact]
    public void The_view_counts_for_slices_and_writes()
    {
        var packet = Scattered(BpfProgramType.SchedCls);
        var ptr = Make.Packet(packet);
        Assert.Equal(0, ptr.Adjust(19, 30));

        Assert.Equal(19, ptr.GetSlice<byte>(0).Value);
        Assert.True(ptr.GetSlice<byte>(1).IsNull);
        Assert.Equal(20, ptr.GetSlice<byte>(1, new byte[1]).Value);
        Assert.Equal(0, ptr.Write(10, (byte)0xee));
        Assert.Equal(0xee, packet.ToArray()[29]);
    }

    /// <summary>64 counting bytes: 20 linear, then fragments of 6, 0, 1 and 37.</summary>
    private static SkBuff Scattered(BpfProgramType type) => new(
        type, Bytes.AsSpan(0, 20), Bytes.AsMemory(20, 6), Bytes.AsMemory(26, 0), Bytes.AsMemory(26, 1), Bytes.AsMemory(27));
}
