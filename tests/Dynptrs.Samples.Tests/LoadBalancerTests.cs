using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Runtime.InteropServices;
using Dynptrs.Kernel;
using LoadBalancer;

namespace Dynptrs.Samples.Tests;

/// <summary>Packets through the balancer, in both worlds.</summary>
public sealed class LoadBalancerTests
{
    private const string Service4 = "tcp/192.0.2.1:80";
    private const string Service6 = "udp/[2001:db8::1]:53";

    private static readonly byte[] Payload = [1, 2, 3, 4, 5, 6, 7];

    private static readonly IPAddress Own4 = IPAddress.Parse("192.0.2.10");
    private static readonly IPAddress Own6 = IPAddress.Parse("2001:db8::10");

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void IPv4_goes_inside_IPv4(BpfWorld world)
    {
        using var balancer = Open(world, Service4, "198.51.100.7");
        var packet = Tcp("203.0.113.5", 4711, "192.0.2.1", 80);

        var result = balancer.Programs.OnPacket.TestRun(packet);

        Assert.Equal(XdpAction.XDP_TX, result.ReturnValue);
        var sent = result.Output.Span;
        AssertEthernet(sent, EtherType.Ip);
        var outer = MemoryMarshal.Read<IpHdr>(sent[EthHdr.SizeInBytes..]);
        Assert.Equal((4, 5, IpProtocol.IpIp, 64, true), (outer.Version, outer.HeaderLength, outer.Protocol, outer.TimeToLive, outer.DontFragment));
        Assert.Equal(packet.Length - EthHdr.SizeInBytes + IpHdr.SizeInBytes, outer.TotalLength);
        Assert.Equal(("192.0.2.10", "198.51.100.7"), (outer.Source.ToString(), outer.Destination.ToString()));
        Assert.Equal(0, Sum(sent.Slice(EthHdr.SizeInBytes, IpHdr.SizeInBytes)));
        Assert.Equal(packet[EthHdr.SizeInBytes..], sent[(EthHdr.SizeInBytes + IpHdr.SizeInBytes)..].ToArray());
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void IPv4_goes_inside_IPv6(BpfWorld world)
    {
        using var balancer = Open(world, Service4, "2001:db8::7");
        var packet = Tcp("203.0.113.5", 4711, "192.0.2.1", 80);

        var result = balancer.Programs.OnPacket.TestRun(packet);

        Assert.Equal(XdpAction.XDP_TX, result.ReturnValue);
        AssertInsideIpv6(result.Output.Span, packet, IpProtocol.IpIp);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void IPv6_goes_inside_IPv6(BpfWorld world)
    {
        using var balancer = Open(world, Service6, "2001:db8::7");
        var packet = Udp6("2001:db8::5", 4711, "2001:db8::1", 53);

        var result = balancer.Programs.OnPacket.TestRun(packet);

        Assert.Equal(XdpAction.XDP_TX, result.ReturnValue);
        AssertInsideIpv6(result.Output.Span, packet, IpProtocol.Ipv6);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void IPv6_does_not_go_inside_IPv4(BpfWorld world)
    {
        using var balancer = Open(world, Service6, "198.51.100.7");

        var result = balancer.Programs.OnPacket.TestRun(Udp6("2001:db8::5", 4711, "2001:db8::1", 53));

        Assert.Equal(XdpAction.XDP_DROP, result.ReturnValue);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void A_flow_stays_with_its_server_and_flows_are_spread(BpfWorld world)
    {
        using var balancer = Open(world, Service4, "198.51.100.1", "198.51.100.2", "198.51.100.3");
        string ServerOf(ushort port) => MemoryMarshal.Read<IpHdr>(
            balancer.Programs.OnPacket.TestRun(Tcp("203.0.113.5", port, "192.0.2.1", 80)).Output.Span[EthHdr.SizeInBytes..])
            .Destination.ToString();

        var first = Enumerable.Range(1, 300).Select(port => ServerOf((ushort)port)).ToList();

        Assert.Equal(first, Enumerable.Range(1, 300).Select(port => ServerOf((ushort)port)));
        Assert.All(first.CountBy(server => server), server => Assert.InRange(server.Value, 60, 140));
        Assert.Equal(3, first.Distinct().Count());
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void What_was_sent_is_counted(BpfWorld world)
    {
        using var balancer = Open(world, Service4, "198.51.100.7");
        var packet = Tcp("203.0.113.5", 4711, "192.0.2.1", 80);
        balancer.Programs.OnPacket.TestRun(packet);
        balancer.Programs.OnPacket.TestRun(packet);
        balancer.Programs.OnPacket.TestRun(Tcp("203.0.113.5", 4711, "192.0.2.1", 81));

        Assert.True(balancer.Maps.Done.TryGet(0, out var done));
        Assert.Equal(2ul, Total(done, one => one.Packets));
        Assert.Equal(2ul * (ulong)(packet.Length - EthHdr.SizeInBytes), Total(done, one => one.Bytes));
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void An_echo_is_answered(BpfWorld world)
    {
        using var balancer = Open(world, Service4, "198.51.100.7");
        byte[] message = [8, 0, 0, 0, 0, 1, 0, 2, .. Payload, 0];
        BitConverter.TryWriteBytes(message.AsSpan(2), Sum(message));
        var packet = Ipv4("203.0.113.5", "192.0.2.1", IpProtocol.Icmp, message);

        var result = balancer.Programs.OnPacket.TestRun(packet);

        Assert.Equal(XdpAction.XDP_TX, result.ReturnValue);
        var sent = result.Output.Span;
        var ip = MemoryMarshal.Read<IpHdr>(sent[EthHdr.SizeInBytes..]);
        Assert.Equal(("192.0.2.1", "203.0.113.5"), (ip.Source.ToString(), ip.Destination.ToString()));
        Assert.Equal(0, Sum(sent.Slice(EthHdr.SizeInBytes, IpHdr.SizeInBytes)));
        Assert.Equal(0, Sum(sent[(EthHdr.SizeInBytes + IpHdr.SizeInBytes)..]));
        Assert.Equal(IcmpType.EchoReply, MemoryMarshal.Read<IcmpHdr>(sent[(EthHdr.SizeInBytes + IpHdr.SizeInBytes)..]).Type);
        Assert.Equal(MemoryMarshal.Read<EthHdr>(packet).Source.ToString(), MemoryMarshal.Read<EthHdr>(sent).Destination.ToString());
        Assert.Equal(1ul, Total(balancer.Maps.Done.Single(entry => entry.Key == Balancer.Echoes).Value, one => one.Packets));
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void What_is_for_no_service_passes_and_what_is_broken_is_dropped(BpfWorld world)
    {
        using var balancer = Open(world, Service4, "198.51.100.7");
        var fragment = Tcp("203.0.113.5", 4711, "192.0.2.1", 80);
        fragment[EthHdr.SizeInBytes + IpHdr.Offsets.Fragment] = 0x20;
        var options = Tcp("203.0.113.5", 4711, "192.0.2.1", 80);
        options[EthHdr.SizeInBytes]++;

        Assert.Equal(XdpAction.XDP_PASS, Run(Tcp("203.0.113.5", 4711, "192.0.2.1", 81)));
        Assert.Equal(XdpAction.XDP_PASS, Run(Tcp("203.0.113.5", 4711, "192.0.2.2", 80)));
        Assert.Equal(XdpAction.XDP_PASS, Run(Ipv4("203.0.113.5", "192.0.2.1", IpProtocol.Udp, [0, 9, 0, 80, 0, 8, 0, 0])));
        Assert.Equal(XdpAction.XDP_PASS, Run(Ipv4("203.0.113.5", "192.0.2.1", IpProtocol.Gre, new byte[8])));
        Assert.Equal(XdpAction.XDP_PASS, Run(Ipv4("203.0.113.5", "192.0.2.1", IpProtocol.Icmp, [0, 0, 0, 0, 0, 1, 0, 2])));
        Assert.Equal(XdpAction.XDP_PASS, Run(Frame(EtherType.Arp, new byte[28])));
        Assert.Equal(XdpAction.XDP_DROP, Run(fragment));
        Assert.Equal(XdpAction.XDP_DROP, Run(options));
        Assert.Equal(XdpAction.XDP_DROP, Run(Ipv4("203.0.113.5", "192.0.2.1", IpProtocol.Tcp, new byte[7])));
        Assert.Equal(XdpAction.XDP_DROP, Run(Frame(EtherType.Ipv6, new byte[39])));

        int Run(byte[] packet) => balancer.Programs.OnPacket.TestRun(packet).ReturnValue;
    }

    private static Balancer.Skeleton.Instance Open(BpfWorld world, string service, params string[] servers)
    {
        Worlds.SkipWhereMissing(typeof(Balancer), world);
        var balancer = Balancer.Skeleton.Open(world);
        balancer.Maps.Outgoing.Update(0, new Tunnel
        {
            Own = Mac(1),
            Router = Mac(2),
            Source4 = new Ipv4Address { Raw = Endpoint.ReadAddress(Own4)[0] },
            Source6 = Endpoint.ReadAddress(Own6),
        });
        var nothing = Enumerable.Repeat(default(Statistics), CurrentCpu.Count).ToList();
        balancer.Maps.Done.Update(0, nothing);
        balancer.Maps.Done.Update(Balancer.Echoes, nothing);
        for (var i = 0u; i < servers.Length; i++)
            balancer.Maps.AllServers.Update(i, Endpoint.ReadServer(servers[i]));
        balancer.Maps.Services.Update(Endpoint.ReadService(service), new Servers { First = 0, Count = (uint)servers.Length });
        return balancer;
    }

    private static void AssertInsideIpv6(ReadOnlySpan<byte> sent, byte[] packet, IpProtocol inner)
    {
        AssertEthernet(sent, EtherType.Ipv6);
        var outer = MemoryMarshal.Read<Ipv6Hdr>(sent[EthHdr.SizeInBytes..]);
        Assert.Equal((6, 0, 0u, inner, 64), (outer.Version, outer.TrafficClass, outer.FlowLabel, outer.NextHeader, outer.HopLimit));
        Assert.Equal(packet.Length - EthHdr.SizeInBytes, outer.PayloadLength);
        Assert.Equal(("2001:db8::10", "2001:db8::7"), (outer.Source.ToString(), outer.Destination.ToString()));
        Assert.Equal(packet[EthHdr.SizeInBytes..], sent[(EthHdr.SizeInBytes + Ipv6Hdr.SizeInBytes)..].ToArray());
    }

    private static void AssertEthernet(ReadOnlySpan<byte> sent, EtherType protocol)
    {
        var ethernet = MemoryMarshal.Read<EthHdr>(sent);
        Assert.Equal(
            (Mac(1).ToString(), Mac(2).ToString(), protocol),
            (ethernet.Source.ToString(), ethernet.Destination.ToString(), ethernet.Protocol));
    }

    private static ulong Total(IReadOnlyList<Statistics> done, Func<Statistics, ulong> one) =>
        done.Aggregate(0ul, (sum, statistics) => sum + one(statistics));

    private static byte[] Tcp(string from, ushort fromPort, string to, ushort toPort)
    {
        var header = new TcpHdr { SourcePort = fromPort, DestinationPort = toPort, DataOffset = 5, Syn = true };
        return Ipv4(from, to, IpProtocol.Tcp, [.. Bytes(header), .. Payload]);
    }

    private static byte[] Ipv4(string from, string to, IpProtocol protocol, byte[] content)
    {
        var header = new IpHdr
        {
            Version = 4,
            HeaderLength = 5,
            TotalLength = (ushort)(IpHdr.SizeInBytes + content.Length),
            TimeToLive = 60,
            Protocol = protocol,
            Source = new Ipv4Address { Raw = Endpoint.ReadAddress(IPAddress.Parse(from))[0] },
            Destination = new Ipv4Address { Raw = Endpoint.ReadAddress(IPAddress.Parse(to))[0] },
        };
        header.Checksum = Sum(Bytes(header));
        return Frame(EtherType.Ip, [.. Bytes(header), .. content]);
    }

    private static byte[] Udp6(string from, ushort fromPort, string to, ushort toPort)
    {
        var length = (ushort)(UdpHdr.SizeInBytes + Payload.Length);
        var udp = new UdpHdr { SourcePort = fromPort, DestinationPort = toPort, Length = length };
        var header = new Ipv6Hdr
        {
            Version = 6,
            PayloadLength = length,
            NextHeader = IpProtocol.Udp,
            HopLimit = 60,
            Source = Endpoint.ReadAddress(IPAddress.Parse(from)),
            Destination = Endpoint.ReadAddress(IPAddress.Parse(to)),
        };
        return Frame(EtherType.Ipv6, [.. Bytes(header), .. Bytes(udp), .. Payload]);
    }

    private static byte[] Frame(EtherType protocol, byte[] content) =>
        [.. Bytes(new EthHdr { Destination = Mac(1), Source = Mac(9), Protocol = protocol }), .. content];

    private static MacAddress Mac(byte last) => MemoryMarshal.Read<MacAddress>([2, 0, 0, 0, 0, last]);

    private static byte[] Bytes<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes([value]).ToArray();

    /// <summary>The checksum of the internet; 0 over what holds a right one.</summary>
    private static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length > 1; bytes = bytes[2..])
            sum += MemoryMarshal.Read<ushort>(bytes);
        if (!bytes.IsEmpty)
            sum += bytes[0];
        sum = (sum & 0xffff) + (sum >> 16);
        return (ushort)~(sum + (sum >> 16));
    }
}
