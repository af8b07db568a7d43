namespace Dynptrs.Tests.Memory;

public class ViewTests
{
    [Fact]
    public void A_null_view_cannot_be_accessed()
    {
        Slice slice = default;
        Slice<int> typed = default;
        ReadOnlySlice read = default;
        ReadOnlySlice<int> typedRead = default;
        MapValue<int> value = default;

        Assert.False(slice || typed || read || typedRead || value);
        Refused.Access(ref slice, "is null", static (ref it) => _ = it.Span);
        Refused.Access(ref slice, "is null", static (ref it) => it[0] = 1);
        Refused.Access(ref slice, "is null", static (ref it) => it[0UL] = 1);
        Refused.Access(ref typed, "is null", static (ref it) => it.Value = 1);
        Refused.Access(ref typed, "is null", static (ref it) => _ = it.Span);
        Refused.Access(ref typed, "is null", static (ref it) => _ = it.Bytes);
        Refused.Access(ref read, "is null", static (ref it) => _ = it.Span);
        Refused.Access(ref read, "is null", static (ref it) => _ = it[0]);
        Refused.Access(ref typedRead, "is null", static (ref it) => _ = it.Value);
        Refused.Access(ref typedRead, "is null", static (ref it) => _ = it.Bytes);
        Refused.Access(ref value, "is null", static (ref it) => it.Value = 1);
        Refused.Access(ref value, "is null", static (ref it) => _ = it.Bytes);
    }

    [Fact]
    public void An_index_outside_of_the_slice_is_refused()
    {
        var ptr = Make.Local(TestBytes.Counting(8));
        var slice = ptr.Data(0, 4);
        var read = ptr.GetSlice(4, default, 4);

        Assert.Equal(3, slice[3]);
        Assert.Equal(7, read[3UL]);
        Refused.Access(ref slice, "outside", static (ref it) => it[4] = 1);
        Refused.Access(ref slice, "outside", static (ref it) => it[-1] = 1);
        Refused.Access(ref slice, "outside", static (ref it) => it[ulong.MaxValue] = 1);
        Refused.Access(ref read, "outside", static (ref it) => _ = it[4]);
        Refused.Access(ref read, "outside", static (ref it) => _ = it[-1]);
    }

    [Fact]
    public void All_members_reach_the_same_memory()
    {
        var ptr = Make.Local(TestBytes.Counting(8));
        var typed = ptr.Data<int>(4);
        var typedRead = ptr.GetSlice<int>(4);

        Assert.Equal(0x07060504, typed.Value);
        Assert.Equal([0x07060504], typed.Span.ToArray());
        Assert.Equal([4, 5, 6, 7], typed.Bytes.ToArray());
        Assert.Equal(0x07060504, typedRead.Value);
        Assert.Equal([0x07060504], typedRead.Span.ToArray());
        Assert.Equal([4, 5, 6, 7], typedRead.Bytes.ToArray());
        Assert.Equal([4, 5, 6, 7], ptr.Data(4, 4).Span.ToArray());
        Assert.Equal([4, 5, 6, 7], ptr.GetSlice(4, default, 4).Span.ToArray());
    }
}
