using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Tests.RingBuffer;

/// <summary>The ways to read a ring buffer, and what stops a reader.</summary>
public class ReaderWaysTests
{
    [Fact]
    public void A_batch_gives_the_room_back_at_its_end()
    {
        var ring = new RingBuf(4096);
        for (var i = 0; i < 10; i++)
            Assert.Equal(0, ring.Output([(byte)i]));
        var seen = new List<(byte, ulong)>();

        var count = new RingBufReader(ring).ConsumeBatch(record => seen.Add((record[0], ring.Query(BpfConstants.BPF_RB_CONS_POS))));

        Assert.Equal(10, count);
        Assert.All(seen, (it, i) => Assert.Equal(((byte)i, 0ul), it));
        Assert.Equal(160u, ring.Query(BpfConstants.BPF_RB_CONS_POS));
    }

    [Fact]
    public void A_batch_keeps_the_record_whose_handler_throws_and_gives_back_those_before()
    {
        var ring = new RingBuf(4096);
        for (var i = 0; i < 4; i++)
            Assert.Equal(0, ring.Output([(byte)i]));
        var reader = new RingBufReader(ring);

        Assert.Throws<FormatException>(() => reader.ConsumeBatch(static record =>
        {
            if (record[0] == 2)
                throw new FormatException();
        }));

        var record = new byte[8];
        Assert.True(reader.TryRead(record, out _));
        Assert.Equal(2, record[0]);
    }

    [Fact]
    public void A_batch_skips_what_was_discarded()
    {
        var ring = new RingBuf(4096);
        Assert.Equal(0, ring.Reserve(8, out var ptr));
        ptr.Discard();
        Assert.Equal(0, ring.Output([1]));
        Assert.Equal(0, ring.Reserve(8, out ptr));
        ptr.Discard();

        Assert.Equal(1, new RingBufReader(ring).ConsumeBatch(static record => Assert.Equal(1, record[0])));
        Assert.Equal(0u, ring.Query(BpfConstants.BPF_RB_AVAIL_DATA));
    }

    [Fact]
    public async Task Poll_waits_for_a_record()
    {
        var ring = new RingBuf(4096);
        var reader = new RingBufReader(ring);
        var reading = Task.Factory.StartNew(
            () => reader.Poll(static _ => { }, TimeSpan.FromSeconds(30)),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.Equal(0, ring.Output([1]));

        Assert.Equal(1, await reading);
    }

    [Fact]
    public void Poll_gives_up_when_the_time_is_over_also_after_an_old_wake_up()
    {
        var ring = new RingBuf(4096);
        var reader = new RingBufReader(ring);
        Assert.Equal(0, reader.Poll(static _ => { }, TimeSpan.Zero, TestContext.Current.CancellationToken));
        Assert.Equal(0, ring.Output([1]));
        Assert.Equal(1, reader.Poll(static _ => { }, TimeSpan.Zero, TestContext.Current.CancellationToken));

        Assert.Equal(0, reader.Poll(static _ => { }, TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken));
        Assert.Throws<OperationCanceledException>(() =>
            reader.Poll(static _ => { }, Timeout.InfiniteTimeSpan, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Records_come_one_after_the_other_until_the_enumeration_is_cancelled()
    {
        var ring = new RingBuf(4096);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var seen = new List<byte>();
        Assert.Equal(0, ring.Output([0]));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in new RingBufReader(ring).ReadAllAsync(cancellation.Token))
            {
                seen.Add(record[0]);
                if (seen.Count < 5)
                    Assert.Equal(0, ring.Output([(byte)seen.Count]));
                else
                    await cancellation.CancelAsync();
            }
        });

        Assert.Equal([0, 1, 2, 3, 4], seen);
    }

    [Fact]
    public void A_producer_that_keeps_its_record_stops_the_reader_there()
    {
        var ring = new RingBuf(4096);
        Assert.Equal(0, ring.Output([1]));
        Assert.Equal(0, ring.Reserve(8, out var kept));
        Assert.Equal(0, ring.Output([3]));
        var reader = new RingBufReader(ring);

        Assert.Equal(1, reader.Consume(static _ => { }));
        Assert.Equal(0, reader.ConsumeBatch(static _ => { }));

        kept.Submit();
        Assert.Equal(2, reader.ConsumeBatch(static _ => { }));
    }

    [Theory]
    [InlineData(1u << 31)]
    [InlineData(5000u)]
    [InlineData(0x3fffffffu)]
    [InlineData(0x4fffffffu)]
    [InlineData(uint.MaxValue)]
    [InlineData(100u)]
    public void A_header_that_was_written_over_is_reported(uint word)
    {
        var ring = new RingBuf(4096);
        var record = ring.ReserveRecord(8);
        ref var header = ref Unsafe.As<byte, uint>(ref Unsafe.Subtract(ref record[0], 8));
        RingBuf.SubmitRecord(record);
        header = word;
        var reader = new RingBufReader(ring);

        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => reader.TryRead(new byte[16], out _)).Message);
        Assert.Throws<InvalidDataException>(() => reader.Consume(static _ => { }));
        Assert.Throws<InvalidDataException>(() => reader.ConsumeBatch(static _ => { }));
    }
}
