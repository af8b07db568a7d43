using System;
using System.Collections.Generic;

namespace Dynptrs.Tests.Maps;

/// <summary>Maps of where packets go.</summary>
public sealed class RedirectMapTests
{
    [Fact]
    public void A_packet_goes_where_the_map_says()
    {
        var map = new DeviceMap(4);
        Assert.Equal(0, map.Update(2, 7));

        var result = TestRun.Run(xdp => map.Redirect(2, 0), new byte[64]);

        Assert.Equal(XdpAction.XDP_REDIRECT, result.ReturnValue);
        Assert.Equal([new RedirectTarget(7, 0) { Way = RedirectWay.Map, Map = map, Key = 2 }], result.Redirects);
    }

    [Theory]
    [InlineData(0, XdpAction.XDP_ABORTED)]
    [InlineData(2, XdpAction.XDP_PASS)]
    [InlineData(3, XdpAction.XDP_TX)]
    [InlineData(4, XdpAction.XDP_ABORTED)]
    public void Where_there_is_no_key_the_flags_say_what_to_return(ulong flags, int expected)
    {
        var map = new CpuMap(4);

        var result = TestRun.Run(xdp => map.Redirect(1, flags), new byte[64]);

        Assert.Equal(expected, result.ReturnValue);
        Assert.Empty(result.Redirects);
    }

    [Fact]
    public void A_packet_goes_to_all_interfaces()
    {
        var map = new DeviceHashMap(4);
        const ulong Flags = BpfConstants.BPF_F_BROADCAST | BpfConstants.BPF_F_EXCLUDE_INGRESS;

        var result = TestRun.Run(xdp => map.Redirect(9, Flags), new byte[64]);

        Assert.Equal(XdpAction.XDP_REDIRECT, result.ReturnValue);
        Assert.Equal([new RedirectTarget(0, Flags) { Way = RedirectWay.Map, Map = map, Key = 9 }], result.Redirects);
    }

    [Fact]
    public void Only_interfaces_are_all_sent_to()
    {
        var map = new XskMap(4);
        Assert.Equal(0, map.Update(0, 5));

        Assert.Equal(XdpAction.XDP_ABORTED, TestRun.Run(xdp => map.Redirect(0, BpfConstants.BPF_F_BROADCAST), new byte[64]).ReturnValue);
        Assert.Equal(XdpAction.XDP_REDIRECT, TestRun.Run(xdp => map.Redirect(0, 0), new byte[64]).ReturnValue);
    }

    [Fact]
    public void Indices_are_stored_and_removed_as_in_the_kernel()
    {
        var map = new DeviceMap(2);
        Assert.Equal(-Errno.E2BIG, map.Update(2, 1));
        Assert.Equal(-Errno.EINVAL, map.Update(0, 1, 3));
        Assert.Equal(-Errno.EEXIST, map.Update(0, 1, BpfConstants.BPF_NOEXIST));
        Assert.Equal(0, map.Update(0, 1, BpfConstants.BPF_EXIST));
        Assert.True(map.TryGet(0, out var value) && value == 1);
        Assert.Equal(0, map.Update(0, 0));
        Assert.False(map.TryGet(0, out _));
        Assert.Equal(0, map.Delete(1));
        Assert.Equal(-Errno.EINVAL, map.Delete(2));
    }

    [Fact]
    public void Keys_are_stored_and_removed_as_in_the_kernel()
    {
        var map = new DeviceHashMap(2);
        Assert.Equal(0, map.Update(70, 1));
        Assert.Equal(0, map.Update(50, 2, BpfConstants.BPF_NOEXIST));
        Assert.Equal(-Errno.EEXIST, map.Update(50, 3, BpfConstants.BPF_NOEXIST));
        Assert.Equal(-Errno.E2BIG, map.Update(60, 3));
        Assert.Equal([KeyValuePair.Create(50u, 2u), KeyValuePair.Create(70u, 1u)], map);
        Assert.Equal(0, map.Delete(70));
        Assert.Equal(-Errno.ENOENT, map.Delete(70));
    }

    [Fact]
    public void Peers_and_neighbours_are_noted()
    {
        var hop = new NextHop { Family = BpfConstants.AF_INET6 };

        var result = TestRun.Run(
            BpfProgramType.SchedCls,
            skb =>
            {
                Assert.Equal(TcAction.TC_ACT_SHOT, Redirect.ToPeer(7, 1));
                Assert.Equal(TcAction.TC_ACT_SHOT, Redirect.ToNeighbour(7, new byte[8]));
                Assert.Equal(TcAction.TC_ACT_REDIRECT, Redirect.ToPeer(7));
                Assert.Equal(TcAction.TC_ACT_REDIRECT, Redirect.ToNeighbour(8, default(ReadOnlySpan<byte>)));
                return Redirect.ToNeighbour(9, in hop);
            },
            new byte[64]);

        Assert.Equal(
            [(7u, RedirectWay.Peer, null), (8u, RedirectWay.Neighbour, null), (9u, RedirectWay.Neighbour, (uint?)BpfConstants.AF_INET6)],
            [.. System.Linq.Enumerable.Select(result.Redirects, target => (target.InterfaceIndex, target.Way, target.NextHop?.Family))]);
    }

    [Fact]
    public void Copies_are_sent_as_the_packet_was_then()
    {
        var result = TestRun.Run(
            BpfProgramType.SchedCls,
            skb =>
            {
                Assert.Equal(-Errno.EINVAL, skb.CloneTo(2, 0));
                Assert.Equal(-Errno.EINVAL, skb.CloneTo(1, 2));
                Assert.Equal(0, skb.CloneTo(1, BpfConstants.BPF_F_INGRESS));
                return skb.StoreBytes(0, (byte)1);
            },
            new byte[64]);

        var clone = Assert.Single(result.Clones);
        Assert.Equal(new RedirectTarget(1, BpfConstants.BPF_F_INGRESS), clone.Target);
        Assert.Equal(new byte[64], clone.Packet.ToArray());
        Assert.Equal(1, result.Output.Span[0]);
    }
}
