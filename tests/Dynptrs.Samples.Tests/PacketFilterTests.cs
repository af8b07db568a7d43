using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using Dynptrs.Kernel;
using Dynptrs.Samples.Tests.Network;
using PacketFilter;

namespace Dynptrs.Samples.Tests;

/// <summary>Packets that sockets send, through the program, to sockets that wait for them.</summary>
public sealed class PacketFilterTests
{
    private const ushort ClosedPort = 7001;
    private const ushort OpenPort = 7002;
    private const int HeadersOfIPv4 = 14 + 20 + 8;
    private const int HeadersOfIPv6 = 14 + 40 + 8;

    [Theory]
    [InlineData("10.0.0.2", HeadersOfIPv4)]
    [InlineData("fd00::2", HeadersOfIPv6)]
    public void What_goes_to_a_closed_port_is_dropped_and_counted(string address, int headers)
    {
        Worlds.SkipWhereMissing(typeof(Filter), BpfWorld.Kernel);
        ConnectedNetworks.Run(networks =>
        {
            var target = IPAddress.Parse(address);
            networks.EnterNear();
            using var sender = new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            networks.EnterFar();
            using var closed = Listen(target, ClosedPort);
            using var open = Listen(target, OpenPort);
            using var filter = Filter.Skeleton.Load();
            Assert.Equal(0, filter.Maps.Closed.Update(ClosedPort, new Traffic { Packets = 10, Bytes = 1000 }));
            using var link = filter.Programs.OnPacket.AttachXdp(ConnectedNetworks.FarIndex);

            Send("first"u8, ClosedPort);
            Send("second"u8, ClosedPort);
            Send("third"u8, OpenPort);

            // What is sent last comes last: the others would be there by now.
            Assert.Equal("third"u8, Receive(open));
            Assert.Equal(0, closed.Available);
            Assert.True(filter.Maps.Closed.TryGet(ClosedPort, out var dropped));
            Assert.Equal(new Traffic { Packets = 12, Bytes = 1000 + (2 * headers) + 5 + 6 }, dropped);
            Assert.Equal(1, Volatile.Read(ref filter.Bss.Passed));
            Assert.False(filter.Maps.Closed.TryGet(OpenPort, out _));

            Assert.Equal(0, filter.Maps.Closed.Delete(ClosedPort));
            Send("fourth"u8, ClosedPort);
            Assert.Equal("fourth"u8, Receive(closed));
            Assert.Equal(2, Volatile.Read(ref filter.Bss.Passed));

            void Send(ReadOnlySpan<byte> text, ushort port) => sender.SendTo(text, new IPEndPoint(target, port));
        });
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void What_has_no_port_passes(BpfWorld world)
    {
        Worlds.SkipWhereMissing(typeof(Filter), world);
        using var filter = Filter.Skeleton.Open(world);
        filter.Bss.Passed = 0;
        foreach (var packet in new byte[][] { new byte[14], [.. new byte[12], 0x08, 0x00], [.. new byte[12], 0x86, 0xdd, .. new byte[40]] })
            Assert.Equal(XdpAction.XDP_PASS, filter.Programs.OnPacket.TestRun(packet).ReturnValue);
        Assert.Equal(0, filter.Bss.Passed);
    }

    private static Socket Listen(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 30_000 };
        socket.Bind(new IPEndPoint(address, port));
        return socket;
    }

    private static byte[] Receive(Socket socket)
    {
        var buffer = new byte[64];
        return buffer[..socket.Receive(buffer)];
    }
}
