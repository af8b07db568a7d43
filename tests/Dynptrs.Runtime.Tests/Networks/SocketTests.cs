using System.Net;
using System.Runtime.InteropServices;

namespace Dynptrs.Tests.Networks;

/// <summary>Sockets that programs look up.</summary>
public sealed class SocketTests
{
    private static readonly NetworkSocket Connection =
        new(IpProtocol.Tcp, IPEndPoint.Parse("10.0.0.1:80"), IPEndPoint.Parse("10.0.0.2:4000"));

    private static readonly NetworkSocket Listener = new(IpProtocol.Tcp, IPEndPoint.Parse("0.0.0.0:80"));
    private static readonly NetworkSocket Own = new(IpProtocol.Tcp, IPEndPoint.Parse("10.0.0.3:80"));
    private static readonly NetworkSocket Names = new(IpProtocol.Udp, IPEndPoint.Parse("[2001:db8::1]:53"));

    private static readonly PacketNetwork Network = new PacketNetwork().Add(Listener).Add(Own).Add(Connection).Add(Names);

    [Fact]
    public void A_connection_is_found_before_what_listens()
    {
        Assert.Same(Connection, Find(Tuple("10.0.0.2", 4000, "10.0.0.1", 80)));
        Assert.Same(Listener, Find(Tuple("10.0.0.2", 4001, "10.0.0.1", 80)));
        Assert.Same(Own, Find(Tuple("10.0.0.2", 4000, "10.0.0.3", 80)));
        Assert.Null(Find(Tuple("10.0.0.2", 4000, "10.0.0.1", 81)));
    }

    [Fact]
    public void Protocols_and_families_are_told_apart()
    {
        var names = new Ipv6Tuple { Destination = Words("2001:db8::1"), DestinationPort = 53 };
        Assert.Same(Names, Packet().LookupUdpSocket(in names, BpfConstants.BPF_F_CURRENT_NETNS, 0)?.Socket);
        Assert.Null(Packet().LookupTcpSocket(in names, BpfConstants.BPF_F_CURRENT_NETNS, 0));
        Assert.Null(Packet().LookupUdpSocket(Tuple("10.0.0.2", 4000, "10.0.0.1", 80), BpfConstants.BPF_F_CURRENT_NETNS, 0));
    }

    [Fact]
    public void Flags_other_networks_and_other_lengths_find_nothing()
    {
        var tuple = Tuple("10.0.0.2", 4000, "10.0.0.1", 80);
        Assert.Null(Packet().LookupTcpSocket(in tuple, BpfConstants.BPF_F_CURRENT_NETNS, 1));
        Assert.Null(Packet().LookupTcpSocket(in tuple, 0, 0));
        Assert.Null(Packet().LookupTcpSocket(new byte[16], BpfConstants.BPF_F_CURRENT_NETNS, 0));
        Assert.NotNull(Packet().LookupTcpConnection(in tuple, 0xffffffff, 0));
    }

    [Fact]
    public void A_reference_is_given_back_once()
    {
        var tuple = Tuple("10.0.0.2", 4000, "10.0.0.1", 80);
        var socket = new XdpBuff(new byte[64]) { Network = Network }.LookupTcpSocket(in tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0)!;

        Assert.Equal(0, socket.Release());

        Assert.Throws<DynptrException>(() => socket.Release());
    }

    private static NetworkSocket? Find(Ipv4Tuple tuple) =>
        Packet().LookupTcpSocket(in tuple, BpfConstants.BPF_F_CURRENT_NETNS, 0)?.Socket;

    private static SkBuff Packet() => new(BpfProgramType.SchedCls, new byte[64]) { Network = Network };

    private static Ipv4Tuple Tuple(string source, ushort sourcePort, string destination, ushort destinationPort) => new()
    {
        Source = new Ipv4Address { Raw = Words(source)[0] },
        SourcePort = sourcePort,
        Destination = new Ipv4Address { Raw = Words(destination)[0] },
        DestinationPort = destinationPort,
    };

    private static Ipv6Address Words(string address)
    {
        var words = default(Ipv6Address);
        IPAddress.Parse(address).TryWriteBytes(MemoryMarshal.AsBytes((System.Span<uint>)words), out _);
        return words;
    }
}
