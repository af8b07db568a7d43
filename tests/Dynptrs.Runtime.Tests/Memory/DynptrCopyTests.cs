using System;

namespace Dynptrs.Tests.Memory;

public class DynptrCopyTests
{
    [Theory]
    [InlineData("local", "local")]
    [InlineData("ringbuf", "local")]
    [InlineData("local", "ringbuf")]
    [InlineData("skb", "ringbuf")]
    [InlineData("ringbuf", "skb")]
    [InlineData("skb", "skb")]
    [InlineData("scattered", "local")]
    [InlineData("local", "scattered")]
    [InlineData("scattered", "scattered")]
    public void Bytes_come_over_whatever_lies_behind_either_dynptr(string from, string to)
    {
        var source = OfKind(from, 600);
        var destination = OfKind(to, 700);
        var bytes = TestBytes.Counting(600);

        // A packet in pieces has them already: a write would make it one piece.
        if (from != "scattered")
            Assert.Equal(0, source.Write(0, bytes));

        Assert.Equal(0, destination.Copy(100, source, 10, 590));

        var read = new byte[590];
        Assert.Equal(0, destination.Read(read, 100));
        Assert.Equal(bytes[10..], read);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    [InlineData("xdp")]
    public void Ranges_in_one_piece_may_overlap(string kind)
    {
        var ptr = OfKind(kind, 300);
        var bytes = TestBytes.Counting(290);
        Assert.Equal(0, ptr.Write(0, bytes));

        Assert.Equal(0, ptr.Copy(5, ptr, 0, 290));

        var read = new byte[290];
        Assert.Equal(0, ptr.Read(read, 5));
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData("local", "local")]
    [InlineData("local", "scattered")]
    [InlineData("scattered", "local")]
    [InlineData("scattered", "scattered")]
    public void A_range_outside_of_either_view_is_e2big(string from, string to)
    {
        var source = OfKind(from, 32);
        var destination = OfKind(to, 32);

        Assert.Equal(0, destination.Copy(0, source, 0, 32));
        Assert.Equal(-Errno.E2BIG, destination.Copy(1, source, 0, 32));
        Assert.Equal(-Errno.E2BIG, destination.Copy(0, source, 1, 32));
        Assert.Equal(-Errno.E2BIG, destination.Copy(0, source, 0, ulong.MaxValue));
        Assert.Equal(-Errno.E2BIG, destination.Copy(ulong.MaxValue, source, 0, 2));
    }

    [Fact]
    public void One_null_dynptr_is_einval_and_two_have_no_bytes()
    {
        var live = OfKind("local", 8);
        var none = Make.NullLocal();

        Assert.Equal(-Errno.EINVAL, live.Copy(0, none, 0, 8));
        Assert.Equal(-Errno.EINVAL, none.Copy(0, live, 0, 8));
        Assert.Equal(-Errno.E2BIG, none.Copy(0, none, 0, 8));
        Assert.Equal(-Errno.E2BIG, none.Copy(1, none, 0, 0));
        Assert.Equal(0, none.Copy(0, none, 0, 0));
    }

    [Fact]
    public void A_read_only_destination_is_einval_and_stays_as_it_was()
    {
        var packet = new SkBuff(BpfProgramType.CgroupSkb, new byte[30]);
        var destination = Make.Packet(packet);
        var source = Make.Local(TestBytes.Counting(8));

        Assert.Equal(-Errno.EINVAL, destination.Copy(0, source, 0, 8));
        Assert.Equal(new byte[16], packet.ToArray());
    }

    [Fact]
    public void Slices_of_a_packet_outlive_a_copy_into_it_and_not_a_write()
    {
        var packet = OfKind("skb", 32);
        var slice = packet.GetWritableSlice(0, [], 4);

        Assert.Equal(0, packet.Copy(0, Make.Local([1, 2, 3, 4]), 0, 4));
        Assert.Equal([1, 2, 3, 4], slice.Span.ToArray());

        Assert.Equal(0, packet.Write(0, [1]));
        Refused.Access(ref slice, "memory that is gone", static (ref Slice s) => _ = s.Span);
    }

    internal static Dynptr OfKind(string kind, int size) => kind == "scattered" ? Scattered(size) : Make.OfKind(kind, size);

    /// <summary>A packet whose bytes, which count up from 0, lie in a linear part and two fragments.</summary>
    private static Dynptr Scattered(int size)
    {
        var bytes = TestBytes.Counting(size);
        var middle = (size + 14) / 2;
        return Make.Packet(new SkBuff(BpfProgramType.SchedCls, bytes.AsSpan(0, 14), bytes.AsMemory(14..middle), bytes.AsMemory(middle..)));
    }
}
