using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Tests.RingBuffer.Kernel;

/// <summary>Ring buffers of the running kernel, written by a program that runs there.</summary>
public class KernelRingBufTests
{
    private const uint RingBufMap = 27;
    private const uint UserRingBufMap = 31;

    [Fact]
    public void What_a_program_of_the_kernel_writes_is_read()
    {
        var map = BpfSystem.CreateMap(RingBufMap, 65536);
        var program = BpfSystem.LoadOutput(map, 4711);
        using var ring = KernelRingBuf.FromFileDescriptor(map);
        var reader = new RingBufReader(ring);
        Assert.Equal(65536, ring.Size);
        Assert.Equal(0, reader.Consume(static _ => { }));

        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal(0, BpfSystem.Run(program));
            var record = new byte[8];
            Assert.True(reader.TryRead(record, out var length));
            Assert.Equal((8, 4711), (length, BitConverter.ToInt64(record)));
        }

        BpfSystem.Close(program);
        BpfSystem.Close(map);
    }

    [Fact]
    public void A_full_ring_buffer_of_the_kernel_has_room_again_when_it_was_read()
    {
        var map = BpfSystem.CreateMap(RingBufMap, (uint)RingBuf.PageSize);
        var program = BpfSystem.LoadOutput(map, 1);
        using var ring = KernelRingBuf.FromFileDescriptor(map);
        var reader = new RingBufReader(ring);
        for (var round = 0; round < 3; round++)
        {
            var written = 0;
            while (BpfSystem.Run(program) == 0)
                written++;

            Assert.Equal((RingBuf.PageSize / 16) - 1, written);
            Assert.Equal(written, reader.ConsumeBatch(static record => Assert.Equal(1, record[0])));
        }

        BpfSystem.Close(program);
        BpfSystem.Close(map);
    }

    [Fact]
    public async Task Who_waits_is_woken_by_the_kernel()
    {
        var map = BpfSystem.CreateMap(RingBufMap, 4096);
        var program = BpfSystem.LoadOutput(map, 7);
        using var ring = KernelRingBuf.FromFileDescriptor(map);
        var reader = new RingBufReader(ring);
        Assert.Equal(0, reader.Poll(static _ => { }, TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken));
        var waiting = Task.Factory.StartNew(
            () => reader.Poll(static _ => { }, TimeSpan.FromSeconds(30)),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.Equal(0, BpfSystem.Run(program));

        Assert.Equal(1, await waiting);
        BpfSystem.Close(program);
        BpfSystem.Close(map);
    }

    [Fact]
    public async Task A_wait_for_the_kernel_is_cancelled()
    {
        var map = BpfSystem.CreateMap(RingBufMap, 4096);
        var program = BpfSystem.LoadOutput(map, 7);
        using var ring = KernelRingBuf.FromFileDescriptor(map);
        using var cancellation = new CancellationTokenSource();
        var seen = new List<byte[]>();
        Assert.Equal(0, BpfSystem.Run(program));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in new RingBufReader(ring).ReadAllAsync(cancellation.Token))
            {
                seen.Add(record);
                cancellation.CancelAfter(20);
            }
        });

        Assert.Equal([7, 0, 0, 0, 0, 0, 0, 0], Assert.Single(seen));
        BpfSystem.Close(program);
        BpfSystem.Close(map);
    }

    [Fact]
    public void The_producer_writes_to_the_kernel_until_nothing_fits()
    {
        var map = BpfSystem.CreateMap(UserRingBufMap, (uint)RingBuf.PageSize);
        using var ring = KernelUserRingBuf.FromFileDescriptor(map);
        var producer = new UserRingBufProducer(ring);
        var written = 0;
        while (producer.Reserve(8, out var sample) == 0)
        {
            sample.Span.Fill((byte)written++);
            sample.Submit();
        }

        Assert.Equal(RingBuf.PageSize / 16, written);
        Assert.Equal(-Errno.ENOSPC, producer.Reserve(8, TimeSpan.FromMilliseconds(5), out _, TestContext.Current.CancellationToken));
        Assert.Equal(-Errno.E2BIG, producer.Reserve((uint)RingBuf.PageSize, out _));
        BpfSystem.Close(map);
    }

    [Fact]
    public void A_map_of_another_type_is_refused()
    {
        var map = BpfSystem.CreateMap(RingBufMap, 4096);

        Assert.Contains("type 27", Assert.Throws<IOException>(() => KernelUserRingBuf.FromFileDescriptor(map)).Message);
        Assert.Throws<IOException>(() => KernelRingBuf.FromFileDescriptor(-1));
        Assert.Throws<IOException>(() => KernelRingBuf.FromPinnedPath("/nowhere"));
        BpfSystem.Close(map);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_waits_is_woken_when_it_is_closed(bool isCancellable)
    {
        var map = BpfSystem.CreateMap(RingBufMap, 4096);
        var ring = KernelRingBuf.FromFileDescriptor(map);
        var reader = new RingBufReader(ring);
        using var cancellation = new CancellationTokenSource();
        var token = isCancellable ? cancellation.Token : CancellationToken.None;
        Assert.False(reader.Wait(TimeSpan.Zero, token));

        var waiting = Task.Factory.StartNew(
            () => reader.Wait(Timeout.InfiniteTimeSpan, token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        ring.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        BpfSystem.Close(map);
    }

    [Fact]
    public void A_closed_ring_buffer_is_refused()
    {
        var map = BpfSystem.CreateMap(RingBufMap, 4096);
        var ring = KernelRingBuf.FromFileDescriptor(map);
        ring.Dispose();

        Assert.Throws<ObjectDisposedException>(() => new RingBufReader(ring).Consume(static _ => { }));
        BpfSystem.Close(map);
    }
}
