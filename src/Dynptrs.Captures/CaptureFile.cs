using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using PacketDotNet;
using SharpPcap;
using SharpPcap.LibPcap;

namespace Dynptrs;

/// <summary>Reads the frames of a capture file, <c>pcap</c> or <c>pcapng</c>, as <c>tcpdump</c> and Wireshark write them.</summary>
/// <remarks>
/// Through libpcap, which must be installed: the package <c>libpcap0.8</c> of Debian, <c>libpcap</c> of others, Npcap on Windows.
/// </remarks>
public static class CaptureFile
{
    /// <summary>Reads frames, one after the other.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The frames in the order of the file. It is open while they are enumerated.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no capture, is damaged, or holds something else than Ethernet frames.</exception>
    /// <exception cref="DllNotFoundException">libpcap is not installed.</exception>
    public static IEnumerable<CapturedFrame> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no capture file {path}.", path);
        return ReadFrames(path);
    }

    private static IEnumerable<CapturedFrame> ReadFrames(string path)
    {
        using var device = Open(path);
        while (TryRead(device, path, out var frame))
            yield return frame;
    }

    private static CaptureFileReaderDevice Open(string path)
    {
        var device = new CaptureFileReaderDevice(path);
        try
        {
            device.Open();
        }
        catch (PcapException exception)
        {
            device.Dispose();
            throw new InvalidDataException($"{path} is not a capture file: {exception.Message}", exception);
        }

        if (device.LinkType == LinkLayers.Ethernet)
            return device;
        var found = device.LinkType;
        device.Dispose();
        throw new InvalidDataException(
            $"{path} holds frames of type {found}, but only Ethernet frames are packets for a program. Capture on an Ethernet device.");
    }

    private static bool TryRead(CaptureFileReaderDevice device, string path, [NotNullWhen(true)] out CapturedFrame? frame)
    {
        frame = null;
        var status = device.GetNextPacket(out var capture);
        if (status == GetPacketStatus.NoRemainingPackets)
            return false;
        if (status != GetPacketStatus.PacketRead)
            throw new InvalidDataException($"{path} is damaged: {device.LastError}");
        var header = (PcapHeader)capture.Header;
        frame = new CapturedFrame(header.Timeval.Date, capture.Data.ToArray(), (int)header.PacketLength);
        return true;
    }
}
