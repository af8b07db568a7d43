using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Tests.RingBuffer;

/// <summary>Ring buffers that the host writes and programs drain.</summary>
public class UserRingBufTests
{
    [Fact]
    public void Submitted_samples_are_seen_in_their_order_and_discarded_ones_are_not()
    {
        var ring = new UserRingBuf(4096);
        var producer = new UserRingBufProducer(ring);
        for (byte i = 0; i < 6; i++)
        {
            Assert.Equal(0, producer.Reserve(1, out var sample));
            sample.Span[0] = i;
            if (i % 2 == 0)
                sample.Submit();
            else
                sample.Discard();
        }

        var sum = 0;
        Assert.Equal(3, ring.Drain(static (ref Dynptr sample, ref int sum) =>
        {
            Assert.Equal(0, sample.Read(out byte value));
            sum = (sum * 10) + value;
            return 0;
        }, ref sum, 0));
        Assert.Equal(24, sum);
        Assert.Equal(0, ring.Drain(static (ref Dynptr _) => 0, 0));
    }

    [Fact]
    public void A_sample_that_is_not_submitted_yet_stops_the_drain()
    {
        var ring = new UserRingBuf(4096);
        var producer = new UserRingBufProducer(ring);
        Assert.Equal(0, producer.Reserve(8, out var first));
        Assert.Equal(0, producer.Reserve(8, out var second));
        second.Submit();
        Assert.Equal(0, ring.Drain(static (ref Dynptr _) => 0, 0));

        first.Submit();
        Assert.Equal(2, ring.Drain(static (ref Dynptr _) => 0, 0));
    }

    [Fact]
    public void A_callback_that_returns_1_ends_the_drain_behind_its_sample()
    {
        var ring = new UserRingBuf(4096);
        Fill(ring, 3);

        Assert.Equal(1, ring.Drain(static (ref Dynptr _) => 1, 0));
        Assert.Equal(2, ring.Drain(static (ref Dynptr _) => 0, 0));
    }

    [Fact]
    public void Samples_are_writable_local_memory_that_ends_with_the_callback()
    {
        var ring = new UserRingBuf(4096);
        Fill(ring, 1);

        Assert.Equal(1, ring.Drain(static (ref Dynptr sample) =>
        {
            Assert.Equal(8u, sample.Size);
            Assert.Equal(0, sample.Write(0, [1]));
            Assert.False(sample.Data(0, 8).IsNull);
            Assert.Equal(0, sample.Adjust(1, 8));
            Assert.Equal(7u, sample.Size);
            return 0;
        }, 0));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(ulong.MaxValue)]
    public void Other_flags_are_einval(ulong flags) =>
        Assert.Equal(-Errno.EINVAL, new UserRingBuf(4096).Drain(static (ref Dynptr _) => 0, flags));

    [Fact]
    public void A_drain_inside_a_drain_is_ebusy()
    {
        var ring = new UserRingBuf(4096);
        Fill(ring, 1);
        var inner = 0;

        Assert.Equal(1, ring.Drain((ref Dynptr _, ref int result) =>
        {
            result = ring.Drain(static (ref Dynptr _) => 0, 0);
            return 0;
        }, ref inner, 0));

        Assert.Equal(-Errno.EBUSY, inner);
    }

    /// <summary>What the host may have written at the producer position and into the header, and what the kernel says to it.</summary>
    [Theory]
    [InlineData(39u, 47, -Errno.EINVAL)]
    [InlineData(32u, 32, -Errno.EINVAL)]
    [InlineData(4096u, 4104, -Errno.E2BIG)]
    [InlineData(8u, 16, 1)]
    [InlineData(8u, 12, -Errno.EINVAL)]
    [InlineData(0x3fffffffu, 1 << 30, -Errno.EINVAL)]
    [InlineData(0x3ffffff0u, 1 << 30, -Errno.E2BIG)]
    [InlineData(0x80000008u, 16, 0)]
    [InlineData(0x40000008u, 16, 0)]
    public void What_the_host_writes_is_not_trusted(uint header, long producer, int expected)
    {
        var ring = new UserRingBuf(4096);
        Assert.Equal(0, new UserRingBufProducer(ring).Reserve(8, out var sample));
        ref var data = ref Unsafe.Subtract(ref sample.Span[0], 8);
        Unsafe.As<byte, uint>(ref data) = header;
        Unsafe.As<byte, long>(ref Unsafe.Subtract(ref data, RingBuf.PageSize)) = producer;

        Assert.Equal(expected, ring.Drain(static (ref Dynptr _) => 0, 0));
    }

    [Fact]
    public void The_producer_answers_as_libbpf_does()
    {
        var ring = new UserRingBuf(4096);
        var producer = new UserRingBufProducer(ring);

        Assert.Equal(-Errno.E2BIG, producer.Reserve(4089, out _));
        Assert.Equal(-Errno.E2BIG, producer.Reserve(1u << 31, out _));
        Assert.Equal(0, producer.Reserve(4088, out var sample));
        Assert.Equal(-Errno.ENOSPC, producer.Reserve(0, out _));
        sample.Submit();
        Assert.Equal(1, ring.Drain(static (ref Dynptr _) => 0, 0));
        Assert.Equal(0, producer.Reserve(0, out sample));
        sample.Discard();
        Refused(ref sample);

        static void Refused(ref UserRingBufSample sample)
        {
            try
            {
                sample.Submit();
            }
            catch (InvalidOperationException)
            {
                return;
            }

            Assert.Fail("A sample was submitted twice.");
        }
    }

    [Fact]
    public async Task Who_waits_for_room_is_woken_by_a_drain()
    {
        var ring = new UserRingBuf(4096);
        Fill(ring, 256);
        var producer = new UserRingBufProducer(ring);
        Assert.Equal(-Errno.ENOSPC, producer.Reserve(8, TimeSpan.FromMilliseconds(5), out _, TestContext.Current.CancellationToken));
        var waiting = Task.Factory.StartNew(
            () => producer.Reserve(8, TimeSpan.FromSeconds(30), out _),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.Equal(256, ring.Drain(static (ref Dynptr _) => 0, 0));

        Assert.Equal(0, await waiting);
        Assert.Throws<OperationCanceledException>(() =>
        {
            Fill(ring, 255);
            producer.Reserve(8, Timeout.InfiniteTimeSpan, out _, new CancellationToken(canceled: true));
        });
    }

    private static void Fill(UserRingBuf ring, int count)
    {
        var producer = new UserRingBufProducer(ring);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(0, producer.Reserve(8, out var sample));
            sample.Submit();
        }
    }
}
