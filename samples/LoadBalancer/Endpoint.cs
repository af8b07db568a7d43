using System;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Dynptrs;

namespace LoadBalancer;

/// <summary>What people write, as the programs read it.</summary>
public static class Endpoint
{
    /// <summary>A service, such as <c>tcp/192.0.2.1:80</c> or <c>udp/[2001:db8::1]:53</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static VirtualService ReadService(string text)
    {
        if (text.Split('/', 2) is not [var protocol, var end] || !IPEndPoint.TryParse(end, out var endPoint) || endPoint.Port == 0)
            throw new FormatException($"`{text}` is no service: write it as tcp/192.0.2.1:80, or udp/[2001:db8::1]:53.");
        return new VirtualService
        {
            Address = ReadAddress(endPoint.Address),
            Port = (ushort)IPAddress.HostToNetworkOrder((short)endPoint.Port),
            Protocol = protocol == "tcp" ? IpProtocol.Tcp : IpProtocol.Udp,
            Version = VersionOf(endPoint.Address),
        };
    }

    /// <summary>A server, by its address.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Server ReadServer(string text)
    {
        var address = IPAddress.Parse(text);
        return new Server { Address = ReadAddress(address), Version = VersionOf(address) };
    }

    /// <summary>An address of either version, of which that of IPv4 is the first word.</summary>
    public static Ipv6Address ReadAddress(IPAddress address)
    {
        var words = default(Ipv6Address);
        address.TryWriteBytes(MemoryMarshal.AsBytes((Span<uint>)words), out _);
        return words;
    }

    /// <summary>An Ethernet address.</summary>
    public static MacAddress ReadMac(PhysicalAddress address) => MemoryMarshal.Read<MacAddress>(address.GetAddressBytes());

    private static byte VersionOf(IPAddress address) => (byte)(address.AddressFamily == AddressFamily.InterNetworkV6 ? 6 : 4);
}
