using System;

namespace Dynptrs;

/// <summary>The hash of a packet's flow, the same for both of its directions.</summary>
internal static class FlowHash
{
    private const int Ipv4ProtocolOffset = 9;
    private const int Ipv4AddressesOffset = 12;
    private const int Ipv6ProtocolOffset = 6;
    private const int Ipv6AddressesOffset = 8;
    private const int FragmentOffset = 6;
    private const int WordLength = 4;

    /// <summary>The hash, which is never 0.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="type">What its network header is.</param>
    /// <param name="offset">Where that starts.</param>
    public static uint Of(PacketBuffer packet, EtherType type, int offset)
    {
        var hash = default(HashCode);
        hash.Add(type);
        Span<byte> header = stackalloc byte[Ipv6Hdr.SizeInBytes];
        if (type == EtherType.Ip && TryRead(packet, offset, header[..IpHdr.SizeInBytes]))
        {
            var isFragment = ((header[FragmentOffset] & 0x3f) | header[FragmentOffset + 1]) != 0;
            AddEnds(ref hash, header[Ipv4AddressesOffset..IpHdr.SizeInBytes]);
            AddTransport(ref hash, packet, (IpProtocol)header[Ipv4ProtocolOffset], isFragment ? null : offset + (WordLength * (header[0] & 0xf)));
        }
        else if (type == EtherType.Ipv6 && TryRead(packet, offset, header))
        {
            AddEnds(ref hash, header[Ipv6AddressesOffset..]);
            AddTransport(ref hash, packet, (IpProtocol)header[Ipv6ProtocolOffset], offset + Ipv6Hdr.SizeInBytes);
        }

        var value = (uint)hash.ToHashCode();
        return value == 0 ? 1 : value;
    }

    private static void AddTransport(ref HashCode hash, PacketBuffer packet, IpProtocol protocol, int? offset)
    {
        hash.Add(protocol);
        Span<byte> ports = stackalloc byte[2 * sizeof(ushort)];
        if (protocol is IpProtocol.Tcp or IpProtocol.Udp or IpProtocol.Sctp && offset is { } start && TryRead(packet, start, ports))
            AddEnds(ref hash, ports);
    }

    /// <summary>Adds what is said of both ends, in an order that does not depend on which of them sends.</summary>
    private static void AddEnds(ref HashCode hash, ReadOnlySpan<byte> ends)
    {
        var first = ends[..(ends.Length / 2)];
        var second = ends[(ends.Length / 2)..];
        var isOrdered = first.SequenceCompareTo(second) <= 0;
        hash.AddBytes(isOrdered ? first : second);
        hash.AddBytes(isOrdered ? second : first);
    }

    private static bool TryRead(PacketBuffer packet, int offset, Span<byte> bytes)
    {
        if (!packet.Contains(offset, bytes.Length))
            return false;
        packet.CopyTo(offset, bytes);
        return true;
    }
}
