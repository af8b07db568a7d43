using System;

namespace Dynptrs.Tests.Memory;

public class DynptrWriteTests
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

        Assert.Equal(-Errno.EINVAL, ptr.Write(0, [1]));
        Assert.Equal(-Errno.EINVAL, ptr.Write(ulong.MaxValue, [1], flags: 4));
        Assert.Equal(-Errno.EINVAL, ptr.Write(0, []));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(100, 0, 0)]
    [InlineData(1, 100, 0)]
    [InlineData(1, 0, 8)]
    public void A_read_only_dynptr_is_einval_before_its_bounds_are_looked_at(int length, ulong offset, ulong flags)
    {
        var packet = new SkBuff(BpfProgramType.CgroupSkb, new byte[20]);
        var ptr = Make.Packet(packet);
        var source = new byte[length];
        source.AsSpan().Fill(1);

        Assert.Equal(-Errno.EINVAL, ptr.Write(offset, source, flags));
        Assert.Equal(new byte[6], packet.ToArray());
    }

    [Theory]
    [InlineData("local", 17, 0, 1, -Errno.E2BIG)]
    [InlineData("local", 16, 1, 0, -Errno.E2BIG)]
    [InlineData("local", 0, 17, 0, -Errno.E2BIG)]
    [InlineData("local", 8, ulong.MaxValue - 3, 0, -Errno.E2BIG)]
    [InlineData("local", 16, 0, 1, -Errno.EINVAL)]
    [InlineData("local", 0, 16, 1, -Errno.EINVAL)]
    [InlineData("local", 0, 16, 0, 0)]
    [InlineData("local", 16, 0, 0, 0)]
    [InlineData("ringbuf", 17, 0, 1, -Errno.E2BIG)]
    [InlineData("ringbuf", 16, 0, 2, -Errno.EINVAL)]
    [InlineData("ringbuf", 16, 0, 0, 0)]
    [InlineData("skb", 17, 0, 4, -Errno.E2BIG)]
    [InlineData("skb", 16, 0, 4, -Errno.EINVAL)]
    [InlineData("skb", 16, 0, 7, -Errno.EINVAL)]
    [InlineData("skb", 16, 0, 3, 0)]
    [InlineData("skb", 16, 0, 0, 0)]
    [InlineData("skb", 0, 16, 0, 0)]
    public void Results_follow_the_kernels_order(string kind, int length, ulong offset, ulong flags, int expected)
    {
        var ptr = Make.OfKind(kind, 16);
        var source = new byte[length];
        source.AsSpan().Fill(0xff);

        Assert.Equal(expected, ptr.Write(offset, source, flags));

        var memory = new byte[16];
        Assert.Equal(0, ptr.Read(memory));
        var wanted = new byte[16];
        if (expected == 0)
            source.CopyTo(wanted, (int)offset);
        Assert.Equal(wanted, memory);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    public void The_source_may_overlap_the_memory(int from, int to)
    {
        var memory = TestBytes.Counting(16);
        var expected = TestBytes.Counting(16);
        Array.Copy(expected, from, expected, to, 12);
        var ptr = Make.Local(memory);

        Assert.Equal(0, ptr.Write((ulong)to, ptr.Data((ulong)from, 12).Span));

        Assert.Equal(expected, memory);
    }

    [Fact]
    public void A_typed_write_stores_the_value_in_the_view()
    {
        var memory = new byte[8];
        var ptr = Make.Local(memory);
        Assert.Equal(0, ptr.Adjust(2, 6));

        Assert.Equal(0, ptr.Write(0, 0x04030201));
        Assert.Equal(-Errno.E2BIG, ptr.Write(1, 0x04030201));

        Assert.Equal([0, 0, 1, 2, 3, 4, 0, 0], memory);
    }
}
