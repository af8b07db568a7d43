using System;

namespace Dynptrs.Tests.RingBuffer;

public class RingBufReserveTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-4096)]
    [InlineData(1)]
    [InlineData(2048)]
    [InlineData(4095)]
    [InlineData(12288)]
    [InlineData(int.MinValue)]
    [InlineData(1 << 30)]
    public void A_size_that_the_kernel_refuses_is_an_argument_error(int maxEntries)
    {
        var e = Assert.Throws<ArgumentException>(() => new RingBuf(maxEntries));

        Assert.Equal("maxEntries", e.ParamName);
        Assert.Contains("power of two", e.Message);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(8192)]
    [InlineData(1 << 20)]
    public void A_power_of_two_of_pages_is_accepted(int maxEntries) => Assert.Equal(maxEntries, new RingBuf(maxEntries).Size);

    [Theory]
    [InlineData(16777216, 1, -Errno.EINVAL)]
    [InlineData(8, 123, -Errno.EINVAL)]
    [InlineData(16777216, 0, -Errno.E2BIG)]
    [InlineData(uint.MaxValue, 0, -Errno.E2BIG)]
    [InlineData(16777215, 0, -Errno.EINVAL)]
    [InlineData(4089, 0, -Errno.EINVAL)]
    [InlineData(4088, 0, -Errno.EINVAL)]
    [InlineData(4081, 0, -Errno.EINVAL)]
    [InlineData(4080, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(0, 0, 0)]
    public void Results_follow_the_kernels_order(uint size, ulong flags, int expected)
    {
        var ring = new RingBuf(4096);

        Assert.Equal(expected, ring.Reserve(size, flags, out var ptr));

        Assert.Equal(expected != 0, ptr.IsNull);
        Assert.Equal(expected != 0 ? unchecked((ulong)-Errno.EINVAL) : size, ptr.Size);
        ptr.Discard();
    }

    [Fact]
    public void A_failed_reservation_takes_no_room_and_can_be_released()
    {
        var ring = new RingBuf(4096);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(-Errno.EINVAL, ring.Reserve(4081, out var failed));
            failed.Submit();
        }

        Assert.Equal(0, ring.Reserve(4080, out var ptr));
        ptr.Submit();
        Assert.Equal(1, new RingBufReader(ring).Consume(static record => Assert.Equal(4080, record.Length)));
    }

    [Fact]
    public void A_full_ring_refuses_until_the_reader_has_caught_up()
    {
        var ring = new RingBuf(4096);
        var reserved = 0;
        while (ring.Reserve(56, out var ptr) == 0)
        {
            ptr.Submit();
            reserved++;
        }

        // 64 bytes a record, and one byte of the ring always stays free.
        Assert.Equal(63, reserved);
        var record = new byte[56];
        Assert.True(new RingBufReader(ring).TryRead(record, out _));
        Assert.Equal(0, ring.Reserve(56, out var next));
        next.Submit();
        Assert.Equal(-Errno.EINVAL, ring.Reserve(56, out var full));
        full.Discard();
    }

    [Fact]
    public void A_busy_record_limits_the_ring_though_the_reader_could_go_no_further()
    {
        var ring = new RingBuf(4096);
        var reader = new RingBufReader(ring);
        Assert.Equal(0, ring.Reserve(56, out var oldest));
        var more = 0;
        while (ring.Reserve(56, out var ptr) == 0)
        {
            ptr.Submit();
            more++;
        }

        Assert.Equal(62, more);
        Assert.Equal(0, reader.Consume(static _ => Assert.Fail("The oldest record is busy.")));
        oldest.Submit();
        Assert.Equal(63, reader.Consume(static _ => { }));
        Assert.Equal(0, ring.Reserve(4000, out var large));
        large.Submit();
    }

    [Fact]
    public void A_record_that_wraps_around_the_end_is_in_one_piece()
    {
        var ring = new RingBuf(4096);
        var reader = new RingBufReader(ring);
        var expected = new byte[1000];
        var seen = new byte[1000];
        for (var round = 0; round < 50; round++)
        {
            Random.Shared.NextBytes(expected);
            Assert.Equal(0, ring.Reserve(1000, out var ptr));
            var slice = ptr.Data(0, 1000);
            Assert.True(slice);
            expected.CopyTo(slice.Span);
            ptr.Submit();

            Assert.True(reader.TryRead(seen, out var length));
            Assert.Equal(1000, length);
            Assert.Equal(expected, seen);
        }
    }

    [Fact]
    public void Records_that_are_held_together_do_not_overlap()
    {
        var ring = new RingBuf(4096);
        var reader = new RingBufReader(ring);
        for (var round = 0; round < 50; round++)
        {
            Assert.Equal(0, ring.Reserve(1001, out var first));
            Assert.Equal(0, ring.Reserve(1500, out var second));
            Assert.Equal(0, ring.Reserve(3, out var third));
            first.Data(0, 1001).Span.Fill(1);
            second.Data(0, 1500).Span.Fill(2);
            third.Data(0, 3).Span.Fill(3);
            Assert.Equal(-1, first.Data(0, 1001).Span.IndexOfAnyExcept((byte)1));
            Assert.Equal(-1, second.Data(0, 1500).Span.IndexOfAnyExcept((byte)2));
            third.Submit();
            second.Submit();
            first.Submit();
            byte expected = 1;
            Assert.Equal(3, reader.Consume(record => Assert.Equal(-1, record.IndexOfAnyExcept(expected++))));
        }
    }
}
