using System;

namespace Dynptrs.Tests.RingBuffer;

/// <summary>Memory that is mapped twice, and the array of systems that cannot: both must do the same.</summary>
[CollectionDefinition(nameof(RingBufAreaTests), DisableParallelization = true)]
[Collection(nameof(RingBufAreaTests))]
public sealed class RingBufAreaTests : IDisposable
{
    private const string Portable = "Dynptrs.RingBuf.Portable";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Records_are_whole_wherever_they_start(bool isPortable)
    {
        AppContext.SetSwitch(Portable, isPortable);
        var ring = new RingBuf(RingBuf.PageSize);
        var reader = new RingBufReader(ring);
        for (var i = 0; i < 5000; i++)
        {
            var length = i % 1000;
            var bytes = new byte[length];
            bytes.AsSpan().Fill((byte)i);
            if (i % 2 == 0)
            {
                Assert.Equal(0, ring.Output(bytes));
            }
            else
            {
                var record = ring.ReserveRecord((ulong)length);
                bytes.CopyTo(record.Span);
                RingBuf.SubmitRecord(record);
            }

            var read = new byte[length];
            Assert.True(reader.TryRead(read, out var count));
            Assert.Equal(bytes, read[..count]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_ring_buffer_starts_empty_though_another_had_its_memory(bool isPortable)
    {
        AppContext.SetSwitch(Portable, isPortable);
        for (var i = 0; i < 20; i++)
        {
            Use();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        static void Use()
        {
            var ring = new RingBuf(RingBuf.PageSize);
            Assert.Equal(0u, ring.Query(BpfConstants.BPF_RB_PROD_POS));
            Assert.Equal(0, new RingBufReader(ring).Consume(static _ => { }));
            Assert.Equal(0, ring.Output(new byte[1000]));
            Assert.Equal(1, new RingBufReader(ring).Consume(static _ => { }));
        }
    }

    public void Dispose() => AppContext.SetSwitch(Portable, false);
}
