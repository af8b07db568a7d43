using System.Net;
using System.Runtime.InteropServices;

namespace Dynptrs.Tests.Networks;

/// <summary>Routes as the host says them, with the kernel's results.</summary>
public sealed class RouteTests
{
    private static readonly PacketNetwork Network = new PacketNetwork()
        .Add(new NetworkDevice(2, 1500) { IsForwarding = true, Address = Mac(2) })
        .Add(new NetworkDevice(3, 1400) { IsForwarding = true, Address = Mac(3) })
        .Add(new Route(IPNetwork.Parse("10.0.0.0/8"), 3) { Metric = 9 })
        .Add(new Route(IPNetwork.Parse("10.0.0.0/8"), 2) { Metric = 10 })
        .Add(new Route(IPNetwork.Parse("10.1.0.0/16"), 2) { Gateway = IPAddress.Parse("10.9.9.9"), Source = IPAddress.Parse("10.8.8.8") })
        .Add(new Route(IPNetwork.Parse("10.2.0.0/16"), 2) { Gateway = IPAddress.Parse("2001:db8::9") })
        .Add(new Route(IPNetwork.Parse("10.3.0.0/16"), 2) { Kind = RouteKind.Blackhole })
        .Add(new Route(IPNetwork.Parse("10.4.0.0/16"), 2) { Kind = RouteKind.Unreachable })
        .Add(new Route(IPNetwork.Parse("10.5.0.0/16"), 2) { Kind = RouteKind.Prohibit })
        .Add(new Route(IPNetwork.Parse("10.6.0.0/16"), 2) { Kind = RouteKind.Local, Table = 255 })
        .Add(new Route(IPNetwork.Parse("10.7.0.0/16"), 3) { Table = 77 })
        .Add(new Route(IPNetwork.Parse("2001:db8:1::/48"), 3))
        .AddNeighbour(3, IPAddress.Parse("10.0.0.5"), Mac(5))
        .AddNeighbour(2, IPAddress.Parse("10.0.0.5"), Mac(7))
        .AddNeighbour(2, IPAddress.Parse("10.9.9.9"), Mac(9))
        .AddNeighbour(2, IPAddress.Parse("2001:db8::9"), Mac(6))
        .AddNeighbour(3, IPAddress.Parse("10.7.0.1"), Mac(7))
        .AddNeighbour(3, IPAddress.Parse("2001:db8:1::1"), Mac(1));

    [Theory]
    [InlineData("10.0.0.5", 0u, 0, 3u, "02:00:00:00:00:05")]
    [InlineData("10.0.0.5", BpfConstants.BPF_FIB_LOOKUP_OUTPUT, 0, 2u, "02:00:00:00:00:07")]
    [InlineData("10.1.0.1", 0u, 0, 2u, "02:00:00:00:00:09")]
    [InlineData("10.2.0.1", 0u, 0, 2u, "02:00:00:00:00:06")]
    [InlineData("10.0.0.6", 0u, BpfConstants.BPF_FIB_LKUP_RET_NO_NEIGH, 3u, "00:00:00:00:00:00")]
    [InlineData("10.0.0.6", BpfConstants.BPF_FIB_LOOKUP_SKIP_NEIGH, 0, 3u, "00:00:00:00:00:00")]
    [InlineData("10.3.0.1", 0u, BpfConstants.BPF_FIB_LKUP_RET_BLACKHOLE, 2u, "00:00:00:00:00:00")]
    [InlineData("10.4.0.1", 0u, BpfConstants.BPF_FIB_LKUP_RET_UNREACHABLE, 2u, "00:00:00:00:00:00")]
    [InlineData("10.5.0.1", 0u, BpfConstants.BPF_FIB_LKUP_RET_PROHIBIT, 2u, "00:00:00:00:00:00")]
    [InlineData("10.6.0.1", 0u, BpfConstants.BPF_FIB_LKUP_RET_NOT_FWDED, 2u, "00:00:00:00:00:00")]
    [InlineData("11.0.0.1", 0u, BpfConstants.BPF_FIB_LKUP_RET_NOT_FWDED, 2u, "00:00:00:00:00:00")]
    [InlineData("10.7.0.1", BpfConstants.BPF_FIB_LOOKUP_DIRECT | BpfConstants.BPF_FIB_LOOKUP_TBID, 0, 3u, "02:00:00:00:00:07")]
    [InlineData("2001:db8:1::1", 0u, 0, 3u, "02:00:00:00:00:01")]
    [InlineData("2001:db8:2::1", 0u, BpfConstants.BPF_FIB_LKUP_RET_NOT_FWDED, 2u, "00:00:00:00:00:00")]
    [InlineData("2001:db8:1::1", BpfConstants.BPF_FIB_LOOKUP_SRC, BpfConstants.BPF_FIB_LKUP_RET_NO_SRC_ADDR, 3u, "00:00:00:00:00:00")]
    public void A_route_says_where_a_packet_goes(string destination, uint flags, int expected, uint device, string mac)
    {
        var query = Query(destination);
        query.Table = 77;

        Assert.Equal(expected, Xdp().LookupRoute(ref query, flags));

        Assert.Equal((device, mac), (query.InterfaceIndex, query.DestinationMac.ToString()));
        var isKnown = mac.StartsWith("02", System.StringComparison.Ordinal);
        Assert.Equal(isKnown ? Mac(device).ToString() : default(MacAddress).ToString(), query.SourceMac.ToString());
    }

    [Fact]
    public void A_gateway_takes_the_place_of_the_destination()
    {
        var query = Query("10.1.0.1");
        Assert.Equal(0, Xdp().LookupRoute(ref query, BpfConstants.BPF_FIB_LOOKUP_SRC));
        Assert.Equal((Words("10.9.9.9")[0], Words("10.8.8.8")[0]), (query.Destination[0], query.Source[0]));

        query = Query("10.2.0.1");
        Assert.Equal(0, Xdp().LookupRoute(ref query, 0));
        Assert.Equal(BpfConstants.AF_INET6, query.Family);
        Assert.Equal("2001:db8::9", query.Destination.ToString());
    }

    [Fact]
    public void A_packet_may_be_too_long_for_its_route()
    {
        var query = Query("10.0.0.5");
        query.TotalLength = 1401;
        Assert.Equal(BpfConstants.BPF_FIB_LKUP_RET_FRAG_NEEDED, Xdp().LookupRoute(ref query, 0));
        Assert.Equal((1400, 2u), (query.TotalLength, query.InterfaceIndex));

        query = Query("10.0.0.5");
        query.TotalLength = 1400;
        Assert.Equal(0, Xdp().LookupRoute(ref query, 0));
        Assert.Equal((1400, 9u), (query.TotalLength, query.Flow));
    }

    [Theory]
    [InlineData(1418, 0)]
    [InlineData(1419, BpfConstants.BPF_FIB_LKUP_RET_FRAG_NEEDED)]
    public void A_socket_buffer_without_a_length_is_measured(int length, int expected)
    {
        var query = Query("10.0.0.5");
        var packet = new SkBuff(BpfProgramType.SchedCls, new byte[length]) { Network = Network };

        Assert.Equal(expected, packet.LookupRoute(ref query, 0));

        Assert.Equal(1400, query.TotalLength);
    }

    [Theory]
    [InlineData(64u, BpfConstants.AF_INET, 2u, -Errno.EINVAL)]
    [InlineData(0u, 1, 2u, -Errno.EAFNOSUPPORT)]
    [InlineData(0u, BpfConstants.AF_INET, 8u, -Errno.ENODEV)]
    [InlineData(0u, BpfConstants.AF_INET, 1u, BpfConstants.BPF_FIB_LKUP_RET_FWD_DISABLED)]
    public void What_cannot_be_asked_is_refused(uint flags, byte family, uint device, int expected)
    {
        var query = Query("10.0.0.5");
        (query.Family, query.InterfaceIndex) = (family, device);

        Assert.Equal(expected, Xdp().LookupRoute(ref query, flags));
    }

    [Theory]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("::1")]
    public void What_stays_on_the_link_is_not_forwarded(string destination)
    {
        var query = Query(destination);

        Assert.Equal(BpfConstants.BPF_FIB_LKUP_RET_NOT_FWDED, Xdp().LookupRoute(ref query, 0));
    }

    private static XdpBuff Xdp() => new(new byte[64]) { Network = Network };

    private static RouteQuery Query(string destination)
    {
        var address = IPAddress.Parse(destination);
        return new RouteQuery
        {
            Family = address.GetAddressBytes().Length == 4 ? BpfConstants.AF_INET : BpfConstants.AF_INET6,
            InterfaceIndex = 2,
            Destination = Words(destination),
        };
    }

    private static Ipv6Address Words(string address)
    {
        var words = default(Ipv6Address);
        IPAddress.Parse(address).TryWriteBytes(MemoryMarshal.AsBytes((System.Span<uint>)words), out _);
        return words;
    }

    private static MacAddress Mac(uint last) => MemoryMarshal.Read<MacAddress>([2, 0, 0, 0, 0, (byte)last]);
}
