using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs.Tests.RingBuffer;

/// <summary>The header that the kernel puts before each record.</summary>
public class RecordLayoutTests
{
    private const uint Busy = 1u << 31;
    private const uint Discarded = 1u << 30;

    [Fact]
    public void A_reserved_record_is_busy_with_its_length()
    {
        var ptr = Make.Record(61);

        Assert.Equal(61 | Busy, Header(ref ptr)[0]);
    }

    [Fact]
    public void A_submitted_record_has_its_length_alone_whatever_the_view()
    {
        var ptr = Make.Record(61);
        Assert.Equal(0, ptr.Adjust(10, 20));
        var header = Header(ref ptr, viewOffset: 10);

        ptr.Submit();

        Assert.Equal(61u, header[0]);
    }

    [Fact]
    public void A_discarded_record_has_the_discard_bit()
    {
        var ptr = Make.Record(61);
        var header = Header(ref ptr);

        ptr.Discard();

        Assert.Equal(61 | Discarded, header[0]);
    }

    [Fact]
    public void The_second_word_leads_back_to_the_ring_in_pages()
    {
        var ring = new RingBuf(16384);
        Assert.Equal(0, ring.Reserve(4000, out var first));
        Assert.Equal(0, ring.Reserve(4000, out var second));
        Assert.Equal(0, ring.Reserve(4000, out var third));

        // 4008 bytes a record: they start in the data's pages 0, 0 and 1, and three pages come before the data.
        Assert.Equal(3u, Header(ref first)[1]);
        Assert.Equal(3u, Header(ref second)[1]);
        Assert.Equal(4u, Header(ref third)[1]);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 16)]
    [InlineData(8, 16)]
    [InlineData(9, 24)]
    [InlineData(61, 72)]
    public void Header_and_payload_are_rounded_up_to_eight(uint size, int distance)
    {
        var ring = new RingBuf(4096);
        Assert.Equal(0, ring.Reserve(size, out var first));
        Assert.Equal(0, ring.Reserve(size, out var second));

        Assert.Equal(distance, Unsafe.ByteOffset(ref Header(ref first)[0], ref Header(ref second)[0]));
    }

    private static Span<uint> Header(ref Dynptr ptr, int viewOffset = 0)
    {
        ref var payload = ref MemoryMarshal.GetReference(ptr.Data(0, 0).Span);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, uint>(ref Unsafe.Subtract(ref payload, viewOffset + 8)), 2);
    }
}
