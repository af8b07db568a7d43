using System;
using System.Linq;

namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The tunnel of <c>test_xdp_dynptr</c> wraps packets as the kernel's test asserts of its twin without dynptrs.</summary>
public sealed class XdpDynptrTests
{
    internal const string Suite = "test_xdp_dynptr";

    private const string Program = "_xdp_tx_iptunnel";
    private const byte Ipv4 = 2;
    private const byte Ipv6 = 10;

    /// <summary>The programs of the suite.</summary>
    internal static string[] Programs { get; } = [Program];

    [Fact]
    public void An_ipv4_packet_is_wrapped_in_another()
    {
        using var suite = new SuiteRun(Suite);
        AddTunnel(suite, Ipv4, source: 1, destination: 2);

        var result = TestRun.Run((XdpBuff xdp) => suite.Run(Program, xdp), TestPackets.Ipv4());

        Assert.Equal((0, XdpAction.XDP_TX, 74), (result.Error, result.ReturnValue, result.Output.Length));
        var output = result.Output.ToArray();
        Assert.Equal([0x11, 0x22, 0x33, 0x44, 0x55, 0x66], output[..6]);
        Assert.Equal([0x08, 0x00, 0x45, 0, 0, 143], output[12..18]);
        Assert.Equal(4, output[23]);
        Assert.Equal(0xffff, Sum(output.AsSpan(14, 20)));
        Assert.Equal(TestPackets.Ipv4()[14..], output[34..]);
    }

    [Fact]
    public void An_ipv6_packet_is_wrapped_in_another()
    {
        using var suite = new SuiteRun(Suite);
        AddTunnel(suite, Ipv6, source: 1, destination: 2);

        var result = TestRun.Run((XdpBuff xdp) => suite.Run(Program, xdp), TestPackets.Ipv6());

        Assert.Equal((0, XdpAction.XDP_TX, 114), (result.Error, result.ReturnValue, result.Output.Length));
        var output = result.Output.ToArray();
        Assert.Equal([0x86, 0xdd], output[12..14]);
        Assert.Equal(41, output[20]);
        Assert.Equal(TestPackets.Ipv6()[14..], output[54..]);
    }

    [Fact]
    public void A_packet_that_belongs_to_no_tunnel_passes_and_a_foreign_one_is_dropped()
    {
        using var suite = new SuiteRun(Suite);
        var foreign = TestPackets.Ipv4();
        foreign[12] = 0x11;

        Assert.Equal(XdpAction.XDP_PASS, TestRun.Run((XdpBuff xdp) => suite.Run(Program, xdp), TestPackets.Ipv4()).ReturnValue);
        Assert.Equal(XdpAction.XDP_DROP, TestRun.Run((XdpBuff xdp) => suite.Run(Program, xdp), foreign).ReturnValue);
    }

    /// <summary>A tunnel for TCP packets without addresses and ports.</summary>
    private static void AddTunnel(SuiteRun suite, byte family, byte source, byte destination)
    {
        byte[] vip = [.. new byte[16], 0, 0, family, 0, 6];
        byte[] tunnel =
            [.. Enumerable.Repeat(source, 16), .. Enumerable.Repeat(destination, 16), family, 0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66];
        Assert.Equal(0, suite.UpdateMap("vip2tnl", vip, tunnel));
    }

    /// <summary>The one's-complement sum of the words.</summary>
    private static int Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        for (var i = 0; i < bytes.Length; i += 2)
            sum += (bytes[i] << 8) | bytes[i + 1];
        return (sum & 0xffff) + (sum >> 16);
    }
}
