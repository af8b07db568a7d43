using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Tests.RingBuffer;

/// <summary>
/// Producers at once, of records of all sizes, some of which are discarded: each that was submitted arrives once, whole, in the order of
/// its producer. A million records, or with <c>DYNPTRS_NIGHTLY=1</c> a hundred million.
/// </summary>
public sealed class RingBufStressTests(ITestOutputHelper output)
{
    private const int Size = 65536;
    private const int HeaderSize = 24;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Every_record_arrives_once_whole_and_in_order(int producers)
    {
        var isNightly = Environment.GetEnvironmentVariable("DYNPTRS_NIGHTLY") is { Length: > 0 } and not "0";
        var records = (isNightly ? 100_000_000 : 1_000_000) / producers;
        var ring = new RingBuf(Size);
        var consumer = new Consumer(producers);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<long>[] running = [.. Enumerable.Range(0, producers).Select(id => Task.Factory.StartNew(
            () => Produce(ring, id, records, cancellation.Token),
            cancellation.Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)),
            ];
        var all = Task.WhenAll(running);

        var reader = new RingBufReader(ring);
        RingBufRecordHandler handler = consumer.Take;
        try
        {
            for (var round = 0; !all.IsCompleted; round++)
            {
                // Each way to read takes its turn.
                var read = round % 2 == 0 ? reader.Consume(handler) : reader.ConsumeBatch(handler);
                if (read == 0)
                    reader.Wait(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            }

            reader.ConsumeBatch(handler);
        }
        finally
        {
            await cancellation.CancelAsync();
        }

        var submitted = await all;
        Assert.Equal(submitted.Sum(), consumer.Count);
        Assert.Equal(0u, ring.Query(BpfConstants.BPF_RB_AVAIL_DATA));
        output.WriteLine($"{producers} producers, {(long)records * producers} records, {consumer.Count} of them submitted, {ring.DropCount} times no room");
    }

    /// <returns>How many records it submitted.</returns>
    private static long Produce(RingBuf ring, int id, int records, CancellationToken cancellationToken)
    {
        var random = new Random(id);
        var wait = default(SpinWait);
        long submitted = 0;
        for (var i = 0; i < records; i++)
        {
            // Mostly short ones, some of no bytes at all, now and then one of half the ring.
            var kind = random.Next(1000);
            var length = kind < 20 ? 0 : kind == 999 ? Size / 2 : HeaderSize + random.Next(kind < 900 ? 64 : 1024);
            Dynptr ptr;
            while (ring.Reserve((uint)length, out ptr) != 0)
            {
                ptr.Discard();
                cancellationToken.ThrowIfCancellationRequested();
                wait.SpinOnce();
            }

            var isDiscarded = kind % 7 == 3;
            if (length > 0)
                Fill(ptr.Data(0, (ulong)length).Span, id, isDiscarded ? -1 : submitted);
            if (isDiscarded)
            {
                ptr.Discard();
                continue;
            }

            submitted++;
            ptr.Submit();
        }

        return submitted;
    }

    private static void Fill(Span<byte> bytes, int id, long sequence)
    {
        bytes[HeaderSize..].Fill((byte)sequence);
        var header = MemoryMarshal.Cast<byte, long>(bytes[..HeaderSize]);
        (header[0], header[1], header[2]) = (id, sequence, Checksum(id, sequence, bytes.Length));
    }

    private static long Checksum(long id, long sequence, int length) => (id * 31) ^ (sequence * 0x9e3779b97f4a7c1) ^ ((long)length << 40);

    private sealed class Consumer(int producers)
    {
        private readonly long[] _last = [.. Enumerable.Repeat(-1L, producers)];

        public long Count { get; private set; }

        public void Take(ReadOnlySpan<byte> record)
        {
            Count++;
            if (record.IsEmpty)
                return;
            var header = MemoryMarshal.Cast<byte, long>(record[..HeaderSize]);
            (var id, var sequence, var checksum) = (header[0], header[1], header[2]);
            if (checksum != Checksum(id, sequence, record.Length)
                || sequence <= _last[id]
                || record[HeaderSize..].IndexOfAnyExcept((byte)sequence) >= 0)
            {
                Assert.Fail(
                    $"Record {sequence} of producer {id}, with {record.Length} bytes, came torn or out of order, after {_last[id]}.");
            }

            _last[id] = sequence;
        }
    }
}
