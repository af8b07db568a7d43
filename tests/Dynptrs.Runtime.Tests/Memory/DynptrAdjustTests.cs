namespace Dynptrs.Tests.Memory;

public class DynptrAdjustTests
{
    [Theory]
    [InlineData(5, 1, -Errno.EINVAL)]
    [InlineData(66, 65, -Errno.EINVAL)]
    [InlineData(65, 65, -Errno.ERANGE)]
    [InlineData(0, 65, -Errno.ERANGE)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, -Errno.ERANGE)]
    [InlineData(20, 64, 0)]
    [InlineData(64, 64, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 64, 0)]
    public void Results_follow_the_kernels_order(ulong start, ulong end, int expected)
    {
        foreach (var kind in new[] { "local", "ringbuf", "skb", "xdp", "skb_meta" })
        {
            var ptr = Make.OfKind(kind, 64);

            Assert.Equal(expected, ptr.Adjust(start, end));
            Assert.Equal(expected == 0 ? end - start : 64, ptr.Size);
        }
    }

    [Fact]
    public void A_null_dynptr_is_einval()
    {
        var ptr = Make.NullLocal();

        Assert.Equal(-Errno.EINVAL, ptr.Adjust(0, 0));
    }

    [Fact]
    public void Views_only_shrink()
    {
        var ptr = Make.Local(TestBytes.Counting(64));

        Assert.Equal(0, ptr.Adjust(10, 64));
        Assert.Equal(0, ptr.Adjust(10, 15));

        Assert.Equal(5u, ptr.Size);
        Assert.Equal(0, ptr.Read(out byte first));
        Assert.Equal(20, first);
        Assert.Equal(-Errno.ERANGE, ptr.Adjust(0, 6));
    }

    [Fact]
    public void A_view_of_no_bytes_is_not_null()
    {
        var ptr = Make.Local(new byte[64]);
        Assert.Equal(0, ptr.Adjust(64, 64));

        Assert.False(ptr.IsNull);
        Assert.Equal(-Errno.E2BIG, ptr.Read(new byte[1]));
        Assert.Equal(-Errno.E2BIG, ptr.Write(0, new byte[1]));
        Assert.Equal(0, ptr.Read([]));
        Assert.Equal(0, ptr.Write(0, []));
    }
}
