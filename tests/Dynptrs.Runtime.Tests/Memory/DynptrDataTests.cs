namespace Dynptrs.Tests.Memory;

public class DynptrDataTests
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

        Assert.True(ptr.Data(0, 0).IsNull);
        Assert.True(ptr.Data<byte>().IsNull);
    }

    [Theory]
    [InlineData(0, 17, true)]
    [InlineData(1, 16, true)]
    [InlineData(17, 0, true)]
    [InlineData(ulong.MaxValue, 2, true)]
    [InlineData(2, ulong.MaxValue, true)]
    [InlineData(0, 16, false)]
    [InlineData(15, 1, false)]
    [InlineData(16, 0, false)]
    public void A_range_that_leaves_the_view_gives_null(ulong offset, ulong length, bool isNull)
    {
        foreach (var kind in new[] { "local", "ringbuf" })
        {
            var ptr = Make.OfKind(kind, 16);
            var slice = ptr.Data(offset, length);

            Assert.Equal(isNull, slice.IsNull);
            Assert.Equal(!isNull, slice);
            Assert.Equal(isNull ? 0 : (int)length, slice.Length);
        }
    }

    [Theory]
    [InlineData(BpfProgramType.SchedCls)]
    [InlineData(BpfProgramType.CgroupSkb)]
    public void A_packet_gives_null(BpfProgramType type)
    {
        var ptr = Make.Packet(new SkBuff(type, new byte[64]));

        Assert.True(ptr.Data(0, 1).IsNull);
        Assert.True(ptr.Data<byte>().IsNull);
    }

    [Fact]
    public void It_points_into_the_memory()
    {
        var memory = new byte[16];
        var ptr = Make.Local(memory);
        Assert.Equal(0, ptr.Adjust(4, 16));

        ptr.Data<int>(4).Value = 0x04030201;
        ptr.Data(0, 2)[1] = 9;

        Assert.Equal([0, 0, 0, 0, 0, 9, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0], memory);
    }

    [Fact]
    public void A_slice_outlives_the_adjusting_of_its_dynptr()
    {
        var ptr = Make.Local(new byte[16]);
        var slice = ptr.Data(0, 16);

        Assert.Equal(0, ptr.Adjust(16, 16));

        slice[15] = 1;
        Assert.Equal(1, slice.Span[15]);
    }
}
