using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Dynptrs.Tests.Captures;

/// <summary>Captures as <c>tcpdump</c> and Wireshark write them, made here byte by byte.</summary>
public sealed class CaptureFileTests : IDisposable
{
    private const int Ethernet = 1;
    private const int RawIp = 101;

    private static readonly byte[] First = TestBytes.Counting(60);
    private static readonly byte[] Second = [.. TestBytes.Counting(90).Reverse()];

    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<string, byte[]> Captures => new()
    {
        { "pcap", Pcap(Ethernet, (First, 60), (Second, 90)) },
        { "pcapng", Pcapng(Ethernet, First, Second) },
    };

    [Theory]
    [MemberData(nameof(Captures))]
    public void Frames_come_in_their_order_with_their_time(string format, byte[] file)
    {
        Assert.NotEmpty(format);
        var frames = Read(file);

        Assert.Equal([First, Second], frames.Select(frame => frame.Bytes.ToArray()));
        Assert.All(frames, frame => Assert.True(frame.IsComplete));
        Assert.Equal(new DateTimeOffset(2001, 9, 9, 1, 46, 40, 250, TimeSpan.Zero), frames[1].Timestamp);
        Assert.Equal(Second[14..], frames[1].ToSkBuff(BpfProgramType.CgroupSkb).ToArray());
        Assert.Equal(Second, frames[1].ToXdpBuff().ToArray());
    }

    [Fact]
    public void A_frame_that_was_cut_off_says_so()
    {
        var frame = Assert.Single(Read(Pcap(Ethernet, (First, 1500))));

        Assert.False(frame.IsComplete);
        Assert.Equal(1500, frame.Length);
        Assert.Equal(60, frame.Bytes.Length);
    }

    [Fact]
    public void A_capture_may_be_empty() => Assert.Empty(Read(Pcap(Ethernet)));

    [Fact]
    public void Frames_before_the_damage_are_read()
    {
        File.WriteAllBytes(_path, Pcap(Ethernet, (First, 60), (Second, 90))[..^10]);
        SkipWithoutLibrary();
        using var frames = CaptureFile.Read(_path).GetEnumerator();

        Assert.True(frames.MoveNext());
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => frames.MoveNext()).Message);
    }

    [Fact]
    public void What_is_no_capture_of_Ethernet_frames_is_refused()
    {
        Assert.Contains(
            "not a capture file",
            Assert.Throws<InvalidDataException>(() => Read("no capture at all, but long enough"u8.ToArray())).Message);
        Assert.Contains("Ethernet", Assert.Throws<InvalidDataException>(() => Read(Pcap(RawIp, (First, 60)))).Message);
        Assert.Throws<FileNotFoundException>(() => CaptureFile.Read(_path + ".none"));
    }

    public void Dispose() => File.Delete(_path);

    private static void SkipWithoutLibrary()
    {
        string[] names = OperatingSystem.IsWindows() ? ["wpcap"] : ["libpcap.so.1", "libpcap.so.0.8", "libpcap.dylib"];
        if (!names.Any(name => NativeLibrary.TryLoad(name, out _)))
            Assert.Skip("libpcap is not installed.");
    }

    private List<CapturedFrame> Read(byte[] file)
    {
        SkipWithoutLibrary();
        File.WriteAllBytes(_path, file);
        return [.. CaptureFile.Read(_path)];
    }

    private static byte[] Pcap(int linkType, params (byte[] Bytes, int Length)[] frames)
    {
        var file = new List<byte>();
        Add(file, 0xa1b2c3d4, 2 | (4 << 16), 0, 0, 65535, (uint)linkType);
        for (var i = 0; i < frames.Length; i++)
        {
            Add(file, 1_000_000_000, (uint)(250_000 * i), (uint)frames[i].Bytes.Length, (uint)frames[i].Length);
            file.AddRange(frames[i].Bytes);
        }

        return [.. file];
    }

    private static byte[] Pcapng(int linkType, params byte[][] frames)
    {
        var file = new List<byte>();
        Block(file, 0x0a0d0d0a, [0x4d, 0x3c, 0x2b, 0x1a, 1, 0, 0, 0, .. Enumerable.Repeat((byte)0xff, 8)]);
        Block(file, 1, [(byte)linkType, 0, 0, 0, 0, 0, 1, 0]);
        for (var i = 0; i < frames.Length; i++)
        {
            var microseconds = 1_000_000_000_000_000 + (ulong)(250_000 * i);
            var body = new List<byte>();
            Add(body, 0, (uint)(microseconds >> 32), (uint)microseconds, (uint)frames[i].Length, (uint)frames[i].Length);
            body.AddRange(frames[i]);
            body.AddRange(new byte[-frames[i].Length & 3]);
            Block(file, 6, [.. body]);
        }

        return [.. file];
    }

    private static void Block(List<byte> file, uint type, byte[] body)
    {
        Add(file, type, (uint)(body.Length + 12));
        file.AddRange(body);
        Add(file, (uint)(body.Length + 12));
    }

    private static void Add(List<byte> bytes, params uint[] words)
    {
        var word = new byte[4];
        foreach (var value in words)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(word, value);
            bytes.AddRange(word);
        }
    }
}
