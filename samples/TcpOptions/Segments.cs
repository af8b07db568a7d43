using System;
using System.Runtime.CompilerServices;
using Dynptrs;

namespace TcpOptions;

/// <summary>Reads the options of TCP segments.</summary>
[BpfObject(License = "GPL")]
public static partial class Segments
{
    /// <summary>What the program returns where the options lead out of the header.</summary>
    public const int Malformed = -1;

    /// <summary>How often each option was seen.</summary>
    public static readonly ArrayMap<long> Seen = new(maxEntries: 256);

    /// <summary>What the last segment says.</summary>
    public static Offer Last;

    private const int MaxOptions = 40;

    /// <summary>Reads a packet, and returns how many options it has, or <see cref="Malformed"/>.</summary>
    [BpfProgram("tc")]
    public static int OnPacket(SkBuff skb)
    {
        Last = default;
        if (skb.ToDynptr(out var packet) != 0)
            return 0;
        var header = FindHeader(in packet);
        if (header == 0)
            return 0;

        Span<byte> buffer = stackalloc byte[TcpHdr.SizeInBytes];
        var tcp = packet.GetSlice<TcpHdr>(header, buffer);
        return tcp ? ReadOptions(in packet, header + TcpHdr.SizeInBytes, header + (4u * tcp.Value.DataOffset)) : Malformed;
    }

    /// <summary>Where the header of TCP begins, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FindHeader(in Dynptr packet)
    {
        Span<byte> buffer = stackalloc byte[Ipv6Hdr.SizeInBytes];
        var ethernet = packet.GetSlice<EthHdr>(0, buffer);
        if (!ethernet)
            return 0;
        if (ethernet.Value.Protocol == EtherType.Ip)
        {
            var ip = packet.GetSlice<IpHdr>(EthHdr.SizeInBytes, buffer);
            return ip && ip.Value.Protocol == IpProtocol.Tcp && ip.Value.FragmentOffset == 0
                ? EthHdr.SizeInBytes + (4u * ip.Value.HeaderLength)
                : 0;
        }

        if (ethernet.Value.Protocol != EtherType.Ipv6)
            return 0;
        var ipv6 = packet.GetSlice<Ipv6Hdr>(EthHdr.SizeInBytes, buffer);
        return ipv6 && ipv6.Value.NextHeader == IpProtocol.Tcp ? EthHdr.SizeInBytes + (uint)Ipv6Hdr.SizeInBytes : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadOptions(in Dynptr packet, uint offset, uint end)
    {
        var count = 0;
        while (offset < end && count < MaxOptions)
        {
            if (packet.Read(out OptionKind kind, offset) != 0)
                return Malformed;
            if (kind == OptionKind.End)
                break;
            count++;
            var seen = Seen.Lookup((uint)kind);
            if (seen)
                seen.Value++;
            if (kind == OptionKind.NoOperation)
            {
                offset++;
                continue;
            }

            if (packet.Read(out byte length, offset + 1) != 0 || length < 2 || offset + length > end
                || ReadValue(in packet, kind, offset + 2, length - 2) != 0)
                return Malformed;
            offset += length;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadValue(in Dynptr packet, OptionKind kind, uint offset, int length)
    {
        var error = 0;
        switch (kind)
        {
            case OptionKind.MaxSegmentSize when length == SegmentSize.SizeInBytes:
                error = packet.Read(out SegmentSize size, offset);
                Last.MaxSegmentSize = size.Bytes;
                break;
            case OptionKind.WindowScale when length == sizeof(byte):
                error = packet.Read(out Last.WindowScale, offset);
                break;
            case OptionKind.SelectiveAcknowledgments when length == 0:
                Last.SelectiveAcknowledgments = 1;
                break;
            case OptionKind.Timestamps when length == Times.SizeInBytes:
                error = packet.Read(out Times times, offset);
                Last.Timestamp = times.Sender;
                break;
            case OptionKind.MaxSegmentSize or OptionKind.WindowScale or OptionKind.SelectiveAcknowledgments or OptionKind.Timestamps:
                error = Malformed;
                break;
        }

        return error;
    }
}
