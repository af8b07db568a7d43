using System;
using System.Threading;
using Dynptrs;

namespace PacketFilter;

/// <summary>Drops what goes to some ports, and counts it.</summary>
[BpfObject(License = "GPL")]
public static partial class Filter
{
    /// <summary>What was dropped, by port. The ports that are in it are those that are closed: the host puts them there.</summary>
    public static readonly HashMap<ushort, Traffic> Closed = new(maxEntries: 1024);

    /// <summary>How many packets were let through.</summary>
    public static long Passed;

    /// <summary>Sees each packet before the network does.</summary>
    [BpfProgram("xdp")]
    public static int OnPacket(XdpBuff xdp)
    {
        var length = xdp.Length;
        if (xdp.ToDynptr(out var packet) != 0 || FindPort(in packet) is not (> 0 and var port))
            return XdpAction.XDP_PASS;

        var counter = Closed.Lookup((ushort)port);
        if (!counter)
        {
            Interlocked.Increment(ref Passed);
            return XdpAction.XDP_PASS;
        }

        Interlocked.Increment(ref counter.Value.Packets);
        Interlocked.Add(ref counter.Value.Bytes, length);
        return XdpAction.XDP_DROP;
    }

    /// <summary>The port that a packet goes to, or 0 where it goes to none: it is neither TCP nor UDP, or a fragment.</summary>
    private static int FindPort(in Dynptr packet)
    {
        Span<byte> buffer = stackalloc byte[Ipv6Hdr.SizeInBytes];
        var ethernet = packet.GetSlice<EthHdr>(0, buffer);
        if (!ethernet)
            return 0;
        switch (ethernet.Value.Protocol)
        {
            case EtherType.Ip:
                var ip = packet.GetSlice<IpHdr>(EthHdr.SizeInBytes, buffer);
                return ip && ip.Value.FragmentOffset == 0
                    ? ReadPort(in packet, ip.Value.Protocol, EthHdr.SizeInBytes + (4u * ip.Value.HeaderLength))
                    : 0;
            case EtherType.Ipv6:
                var ipv6 = packet.GetSlice<Ipv6Hdr>(EthHdr.SizeInBytes, buffer);
                return ipv6
                    ? ReadPort(in packet, ipv6.Value.NextHeader, EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes)
                    : 0;
            default:
                return 0;
        }
    }

    private static int ReadPort(in Dynptr packet, IpProtocol protocol, uint offset)
    {
        if (protocol is not (IpProtocol.Tcp or IpProtocol.Udp))
            return 0;
        Span<byte> buffer = stackalloc byte[Ports.SizeInBytes];
        var ports = packet.GetSlice<Ports>(offset, buffer);
        return ports ? ports.Value.Destination : 0;
    }
}
