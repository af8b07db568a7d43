namespace Dynptrs.Tests.Memory;

/// <summary>The slice functions over contiguous memory; packets have tests of their own.</summary>
public class DynptrSliceTests
{
    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    [InlineData("xdp")]
    [InlineData("skb_meta")]
    public void A_null_dynptr_gives_null(string kind)
    {
        var ptr = Make.NullOfKind(kind);

        Assert.True(ptr.GetSlice(0, default, 1).IsNull);
        Assert.True(ptr.GetSlice(0, new byte[1], 1).IsNull);
        Assert.True(ptr.GetSlice<byte>(0).IsNull);
        Assert.True(ptr.GetWritableSlice(0, new byte[1], 1).IsNull);
        Assert.True(ptr.GetWritableSlice<byte>(0).IsNull);
    }

    [Theory]
    [InlineData(0, 17, true)]
    [InlineData(1, 16, true)]
    [InlineData(17, 0, true)]
    [InlineData(ulong.MaxValue, 2, true)]
    [InlineData(0, 16, false)]
    [InlineData(15, 1, false)]
    [InlineData(16, 0, false)]
    public void A_range_that_leaves_the_view_gives_null(ulong offset, ulong length, bool isNull)
    {
        foreach (var kind in new[] { "local", "ringbuf", "skb", "xdp", "skb_meta" })
        {
            var ptr = Make.OfKind(kind, 16);
            var buffer = new byte[32];

            Assert.Equal(isNull, ptr.GetSlice(offset, default, length).IsNull);
            Assert.Equal(isNull, ptr.GetSlice(offset, buffer, length).IsNull);
            Assert.Equal(isNull, ptr.GetWritableSlice(offset, default, length).IsNull);
            Assert.Equal(isNull, ptr.GetWritableSlice(offset, buffer, length).IsNull);
        }
    }

    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    [InlineData("xdp")]
    [InlineData("skb_meta")]
    public void It_points_into_the_memory_and_leaves_the_buffer_alone(string kind)
    {
        var ptr = Make.OfKind(kind, 16);
        byte[] buffer = [7, 7, 7, 7];

        ptr.GetWritableSlice(8, buffer, 4)[3] = 5;
        var read = ptr.GetSlice<int>(8, buffer);

        Assert.Equal(0x05000000, read.Value);
        Assert.Equal([7, 7, 7, 7], buffer);
    }

    [Fact]
    public void A_read_only_dynptr_gives_no_writable_slice()
    {
        var ptr = Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, new byte[64]));

        Assert.True(ptr.GetWritableSlice(0, new byte[1], 1).IsNull);
        Assert.True(ptr.GetWritableSlice<byte>(0).IsNull);
        Assert.False(ptr.GetSlice(0, default, 1).IsNull);
    }

    [Fact]
    public void A_buffer_that_is_too_short_is_refused()
    {
        var ptr = Make.Local(new byte[16]);

        Refused.Access(ref ptr, "The buffer has 3 bytes", static (ref it) => it.GetSlice(0, new byte[3], 4));
        Refused.Access(ref ptr, "The buffer has 3 bytes", static (ref it) => it.GetWritableSlice<int>(0, new byte[3]));
        Assert.False(ptr.GetSlice(0, new byte[4], 4).IsNull);
    }
}
