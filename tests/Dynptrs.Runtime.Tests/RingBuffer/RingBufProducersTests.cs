using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Tests.RingBuffer;

public class RingBufProducersTests
{
    private const int Producers = 4;
    private const int RecordsPerProducer = 20_000;

    [Fact]
    public async Task Every_record_of_every_producer_arrives_once_whole_and_in_order()
    {
        var ring = new RingBuf(4096);
        var reader = new RingBufReader(ring);
        Task[] producers = [.. Enumerable.Range(0, Producers).Select(id => Task.Factory.StartNew(
            () => Produce(ring, id), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        var all = Task.WhenAll(producers);
        var next = new int[Producers];
        var count = 0;

        while (count < Producers * RecordsPerProducer && !all.IsFaulted)
        {
            var read = reader.Consume(record =>
            {
                var id = BitConverter.ToInt32(record);
                Assert.Equal(next[id], BitConverter.ToInt32(record[4..]));
                Assert.Equal(Length(id, next[id]), record.Length);
                Assert.Equal(-1, record[8..].IndexOfAnyExcept((byte)next[id]));
                next[id]++;
            });
            count += read;
            if (read == 0 && !reader.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))
                Assert.Fail("The reader was not woken for a record that it waited for.");
        }

        await all;
        Assert.All(next, n => Assert.Equal(RecordsPerProducer, n));
        Assert.False(reader.TryRead([], out _));
    }

    private static int Length(int id, int sequence) => 8 + ((id * 7 + sequence) % 300);

    private static void Produce(RingBuf ring, int id)
    {
        var wait = default(SpinWait);
        for (var sequence = 0; sequence < RecordsPerProducer; sequence++)
        {
            // Every tenth record is thrown away once and written again.
            if (sequence % 10 == 0)
            {
                var thrownAway = Fill(ring, id, sequence, ref wait);
                thrownAway.Discard();
            }

            var ptr = Fill(ring, id, sequence, ref wait);
            ptr.Submit();
        }
    }

    private static Dynptr Fill(RingBuf ring, int id, int sequence, ref SpinWait wait)
    {
        var length = Length(id, sequence);
        Dynptr ptr;
        while (ring.Reserve((uint)length, out ptr) != 0)
        {
            ptr.Discard();
            wait.SpinOnce();
        }

        Check(ptr.Write(0, id));
        Check(ptr.Write(4, sequence));
        Check(ptr.Adjust(8, (ulong)length));
        Span<byte> rest = stackalloc byte[length - 8];
        rest.Fill((byte)sequence);
        Check(ptr.Write(0, rest));
        return ptr;
    }

    private static void Check(int error)
    {
        if (error != 0)
            throw new InvalidOperationException($"A helper answered {error}.");
    }
}
