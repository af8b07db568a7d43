namespace Dynptrs.Tests.Memory;

public class DynptrPropertyTests
{
    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    [InlineData("xdp")]
    [InlineData("skb_meta")]
    public void A_null_dynptr_has_no_size_and_is_not_read_only(string kind)
    {
        var ptr = Make.NullOfKind(kind);

        Assert.True(ptr.IsNull);
        Assert.Equal(18446744073709551594, ptr.Size);
        Assert.False(ptr.IsReadOnly);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    [InlineData("xdp")]
    [InlineData("skb_meta")]
    public void A_live_dynptr_has_its_size(string kind)
    {
        var ptr = Make.OfKind(kind, 20);

        Assert.False(ptr.IsNull);
        Assert.Equal(20u, ptr.Size);
        Assert.False(ptr.IsReadOnly);
    }
}
