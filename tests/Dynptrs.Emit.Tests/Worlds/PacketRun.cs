using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Emit.Tests.Worlds;

/// <summary>A packet, and how it lies.</summary>
/// <param name="Name">What it is, for messages.</param>
/// <param name="Input">The metadata, if there is any, and the packet.</param>
/// <param name="Options">How it lies.</param>
internal sealed record PacketRun(string Name, byte[] Input, TestRunOptions Options)
{
    private static readonly byte[] Ethernet = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x08, 0x00];

    private static readonly byte[] Ipv4 = [0x45, 0, 0, 50, 0, 1, 0, 0, 64, 6, 0xb1, 0xe6, 10, 0, 0, 1, 10, 0, 0, 2];

    /// <summary>
    /// The packets that programs are run on: a usual one, a short one, a long one, one in pieces, and one with metadata or of several runs.
    /// </summary>
    public static ImmutableArray<PacketRun> Of(bool isXdp) =>
    [
        Whole("a usual packet", 64),
        Whole("a short packet", Ethernet.Length + 1),
        Whole("a long packet", 1500),
        Whole("a packet in pieces", 9000),
        isXdp
            ? new("a packet with metadata", [1, 2, 3, 4, 5, 6, 7, 8, .. Fill(64)], new TestRunOptions { MetadataLength = 8 })
            : new("a packet that is run again", Fill(100), new TestRunOptions { Repeat = 3 }),
    ];

    private static PacketRun Whole(string name, int length) => new(name, Fill(length), new TestRunOptions());

    private static byte[] Fill(int length) =>
    [
        .. Ethernet.Concat(Ipv4).Concat(Enumerable.Range(0, length).Select(value => (byte)value)).Take(length),
    ];
}
