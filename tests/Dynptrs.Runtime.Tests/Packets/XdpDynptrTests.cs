using System;
using System.Linq;

namespace Dynptrs.Tests.Packets;

/// <summary>Dynptrs over the packet of an XDP program.</summary>
public class XdpDynptrTests
{
    private static readonly byte[] Bytes = TestBytes.Counting(64);

    [Theory]
    [InlineData(1, -Errno.EINVAL)]
    [InlineData(0, 0)]
    public void Results_of_making_a_dynptr(ulong flags, int expected)
    {
        Assert.Equal(expected, Scattered().ToDynptr(flags, out var ptr));

        Assert.Equal(expected != 0, ptr.IsNull);
        Assert.False(ptr.IsReadOnly);
        Assert.Equal(expected == 0 ? 64 : unchecked((ulong)-22), ptr.Size);
        Assert.True(ptr.Data(0, 8).IsNull);
    }

    [Fact]
    public void Every_range_can_be_read_and_written_where_it_is()
    {
        for (var offset = 0; offset <= Bytes.Length; offset++)
        {
            for (var length = 0; length <= Bytes.Length - offset; length++)
            {
                var packet = Scattered();
                var ptr = Make.Packet(packet);
                var read = new byte[length];
                Assert.Equal(0, ptr.Read(read, (ulong)offset));
                Assert.Equal(Bytes[offset..(offset + length)], read);

                byte[] expected = [.. Bytes];
                expected.AsSpan(offset, length).Fill(0xee);
                Assert.Equal(0, ptr.Write((ulong)offset, expected.AsSpan(offset, length)));
                Assert.Equal(expected, packet.ToArray());
                Assert.Equal(20, packet.LinearLength);
            }
        }
    }

    [Theory]
    [InlineData(0, 20, true)]
    [InlineData(20, 6, true)]
    [InlineData(27, 37, true)]
    [InlineData(26, 1, true)]
    [InlineData(64, 0, true)]
    [InlineData(19, 2, false)]
    [InlineData(25, 2, false)]
    [InlineData(0, 64, false)]
    public void A_slice_is_direct_inside_one_piece_else_copied_else_null(ulong offset, ulong length, bool isDirect)
    {
        var ptr = Make.Packet(Scattered());
        byte[] buffer = [.. Enumerable.Repeat((byte)0xee, 64)];

        Assert.Equal(isDirect, !ptr.GetSlice(offset, default, length).IsNull);
        Assert.Equal(isDirect, !ptr.GetWritableSlice(offset, default, length).IsNull);
        Assert.Equal(Bytes[(int)offset..(int)(offset + length)], ptr.GetSlice(offset, buffer, length).Span.ToArray());
        Assert.Equal(isDirect, buffer.AsSpan().IndexOfAnyExcept((byte)0xee) < 0);
    }

    [Fact]
    public void What_is_written_to_a_slice_in_a_fragment_reaches_the_packet()
    {
        var packet = Scattered();
        var ptr = Make.Packet(packet);

        ptr.GetWritableSlice<int>(30).Value = 0x01010101;

        Assert.Equal([29, 1, 1, 1, 1, 34], packet.ToArray()[29..35]);
    }

    [Fact]
    public void One_access_has_the_kernels_limits()
    {
        var ptr = Make.Packet(new XdpBuff(new byte[3520], new byte[200_000]));
        var buffer = new byte[65536];

        Assert.Equal(-Errno.EFAULT, ptr.Read(buffer));
        Assert.Equal(-Errno.EFAULT, ptr.Write(0, buffer));
        Assert.Equal(0, ptr.Read(buffer.AsSpan(1), 65535));
        Assert.Equal(0, ptr.Write(65535, buffer.AsSpan(1)));
        Assert.Equal(-Errno.EFAULT, ptr.Read(out byte _, 65536));
        Assert.Equal(-Errno.EFAULT, ptr.Write(65536, (byte)1));
        Assert.True(ptr.GetSlice(65536, default, 1).IsNull);
        Assert.False(ptr.GetSlice(65535, default, 1).IsNull);
        Assert.False(ptr.GetSlice(65535, default, 65535).IsNull);
        Assert.True(ptr.GetSlice(65535, default, 65536).IsNull);

        // The offset counts from the start of the packet, not of the view.
        Assert.Equal(0, ptr.Adjust(65530, 70000));
        Assert.Equal(0, ptr.Read(out byte _, 5));
        Assert.Equal(-Errno.EFAULT, ptr.Read(out byte _, 6));
    }

    [Fact]
    public void A_slice_into_a_buffer_reaches_behind_these_limits()
    {
        var fragment = TestBytes.Counting(200_000);
        var ptr = Make.Packet(new XdpBuff(new byte[3520], fragment));

        var slice = ptr.GetSlice(100_000, new byte[100], 100);

        Assert.Equal(fragment[96_480..96_580], slice.Span.ToArray());
    }

    [Fact]
    public void Writes_have_no_flags()
    {
        var ptr = Make.Packet(new XdpBuff(new byte[3520], new byte[200_000]));

        Assert.Equal(-Errno.EINVAL, ptr.Write(0, 1, BpfConstants.BPF_F_RECOMPUTE_CSUM));
        Assert.Equal(-Errno.EINVAL, ptr.Write(65536, 1, 2));
        Assert.Equal(-Errno.E2BIG, ptr.Write(203_520, 1, 2));
    }

    [Fact]
    public void Behind_the_end_of_a_packet_that_became_shorter_there_is_nothing()
    {
        var packet = Scattered();
        var ptr = Make.Packet(packet);
        Assert.Equal(0, packet.AdjustTail(-34));
        Span<byte> buffer = stackalloc byte[20];
        buffer.Fill(0xee);

        Assert.Equal(64u, ptr.Size);
        Assert.Equal(-Errno.EINVAL, ptr.Read(buffer, 20));
        Assert.Equal(-1, buffer.IndexOfAnyExcept((byte)0xee));
        Assert.Equal(-Errno.EINVAL, ptr.Write(20, buffer));
        Assert.True(ptr.GetSlice(20, default, 20).IsNull);

        // As the kernel does: the buffer, with what there was to copy.
        var slice = ptr.GetSlice(20, buffer, 20);
        Assert.Equal([.. Bytes[20..30], .. Enumerable.Repeat((byte)0xee, 10)], slice.Span.ToArray());
        Assert.Equal(-Errno.EINVAL, ptr.Fill(20, 20, 0));
        Assert.Equal(-Errno.EINVAL, ptr.Copy(20, Make.Local(new byte[20]), 0, 20));
        Assert.Equal(-Errno.EINVAL, Make.Local(new byte[20]).Copy(0, ptr, 20, 20));
        Assert.Equal(Bytes[..30], packet.ToArray());
    }

    [Fact]
    public void Offsets_count_from_the_new_start_and_the_size_stays()
    {
        var packet = Scattered();
        var ptr = Make.Packet(packet);

        Assert.Equal(0, packet.AdjustHead(4));

        Assert.Equal(64u, ptr.Size);
        Assert.Equal(0, ptr.Read(out byte first));
        Assert.Equal(4, first);
        Assert.Equal(0, ptr.Read(out byte last, 59));
        Assert.Equal(63, last);
        Assert.Equal(-Errno.EINVAL, ptr.Read(out byte _, 60));
    }

    [Fact]
    public void A_view_sees_what_the_packet_has_gained_only_in_a_new_dynptr()
    {
        var packet = Scattered();
        var ptr = Make.Packet(packet);

        Assert.Equal(0, packet.AdjustTail(6));

        Assert.Equal(-Errno.E2BIG, ptr.Read(out byte _, 64));
        Assert.Equal(0, packet.ToDynptr(out var fresh));
        Assert.Equal(0, fresh.Read(out byte zero, 69));
        Assert.Equal(0, zero);
    }

    [Fact]
    public void Copies_go_across_pieces()
    {
        var bytes = TestBytes.Counting(1000);
        var packet = new XdpBuff(bytes.AsSpan(0, 300), bytes.AsMemory(300, 333), bytes.AsMemory(633));
        var ptr = Make.Packet(packet);
        var scattered = Make.Packet(new XdpBuff(new byte[14], new byte[500], new byte[600]));

        Assert.Equal(0, scattered.Copy(100, ptr, 0, 1000));

        var read = new byte[1000];
        Assert.Equal(0, scattered.Read(read, 100));
        Assert.Equal(bytes, read);
        Assert.Equal(0, ptr.Fill(200, 700, 0xaa));
        Assert.Equal([.. bytes[..200], .. Enumerable.Repeat((byte)0xaa, 700), .. bytes[900..]], packet.ToArray());
    }

    [Theory]
    [InlineData(0, 10, 15)]
    [InlineData(10, 0, 20)]
    [InlineData(18, 27, 20)]
    [InlineData(27, 18, 20)]
    [InlineData(2, 20, 40)]
    [InlineData(20, 2, 40)]
    [InlineData(0, 22, 20)]
    [InlineData(22, 0, 20)]
    public void Ranges_of_a_packet_in_pieces_may_overlap(int from, int to, int length)
    {
        var packet = Scattered();
        var ptr = Make.Packet(packet);
        byte[] expected = [.. Bytes];
        Bytes.AsSpan(from, length).CopyTo(expected.AsSpan(to));

        Assert.Equal(0, ptr.Copy((ulong)to, ptr, (ulong)from, (ulong)length));

        Assert.Equal(expected, packet.ToArray());
    }

    [Fact]
    public void Writing_ends_no_slice()
    {
        var packet = Scattered();
        var ptr = Make.Packet(packet);
        var slice = ptr.GetWritableSlice(0, default, 8);

        Assert.Equal(0, ptr.Write(0, (byte)9));
        Assert.Equal(0, packet.StoreBytes(1, (byte)8));
        Assert.Equal(0, packet.LoadBytes(0, out byte _));
        Assert.Equal(0, ptr.Fill(2, 1, 7));

        Assert.Equal([9, 8, 7], slice.Span[..3].ToArray());
    }

    [Theory]
    [InlineData("head", 4)]
    [InlineData("head", -1000)]
    [InlineData("tail", -4)]
    [InlineData("tail", 100_000)]
    [InlineData("meta", -4)]
    [InlineData("meta", -3)]
    [InlineData("pull", 0)]
    [InlineData("pull", 30)]
    [InlineData("pull", 1000)]
    public void Every_call_that_may_move_the_packet_ends_its_slices_even_when_it_fails(string call, int argument)
    {
        var packet = Scattered();
        var ptr = Make.Packet(packet);
        var direct = ptr.GetSlice(0, default, 8);
        var copied = ptr.GetWritableSlice(16, new byte[8], 8);
        Assert.Equal(0 + 16, direct[0] + copied[0]);

        _ = call switch
        {
            "head" => packet.AdjustHead(argument),
            "tail" => packet.AdjustTail(argument),
            "meta" => packet.AdjustMetadata(argument),
            _ => packet.PullData((uint)argument),
        };

        Refused.Access(ref direct, "gone", static (ref it) => _ = it[0]);
        Refused.Access(ref copied, "gone", static (ref it) => _ = it[0]);
    }

    /// <summary>64 counting bytes: 20 linear, then fragments of 6, 0, 1 and 37.</summary>
    private static XdpBuff Scattered() =>
        new(Bytes.AsSpan(0, 20), Bytes.AsMemory(20, 6), Bytes.AsMemory(26, 0), Bytes.AsMemory(26, 1), Bytes.AsMemory(27));
}
