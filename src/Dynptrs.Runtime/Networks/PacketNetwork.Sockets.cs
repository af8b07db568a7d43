using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

public sealed partial class PacketNetwork
{
    private readonly List<NetworkSocket> _sockets = [];

    /// <summary>The sockets, in the order in which they were added.</summary>
    public IReadOnlyList<NetworkSocket> Sockets => _sockets;

    /// <summary>Adds a socket.</summary>
    /// <param name="socket">The socket.</param>
    /// <returns>This network.</returns>
    public PacketNetwork Add(NetworkSocket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        _sockets.Add(socket);
        return this;
    }

    /// <summary><c>bpf_sk_lookup_tcp</c> and its like: other networks, which a number names, are not there.</summary>
    internal BpfSocket? FindSocket(IpProtocol protocol, ReadOnlySpan<byte> tuple, ulong network, ulong flags)
    {
        if (flags != 0 || (int)network >= 0 || !TryReadEnds(tuple, out var source, out var destination))
            return null;
        var candidates = _sockets.Where(socket => socket.Protocol == protocol && socket.Local.Port == destination.Port).ToList();
        var found = candidates.Find(socket => source.Equals(socket.Remote) && Reaches(socket, destination))
            ?? candidates.Find(socket => socket.Remote is null && socket.Local.Equals(destination))
            ?? candidates.Find(socket => socket.Remote is null && Reaches(socket, destination));
        return found is null ? null : new BpfSocket(found);
    }

    /// <summary>Whether packets for an address come to a socket: IPv6 takes those of IPv4 as well, where it takes all.</summary>
    private static bool Reaches(NetworkSocket socket, IPEndPoint destination) =>
        socket.Local.Equals(destination)
        || (socket.Local.Address.Equals(IPAddress.Any) && destination.AddressFamily == socket.Local.AddressFamily)
        || socket.Local.Address.Equals(IPAddress.IPv6Any);

    private static bool TryReadEnds(ReadOnlySpan<byte> tuple, out IPEndPoint source, out IPEndPoint destination)
    {
        if (tuple.Length == Unsafe.SizeOf<Ipv4Tuple>())
        {
            var ends = MemoryMarshal.Read<Ipv4Tuple>(tuple);
            source = EndPoint(tuple[..sizeof(uint)], ends.SourcePort);
            destination = EndPoint(tuple.Slice(sizeof(uint), sizeof(uint)), ends.DestinationPort);
            return true;
        }

        if (tuple.Length == Unsafe.SizeOf<Ipv6Tuple>())
        {
            var ends = MemoryMarshal.Read<Ipv6Tuple>(tuple);
            var length = Unsafe.SizeOf<Ipv6Address>();
            source = EndPoint(tuple[..length], ends.SourcePort);
            destination = EndPoint(tuple.Slice(length, length), ends.DestinationPort);
            return true;
        }

        source = destination = new IPEndPoint(IPAddress.None, 0);
        return false;
    }

    private static IPEndPoint EndPoint(ReadOnlySpan<byte> address, ushort port) => new(new IPAddress(address), port);
}
