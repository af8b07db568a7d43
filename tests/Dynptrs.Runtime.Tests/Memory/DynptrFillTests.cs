using System;

namespace Dynptrs.Tests.Memory;

public class DynptrFillTests
{
    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    [InlineData("xdp")]
    [InlineData("scattered")]
    public void The_bytes_of_the_range_are_set_and_no_others(string kind)
    {
        var ptr = DynptrCopyTests.OfKind(kind, 600);

        Assert.Equal(0, ptr.Fill(3, 595, 0xab));

        var expected = new byte[595];
        expected.AsSpan().Fill(0xab);
        var read = new byte[595];
        Assert.Equal(0, ptr.Read(read, 3));
        Assert.Equal(expected, read);
        Assert.NotEqual(0xab, At(ptr, 2));
        Assert.NotEqual(0xab, At(ptr, 598));
    }

    [Theory]
    [InlineData("local")]
    [InlineData("skb")]
    [InlineData("xdp")]
    [InlineData("scattered")]
    public void A_range_outside_of_the_view_is_e2big(string kind)
    {
        var ptr = DynptrCopyTests.OfKind(kind, 32);

        Assert.Equal(0, ptr.Fill(32, 0, 1));
        Assert.Equal(-Errno.E2BIG, ptr.Fill(33, 0, 1));
        Assert.Equal(-Errno.E2BIG, ptr.Fill(1, 32, 1));
        Assert.Equal(-Errno.E2BIG, ptr.Fill(0, ulong.MaxValue, 1));
    }

    [Fact]
    public void A_read_only_dynptr_is_einval_before_its_bounds_are_looked_at()
    {
        var ptr = Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, new byte[30]));

        Assert.Equal(-Errno.EINVAL, ptr.Fill(0, 8, 1));
        Assert.Equal(-Errno.EINVAL, ptr.Fill(100, 8, 1));
    }

    [Fact]
    public void A_null_dynptr_has_no_bytes()
    {
        var ptr = Make.NullLocal();

        Assert.Equal(0, ptr.Fill(0, 0, 1));
        Assert.Equal(-Errno.E2BIG, ptr.Fill(0, 1, 1));
        Assert.Equal(-Errno.E2BIG, ptr.Fill(1, 0, 1));
    }

    private static byte At(scoped in Dynptr ptr, ulong offset)
    {
        Assert.Equal(0, ptr.Read(out byte value, offset));
        return value;
    }
}
