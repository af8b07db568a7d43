using System;

namespace Dynptrs.Tests.Memory;

public class DynptrReadTests
{
    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    [InlineData("xdp")]
    [InlineData("skb_meta")]
    public void A_null_dynptr_is_einval_whatever_else_is_wrong(string kind)
    {
        var ptr = Make.NullOfKind(kind);
        byte[] destination = [7];

        Assert.Equal(-Errno.EINVAL, ptr.Read(destination));
        Assert.Equal(-Errno.EINVAL, ptr.Read(destination, offset: ulong.MaxValue, flags: 1));
        Assert.Equal(-Errno.EINVAL, ptr.Read([]));
        Assert.Equal([7], destination);
    }

    [Theory]
    [InlineData(16, 0, 1, -Errno.EINVAL)]
    [InlineData(17, 0, 1, -Errno.EINVAL)]
    [InlineData(17, 0, 0, -Errno.E2BIG)]
    [InlineData(16, 1, 0, -Errno.E2BIG)]
    [InlineData(1, 16, 0, -Errno.E2BIG)]
    [InlineData(0, 17, 0, -Errno.E2BIG)]
    [InlineData(8, ulong.MaxValue - 3, 0, -Errno.E2BIG)]
    [InlineData(16, 0, 0, 0)]
    [InlineData(8, 8, 0, 0)]
    [InlineData(0, 16, 0, 0)]
    public void Results_follow_the_kernels_order(int length, ulong offset, ulong flags, int expected)
    {
        foreach (var kind in new[] { "local", "ringbuf", "skb", "xdp", "skb_meta" })
        {
            var ptr = Make.OfKind(kind, 16);
            var destination = new byte[length];
            destination.AsSpan().Fill(0xff);

            Assert.Equal(expected, ptr.Read(destination, offset, flags));
            Assert.All(destination, value => Assert.Equal(expected == 0 ? 0 : 0xff, value));
        }
    }

    [Fact]
    public void A_typed_read_copies_the_value_and_leaves_it_alone_when_it_fails()
    {
        var ptr = Make.Local(TestBytes.Counting(8));

        Assert.Equal(0, ptr.Read(out uint value, offset: 4));
        Assert.Equal(0x07060504u, value);
        Assert.Equal(-Errno.E2BIG, ptr.Read(out value, offset: 5));
        Assert.Equal(0x07060504u, value);
        Assert.Equal(-Errno.EINVAL, ptr.Read(out value, offset: 0, flags: 2));
        Assert.Equal(0x07060504u, value);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    [InlineData(0, 0)]
    public void The_destination_may_overlap_the_memory(int from, int to)
    {
        var memory = TestBytes.Counting(16);
        var expected = TestBytes.Counting(16);
        Array.Copy(expected, from, expected, to, 12);
        var ptr = Make.Local(memory);

        Assert.Equal(0, ptr.Read(memory.AsSpan(to, 12), (ulong)from));

        Assert.Equal(expected, memory);
    }

    [Fact]
    public void The_offset_counts_from_the_view()
    {
        var ptr = Make.Local(TestBytes.Counting(16));
        Assert.Equal(0, ptr.Adjust(4, 8));

        Assert.Equal(0, ptr.Read(out byte first));
        Assert.Equal(4, first);
        Assert.Equal(0, ptr.Read(out byte last, 3));
        Assert.Equal(7, last);
        Assert.Equal(-Errno.E2BIG, ptr.Read(out byte _, 4));
    }

    [Fact]
    public void A_read_only_dynptr_can_be_read()
    {
        var ptr = Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, TestBytes.Counting(20)));

        Assert.Equal(0, ptr.Read(out byte first));

        Assert.Equal(14, first);
    }
}
