using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Dynptrs;

public sealed partial class PacketNetwork
{
    private const uint KnownLookupFlags =
        BpfConstants.BPF_FIB_LOOKUP_DIRECT
        | BpfConstants.BPF_FIB_LOOKUP_OUTPUT
        | BpfConstants.BPF_FIB_LOOKUP_SKIP_NEIGH
        | BpfConstants.BPF_FIB_LOOKUP_TBID
        | BpfConstants.BPF_FIB_LOOKUP_SRC
        | BpfConstants.BPF_FIB_LOOKUP_MARK;

    // The kernel's rules, unless they were changed: what is local, the main table, and what is left.
    private static readonly uint[] TablesByRule = [255, Route.MainTable, 253];

    private readonly List<Route> _routes = [];
    private readonly Dictionary<(uint Interface, IPAddress Address), MacAddress> _neighbours = [];

    /// <summary>The routes, in the order in which they were added.</summary>
    public IReadOnlyList<Route> Routes => _routes;

    /// <summary>Adds a route.</summary>
    /// <param name="route">The route.</param>
    /// <returns>This network.</returns>
    public PacketNetwork Add(Route route)
    {
        ArgumentNullException.ThrowIfNull(route);
        _routes.Add(route);
        return this;
    }

    /// <summary>Says which Ethernet address an address has.</summary>
    /// <param name="interfaceIndex">The number of the network interface behind which it is.</param>
    /// <param name="address">The address, of IPv4 or IPv6.</param>
    /// <param name="mac">Its Ethernet address.</param>
    /// <returns>This network.</returns>
    public PacketNetwork AddNeighbour(uint interfaceIndex, IPAddress address, MacAddress mac)
    {
        ArgumentNullException.ThrowIfNull(address);
        _neighbours[(interfaceIndex, address)] = mac;
        return this;
    }

    /// <summary><c>bpf_fib_lookup</c>, without what only a socket buffer asks.</summary>
    internal int FindRoute(ref RouteQuery query, uint flags, bool checksLength)
    {
        if ((flags & ~KnownLookupFlags) != 0)
            return -Errno.EINVAL;
        if (query.Family is not (BpfConstants.AF_INET or BpfConstants.AF_INET6))
            return -Errno.EAFNOSUPPORT;
        var destination = AddressOf(in query.Destination, query.Family);
        if (query.Family == BpfConstants.AF_INET6 && (IsNeverForwarded(destination) || IsNeverForwarded(AddressOf(in query.Source, query.Family))))
            return BpfConstants.BPF_FIB_LKUP_RET_NOT_FWDED;
        if (Find(query.InterfaceIndex) is not { } device)
            return -Errno.ENODEV;
        if (!device.IsForwarding)
            return BpfConstants.BPF_FIB_LKUP_RET_FWD_DISABLED;

        var table = Route.MainTable;
        var isDirect = (flags & BpfConstants.BPF_FIB_LOOKUP_DIRECT) != 0;
        if (isDirect && (flags & BpfConstants.BPF_FIB_LOOKUP_TBID) != 0)
            (table, query.Table) = (query.Table, 0);
        var output = (flags & BpfConstants.BPF_FIB_LOOKUP_OUTPUT) != 0 ? query.InterfaceIndex : (uint?)null;
        var route = FindRoute(destination, isDirect ? [table] : TablesByRule, output);
        return Follow(route, ref query, destination, flags, checksLength);
    }

    private Route? FindRoute(IPAddress destination, uint[] tables, uint? output)
    {
        foreach (var table in tables)
        {
            var route = _routes
                .Where(route => route.Table == table && (output is null || route.InterfaceIndex == output))
                .Where(route => route.Destination.BaseAddress.AddressFamily == destination.AddressFamily && route.Destination.Contains(destination))
                .OrderByDescending(route => route.Destination.PrefixLength)
                .ThenBy(route => route.Metric)
                .FirstOrDefault();
            if (route is not null)
                return route;
        }

        return null;
    }

    private int Follow(Route? route, ref RouteQuery query, IPAddress destination, uint flags, bool checksLength)
    {
        switch (route?.Kind)
        {
            case RouteKind.Unicast:
                break;
            case RouteKind.Blackhole:
                return BpfConstants.BPF_FIB_LKUP_RET_BLACKHOLE;
            case RouteKind.Unreachable:
                return BpfConstants.BPF_FIB_LKUP_RET_UNREACHABLE;
            case RouteKind.Prohibit:
                return BpfConstants.BPF_FIB_LKUP_RET_PROHIBIT;
            default:
                return BpfConstants.BPF_FIB_LKUP_RET_NOT_FWDED;
        }

        if (Find(route.InterfaceIndex) is not { } device)
            return BpfConstants.BPF_FIB_LKUP_RET_NOT_FWDED;
        if (checksLength && query.TotalLength > device.Mtu)
        {
            query.TotalLength = (ushort)device.Mtu;
            return BpfConstants.BPF_FIB_LKUP_RET_FRAG_NEEDED;
        }

        query.Flow = route.Metric;
        query.InterfaceIndex = device.Index;
        if ((flags & BpfConstants.BPF_FIB_LOOKUP_SRC) != 0)
        {
            if (route.Source is null && query.Family == BpfConstants.AF_INET6)
                return BpfConstants.BPF_FIB_LKUP_RET_NO_SRC_ADDR;
            Write(route.Source ?? IPAddress.Any, ref query.Source);
        }

        if (route.Gateway is { } gateway)
        {
            destination = gateway;
            query.Family = gateway.AddressFamily == AddressFamily.InterNetworkV6 ? BpfConstants.AF_INET6 : query.Family;
            Write(gateway, ref query.Destination);
        }

        if ((flags & BpfConstants.BPF_FIB_LOOKUP_SKIP_NEIGH) == 0)
        {
            if (!_neighbours.TryGetValue((device.Index, destination), out var mac))
                return BpfConstants.BPF_FIB_LKUP_RET_NO_NEIGH;
            (query.DestinationMac, query.SourceMac) = (mac, device.Address);
        }

        query.Table = 0;
        if (checksLength)
            query.TotalLength = (ushort)device.Mtu;
        return BpfConstants.BPF_FIB_LKUP_RET_SUCCESS;
    }

    private static bool IsNeverForwarded(IPAddress address) =>
        address.IsIPv6Multicast || address.IsIPv6LinkLocal || IPAddress.IPv6Loopback.Equals(address);

    private static IPAddress AddressOf(in Ipv6Address address, byte family)
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<Ipv6Address>(in address));
        return new IPAddress(family == BpfConstants.AF_INET ? bytes[..sizeof(uint)] : bytes);
    }

    private static void Write(IPAddress from, ref Ipv6Address address) =>
        from.TryWriteBytes(MemoryMarshal.AsBytes(new Span<Ipv6Address>(ref address)), out _);
}
