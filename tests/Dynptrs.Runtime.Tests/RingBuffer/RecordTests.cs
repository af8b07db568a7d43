using System;
using System.Runtime.CompilerServices;

namespace Dynptrs.Tests.RingBuffer;

/// <summary>Records that a slice holds, not a dynptr.</summary>
public class RecordTests
{
    private struct Sample
    {
        public int Number;
        public long Value;
    }

    [Fact]
    public void A_submitted_record_is_read_and_a_discarded_one_is_not()
    {
        var ring = new RingBuf(RingBuf.PageSize);
        var first = ring.ReserveRecord(3);
        var second = ring.ReserveRecord<Sample>();
        var third = ring.ReserveRecord(2);
        first.Span.Fill(1);
        second.Value = new Sample { Number = 2, Value = 3 };
        third.Span.Fill(4);

        RingBuf.DiscardRecord(first);
        RingBuf.SubmitRecord(second);
        RingBuf.SubmitRecord(third);

        var record = new byte[64];
        var reader = new RingBufReader(ring);
        Assert.True(reader.TryRead(record, out var length));
        Assert.Equal(Unsafe.SizeOf<Sample>(), length);
        Assert.Equal(new Sample { Number = 2, Value = 3 }, Unsafe.As<byte, Sample>(ref record[0]));
        Assert.True(reader.TryRead(record, out length));
        Assert.Equal([4, 4], record[..length]);
        Assert.False(reader.TryRead(record, out _));
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(1073741824, 0)]
    [InlineData(ulong.MaxValue, 0)]
    [InlineData(4096, 0)]
    public void What_the_kernel_refuses_is_null(ulong size, ulong flags) =>
        Assert.True(new RingBuf(4096).ReserveRecord(size, flags).IsNull);

    [Fact]
    public void Without_room_a_record_is_null_and_counted()
    {
        var ring = new RingBuf(4096);
        Assert.False(ring.ReserveRecord(4000).IsNull);
        Assert.Equal(0, ring.DropCount);

        Assert.True(ring.ReserveRecord(100).IsNull);
        Assert.True(ring.ReserveRecord<Sample>(1).IsNull);
        Assert.Equal(-Errno.EAGAIN, ring.Output(new byte[100]));
        Assert.Equal(-Errno.EINVAL, ring.Reserve(100, out var none));
        none.Discard();

        // A call with wrong flags asked for nothing.
        Assert.Equal(3, ring.DropCount);
    }

    [Fact]
    public void A_record_is_released_once()
    {
        var record = new RingBuf(4096).ReserveRecord(8);
        var copy = record;
        RingBuf.SubmitRecord(record);

        Refused.Access(ref copy, "gone", static (ref it) => RingBuf.DiscardRecord(it));
        Refused.Access(ref copy, "gone", static (ref it) => _ = it[0]);
    }

    [Fact]
    public void What_is_no_record_is_refused()
    {
        Slice none = default;
        Refused.Access(ref none, "null", static (ref it) => RingBuf.SubmitRecord(it));
        var local = Make.Local(new byte[8]).Data(0, 8);
        Refused.Access(ref local, "no record", static (ref it) => RingBuf.SubmitRecord(it));
        var packet = Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[30])).GetWritableSlice(0, [], 8);
        Refused.Access(ref packet, "no record", static (ref it) => RingBuf.SubmitRecord(it));
        var ptr = Make.Record(8);
        var data = ptr.Data(0, 8);
        Refused.Access(ref data, "no record", static (ref it) => RingBuf.SubmitRecord(it));
        ptr.Discard();
    }

    [Fact]
    public void A_record_may_outlive_its_ring_buffer()
    {
        var record = Reserve();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        record.Span.Fill(1);
        RingBuf.SubmitRecord(record);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static Slice Reserve() => new RingBuf(4096).ReserveRecord(8);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, -Errno.EINVAL)]
    [InlineData(ulong.MaxValue, -Errno.EINVAL)]
    public void Output_takes_the_flags_of_a_wake_up(ulong flags, int expected)
    {
        var ring = new RingBuf(4096);

        Assert.Equal(expected, ring.Output("hello"u8, flags));

        var record = new byte[8];
        Assert.Equal(expected == 0, new RingBufReader(ring).TryRead(record, out var length));
        Assert.Equal(expected == 0 ? "hello"u8.ToArray() : [], record[..length]);
    }

    [Fact]
    public void Output_of_more_than_the_ring_is_eagain() => Assert.Equal(-Errno.EAGAIN, new RingBuf(4096).Output(new byte[4096]));

    [Fact]
    public void A_query_answers_with_positions_that_never_shrink()
    {
        var ring = new RingBuf(4096);
        var record = new byte[3000];
        var reader = new RingBufReader(ring);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(0, ring.Output(record));
            Assert.True(reader.TryRead(record, out _));
        }

        Assert.Equal(0, ring.Output([1]));
        Assert.Equal(16u, ring.Query(BpfConstants.BPF_RB_AVAIL_DATA));
        Assert.Equal(4096u, ring.Query(BpfConstants.BPF_RB_RING_SIZE));
        Assert.Equal(9024u, ring.Query(BpfConstants.BPF_RB_CONS_POS));
        Assert.Equal(9040u, ring.Query(BpfConstants.BPF_RB_PROD_POS));
        Assert.Equal(0u, ring.Query(BpfConstants.BPF_RB_OVERWRITE_POS));
        Assert.Equal(0u, ring.Query(5));
    }
}
