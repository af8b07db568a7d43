using System;
using System.Collections.Generic;
using System.Threading;

namespace Dynptrs.Tests.RingBuffer;

public class RingBufReaderTests
{
    private readonly RingBuf _ring = new(4096);
    private readonly RingBufReader _reader;

    public RingBufReaderTests() => _reader = new RingBufReader(_ring);

    [Fact]
    public void An_empty_ring_has_nothing()
    {
        Assert.False(_reader.TryRead(new byte[8], out var length));
        Assert.Equal(0, length);
        Assert.Equal(0, _reader.Consume(static _ => Assert.Fail("There is no record.")));
    }

    [Fact]
    public void Records_come_in_the_order_of_reservation_not_of_submission()
    {
        var first = Reserve(1);
        var second = Reserve(2);
        var third = Reserve(3);

        third.Submit();
        second.Submit();
        Assert.Equal([], ReadAll());
        first.Submit();

        Assert.Equal([1, 2, 3], ReadAll());
    }

    [Fact]
    public void A_busy_record_stops_the_reader_and_a_discarded_one_is_skipped()
    {
        var first = Reserve(1);
        var second = Reserve(2);
        var third = Reserve(3);
        var fourth = Reserve(4);

        first.Submit();
        second.Discard();
        fourth.Submit();
        Assert.Equal([1], ReadAll());
        third.Submit();
        Assert.Equal([3, 4], ReadAll());
    }

    [Fact]
    public void Discarded_records_give_their_room_back()
    {
        for (var i = 0; i < 1000; i++)
        {
            var ptr = Reserve(i);
            ptr.Discard();
            Assert.Equal([], ReadAll());
        }
    }

    [Fact]
    public void A_record_of_no_bytes_is_a_record()
    {
        Assert.Equal(0, _ring.Reserve(0, out var ptr));
        ptr.Submit();

        Assert.True(_reader.TryRead([], out var length));
        Assert.Equal(0, length);
        Assert.False(_reader.TryRead([], out _));
    }

    [Fact]
    public void A_record_that_does_not_fit_stays()
    {
        var ptr = Reserve(7);
        ptr.Submit();

        Assert.Throws<ArgumentException>(() => _reader.TryRead(new byte[3], out _));

        Assert.Equal([7], ReadAll());
    }

    [Fact]
    public void A_record_whose_handler_throws_stays()
    {
        var ptr = Reserve(7);
        ptr.Submit();

        Assert.Throws<TimeoutException>(() => _reader.Consume(static _ => throw new TimeoutException()));

        Assert.Equal([7], ReadAll());
    }

    [Fact]
    public void A_handler_cannot_read_from_its_own_ring()
    {
        var ptr = Reserve(7);
        ptr.Submit();

        Assert.Throws<InvalidOperationException>(() => _reader.Consume(_ => new RingBufReader(_ring).TryRead(new byte[8], out var _)));
    }

    [Fact]
    public void A_record_is_reserved_while_the_reader_handles_another()
    {
        var ptr = Reserve(1);
        ptr.Submit();
        var seen = new List<int>();

        _reader.Consume(record =>
        {
            seen.Add(BitConverter.ToInt32(record));
            if (seen.Count < 3)
            {
                var next = Reserve(seen.Count + 1);
                next.Submit();
            }
        });

        Assert.Equal([1, 2, 3], seen);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(BpfConstants.BPF_RB_NO_WAKEUP, false)]
    [InlineData(BpfConstants.BPF_RB_FORCE_WAKEUP, true)]
    [InlineData(BpfConstants.BPF_RB_NO_WAKEUP | BpfConstants.BPF_RB_FORCE_WAKEUP, true)]
    [InlineData(1UL << 40, true)]
    public void A_reader_that_has_caught_up_is_woken_as_the_flags_say(ulong flags, bool expected)
    {
        var ptr = Reserve(1);
        Assert.False(_reader.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken));
        ptr.Submit(flags);

        Assert.Equal(expected, _reader.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken));
        Assert.False(_reader.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(BpfConstants.BPF_RB_FORCE_WAKEUP, true)]
    public void A_reader_that_is_behind_is_woken_only_by_force(ulong flags, bool expected)
    {
        var first = Reserve(1);
        var second = Reserve(2);
        first.Submit(BpfConstants.BPF_RB_NO_WAKEUP);
        second.Submit(flags);

        Assert.Equal(expected, _reader.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Discarding_wakes_too()
    {
        var ptr = Reserve(1);
        ptr.Discard();

        Assert.True(_reader.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_wait_can_be_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() => _reader.Wait(Timeout.InfiniteTimeSpan, new CancellationToken(canceled: true)));

    private Dynptr Reserve(int value)
    {
        Assert.Equal(0, _ring.Reserve(sizeof(int), out var ptr));
        Assert.Equal(0, ptr.Write(0, value));
        return ptr;
    }

    private List<int> ReadAll()
    {
        var values = new List<int>();
        _reader.Consume(record => values.Add(BitConverter.ToInt32(record)));
        return values;
    }
}
