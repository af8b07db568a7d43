using System;
using System.Collections.Generic;

namespace Dynptrs.Tests.Memory;

/// <summary>What is released is refused by whatever route it is reached.</summary>
public class UseAfterReleaseTests
{
    private static readonly Dictionary<string, Use<Dynptr>> Uses = new()
    {
        ["Read"] = static (ref it) => it.Read(new byte[1]),
        ["Read nothing"] = static (ref it) => it.Read([]),
        ["Read typed"] = static (ref it) => it.Read(out int _),
        ["Read with flags"] = static (ref it) => it.Read([], 0, 1),
        ["Write"] = static (ref it) => it.Write(0, new byte[1]),
        ["Write typed"] = static (ref it) => it.Write(0, 1),
        ["Data"] = static (ref it) => it.Data(0, 1),
        ["Data typed"] = static (ref it) => it.Data<int>(),
        ["GetSlice"] = static (ref it) => it.GetSlice(0, default, 1),
        ["GetSlice typed"] = static (ref it) => it.GetSlice<int>(0),
        ["GetWritableSlice"] = static (ref it) => it.GetWritableSlice(0, default, 1),
        ["GetWritableSlice typed"] = static (ref it) => it.GetWritableSlice<int>(0),
        ["Adjust"] = static (ref it) => it.Adjust(0, 0),
        ["Clone"] = static (ref it) => it.Clone(out _),
        ["Size"] = static (ref it) => _ = it.Size,
        ["IsNull"] = static (ref it) => _ = it.IsNull,
        ["IsReadOnly"] = static (ref it) => _ = it.IsReadOnly,
        ["Submit"] = static (ref it) => it.Submit(),
        ["Discard"] = static (ref it) => it.Discard(),
    };

    public static TheoryData<string> UseNames => [.. Uses.Keys];

    [Theory]
    [MemberData(nameof(UseNames))]
    public void Through_the_dynptr(string use)
    {
        var ptr = Make.Record(64);
        ptr.Submit();

        Refused.Access(ref ptr, "released", Uses[use]);
    }

    [Theory]
    [MemberData(nameof(UseNames))]
    public void Through_a_clone_and_through_the_original_of_a_clone(string use)
    {
        var ptr = Make.Record(64);
        Assert.Equal(0, ptr.Clone(out var clone));
        ptr.Discard();
        Refused.Access(ref clone, "gone", Uses[use]);

        ptr = Make.Record(64);
        Assert.Equal(0, ptr.Clone(out clone));
        clone.Submit();
        Refused.Access(ref ptr, "gone", Uses[use]);
    }

    [Theory]
    [MemberData(nameof(UseNames))]
    public void Through_an_old_copy(string use)
    {
        var ptr = Make.Record(64);
        var copy = ptr;
        ptr.Submit();

        Refused.Access(ref copy, "gone", Uses[use]);
    }

    [Theory]
    [MemberData(nameof(UseNames))]
    public void Through_an_old_copy_when_the_memory_holds_another_record(string use)
    {
        var ring = new RingBuf(4096);
        Assert.Equal(0, ring.Reserve(4000, out var ptr));
        var copy = ptr;
        ptr.Discard();
        Assert.Equal(0, new RingBufReader(ring).Consume(static _ => { }));
        Assert.Equal(0, ring.Reserve(80, out var filler));
        filler.Discard();
        Assert.Equal(0, new RingBufReader(ring).Consume(static _ => { }));
        Assert.Equal(0, ring.Reserve(4000, out var reused));

        Assert.Equal(0, reused.Write(0, 5));
        Refused.Access(ref copy, "gone", Uses[use]);
        Assert.Equal(0, reused.Read(out int value));
        Assert.Equal(5, value);
        reused.Discard();
    }

    [Theory]
    [MemberData(nameof(UseNames))]
    public void Through_a_dynptr_that_was_never_made(string use)
    {
        Dynptr ptr = default;

        Refused.Access(ref ptr, "never initialised", Uses[use]);
    }

    [Theory]
    [MemberData(nameof(UseNames))]
    public void Through_a_failed_reservation_that_was_released(string use)
    {
        var ptr = Make.NullRecord();
        ptr.Submit();

        Refused.Access(ref ptr, "released", Uses[use]);
    }

    [Fact]
    public void Through_any_slice()
    {
        var ptr = Make.Record(64);
        Assert.Equal(0, ptr.Clone(out var clone));
        var data = ptr.Data(0, 8);
        var copy = data;
        var typed = ptr.Data<long>();
        var read = ptr.GetSlice(0, default, 8);
        var typedRead = ptr.GetSlice<long>(0);
        var ofClone = clone.GetWritableSlice(0, default, 8);
        typed.Value = 1;
        Assert.Equal(1, data[0] + (int)typedRead.Value - 1);

        clone.Submit();

        Refused.Access(ref data, "gone", static (ref it) => it[0] = 1);
        Refused.Access(ref data, "gone", static (ref it) => it[0UL] = 1);
        Refused.Access(ref data, "gone", static (ref it) => _ = it.Span);
        Refused.Access(ref copy, "gone", static (ref it) => _ = it.Span);
        Refused.Access(ref typed, "gone", static (ref it) => it.Value = 1);
        Refused.Access(ref typed, "gone", static (ref it) => _ = it.Span);
        Refused.Access(ref typed, "gone", static (ref it) => _ = it.Bytes);
        Refused.Access(ref read, "gone", static (ref it) => _ = it[0]);
        Refused.Access(ref read, "gone", static (ref it) => _ = it.Span);
        Refused.Access(ref typedRead, "gone", static (ref it) => _ = it.Value);
        Refused.Access(ref typedRead, "gone", static (ref it) => _ = it.Bytes);
        Refused.Access(ref ofClone, "gone", static (ref it) => _ = it.Span);
        Assert.True(data);
    }

    [Fact]
    public void A_span_taken_earlier_points_to_memory_that_still_exists()
    {
        var ptr = Make.Record(64);
        var span = ptr.Data(0, 64).Span;
        ptr.Discard();
        ptr = default;

        GC.Collect();

        span.Fill(1);
        Assert.Equal(1, span[63]);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("skb")]
    [InlineData("xdp")]
    [InlineData("skb_meta")]
    public void Only_a_record_can_be_released(string kind)
    {
        var ptr = Make.OfKind(kind, 16);
        Refused.Access(ref ptr, "Expected a dynptr of type ringbuf, but this one has type " + kind, static (ref it) => it.Submit());
        Refused.Access(ref ptr, "Expected a dynptr of type ringbuf", static (ref it) => it.Discard());
        Assert.Equal(0, ptr.Read(new byte[16]));

        var none = Make.NullOfKind(kind);
        Refused.Access(ref none, "Expected a dynptr of type ringbuf", static (ref it) => it.Submit());
        Assert.True(none.IsNull);
    }
}
