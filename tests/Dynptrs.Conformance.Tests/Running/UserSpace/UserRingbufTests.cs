using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The programs of <c>user_ringbuf_success</c> drain what this process writes, and answer it.</summary>
public sealed class UserRingbufTests
{
    internal const string Suite = "user_ringbuf_success";

    private const uint SampleSize = 32;
    private const int SamplesInRing = 102;

    /// <summary>The programs of the suite.</summary>
    internal static string[] Programs { get; } = ["test_user_ringbuf_protocol", "test_user_ringbuf", "test_user_ringbuf_epoll"];

    [Fact]
    public void Both_sides_compute_the_same_from_messages()
    {
        using var suite = new SuiteRun(Suite);
        var producer = new UserRingBufProducer(suite.Get<UserRingBuf>("user_ringbuf"));
        var reader = new RingBufReader(suite.Get<RingBuf>("kernel_ringbuf"));
        var (kernel, user) = (new List<ulong>(), new List<ulong>());
        var mutated = 0ul;
        for (var i = 0; i < 64; i++)
        {
            Assert.Equal(0, producer.Reserve(16, out var sample));
            sample.Span.Clear();
            BitConverter.TryWriteBytes(sample.Span, i % 4);
            if (i % 2 == 0)
                BitConverter.TryWriteBytes(sample.Span[8..], 4L);
            else
                BitConverter.TryWriteBytes(sample.Span[8..], 2);
            sample.Submit();
            if (i % 8 != 0)
                continue;

            suite.Run("test_user_ringbuf_protocol", new TracepointContext());
            Assert.Equal(0, suite.Get<int>("err"));
            kernel.Add(suite.Get<ulong>("kern_mutated"));
            Assert.Equal(8, reader.Consume(message => mutated = Apply(mutated, message)));
            suite.Set("user_mutated", mutated);
            user.Add(mutated);
        }

        Assert.Equal([4, 436, 28084, 1797556, 115043764, 7362801076, 471219269044, 30158033218996], kernel);
        Assert.Equal([432, 28080, 1797552, 115043760, 7362801072, 471219269040, 30158033218992, 1930114126015920], user);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(SamplesInRing)]
    public void Samples_are_read(int count)
    {
        using var suite = new SuiteRun(Suite);
        Assert.Equal(count, Write(suite, count));

        suite.Run("test_user_ringbuf", new TracepointContext());

        Assert.Equal(count, suite.Get<int>("read"));
    }

    [Fact]
    public void What_does_not_fit_is_not_written()
    {
        using var suite = new SuiteRun(Suite);
        Assert.Equal(SamplesInRing, Write(suite, SamplesInRing * 5));

        suite.Run("test_user_ringbuf", new TracepointContext());

        Assert.Equal(SamplesInRing, suite.Get<int>("read"));
    }

    [Fact]
    public void Round_after_round_the_total_grows()
    {
        using var suite = new SuiteRun(Suite);
        for (var total = 0; total < 8192;)
        {
            total += Write(suite, Math.Min(SamplesInRing, 8192 - total));
            suite.Run("test_user_ringbuf", new TracepointContext());
            Assert.Equal(total, suite.Get<int>("read"));
        }
    }

    [Theory]
    [InlineData(4088u)]
    [InlineData(33u)]
    public void One_sample_may_fill_the_ring_or_be_of_any_length(uint size)
    {
        using var suite = new SuiteRun(Suite);
        Assert.Equal(0, new UserRingBufProducer(suite.Get<UserRingBuf>("user_ringbuf")).Reserve(size, out var sample));
        sample.Submit();

        suite.Run("test_user_ringbuf", new TracepointContext());

        Assert.Equal(1, suite.Get<int>("read"));
    }

    [Fact]
    public void Discarded_samples_are_not_seen_and_their_room_is_free_again()
    {
        using var suite = new SuiteRun(Suite);
        var producer = new UserRingBufProducer(suite.Get<UserRingBuf>("user_ringbuf"));
        while (producer.Reserve(8, out var sample) == 0)
            sample.Discard();

        suite.Run("test_user_ringbuf", new TracepointContext());

        Assert.Equal(0, suite.Get<int>("read"));
        Assert.Equal(0, producer.Reserve(8, out _));
    }

    /// <summary>The header's length, and the producer position.</summary>
    [Theory]
    [InlineData(39u, 47, -Errno.EINVAL)]
    [InlineData(32u, 32, -Errno.EINVAL)]
    [InlineData(4096u, 4104, -Errno.E2BIG)]
    public void What_is_no_sample_is_an_error(uint length, long position, int error)
    {
        using var suite = new SuiteRun(Suite);
        Assert.Equal(0, new UserRingBufProducer(suite.Get<UserRingBuf>("user_ringbuf")).Reserve(8, out var sample));
        ref var header = ref Unsafe.Subtract(ref sample.Span[0], 8);
        Unsafe.As<byte, uint>(ref header) = length;
        Unsafe.As<byte, long>(ref Unsafe.Subtract(ref header, RingBuf.PageSize)) = position;

        suite.Run("test_user_ringbuf", new TracepointContext());

        Assert.Equal((0, error), (suite.Get<int>("read"), suite.Get<int>("err")));
    }

    [Fact]
    public async Task Who_waits_for_room_gets_it_when_a_program_drains()
    {
        using var suite = new SuiteRun(Suite);
        var producer = new UserRingBufProducer(suite.Get<UserRingBuf>("user_ringbuf"));
        var written = 0;
        for (; producer.Reserve(8, out var sample) == 0; written++)
            sample.Submit();
        Assert.Equal(256, written);
        Assert.Equal(-Errno.ENOSPC, producer.Reserve(8, TimeSpan.FromMilliseconds(10), out _, TestContext.Current.CancellationToken));
        Assert.Equal(0, suite.Get<int>("read"));

        var waiting = Task.Run(() => producer.Reserve(8, TimeSpan.FromSeconds(30), out _), TestContext.Current.CancellationToken);
        suite.Run("test_user_ringbuf_epoll", new TracepointContext());

        Assert.Equal(0, await waiting);
        Assert.Equal((256, 0), (suite.Get<int>("read"), suite.Get<int>("err")));
    }

    private static int Write(SuiteRun suite, int count)
    {
        var producer = new UserRingBufProducer(suite.Get<UserRingBuf>("user_ringbuf"));
        var written = 0;
        while (written < count && producer.Reserve(SampleSize, out var sample) == 0)
        {
            sample.Span.Clear();
            sample.Submit();
            written++;
        }

        return written;
    }

    private static ulong Apply(ulong value, ReadOnlySpan<byte> message) => BitConverter.ToInt32(message) switch
    {
        0 => value + BitConverter.ToUInt64(message[8..]),
        1 => value + BitConverter.ToUInt32(message[8..]),
        2 => value * BitConverter.ToUInt64(message[8..]),
        _ => value * BitConverter.ToUInt32(message[8..]),
    };
}
