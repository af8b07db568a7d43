using System;
using System.IO;
using System.Linq;
using Dynptrs.Kernel;
using TcpOptions;

namespace Dynptrs.Samples.Tests;

/// <summary>The same tests in both worlds.</summary>
public sealed class TcpOptionsTests
{
    private static readonly string Capture = Path.Combine(AppContext.BaseDirectory, "connections.pcap");

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void The_options_of_a_capture_are_read(BpfWorld world)
    {
        Worlds.SkipWhereMissing(typeof(Segments), world);

        var offers = CaptureReport.Read(Capture, world);

        Assert.Equal(
            [
                new(0, 5, new Offer { MaxSegmentSize = 1460, SelectiveAcknowledgments = 1, Timestamp = 0x12345678, WindowScale = 7 }),
                new(0, 6, new Offer { MaxSegmentSize = 1440, SelectiveAcknowledgments = 1, WindowScale = 8 }),
                new(0, 3, new Offer { Timestamp = 0x1234567c }),
                new(0, 0, default),
                new(0, 5, new Offer { MaxSegmentSize = 1220, SelectiveAcknowledgments = 1, Timestamp = 1, WindowScale = 14 }),
                new(0, 2, new Offer { MaxSegmentSize = 536 }),
                // Their options lead nowhere, out of the header, have no such length, or the header leads out of the packet.
                new(0, Segments.Malformed, new Offer { MaxSegmentSize = 1460 }),
                new(0, Segments.Malformed, new Offer { MaxSegmentSize = 1460 }),
                new(0, Segments.Malformed, default),
                new(0, Segments.Malformed, new Offer { MaxSegmentSize = 1460 }),
                // UDP, a fragment, ARP.
                new(0, 0, default),
                new(0, 0, default),
                new(0, 0, default),
                new(0, 40, default),
            ],
            offers);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void Options_are_counted_by_their_kind(BpfWorld world)
    {
        Worlds.SkipWhereMissing(typeof(Segments), world);
        using var segments = Segments.Skeleton.Open(world);
        for (var kind = 0u; kind < segments.Maps.Seen.MaxEntries; kind++)
            segments.Maps.Seen.Update(kind, 0);
        var frame = CaptureFile.Read(Capture).First().Bytes.Span;

        segments.Programs.OnPacket.TestRun(frame);
        segments.Programs.OnPacket.TestRun(frame);

        Assert.Equal([1u, 2, 3, 4, 8], segments.Maps.Seen.Where(entry => entry.Value == 2).Select(entry => entry.Key).Order().ToArray());
        Assert.Equal(10, segments.Maps.Seen.Sum(entry => entry.Value));
    }
}
