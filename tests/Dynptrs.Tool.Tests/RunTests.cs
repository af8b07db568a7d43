using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr run</c>.</summary>
public sealed class RunTests
{
    private const string Packet = """
        ffffffffffff 000000000001 0800          # Ethernet
        4500 0014 0000 0000 4011 0000           # IPv4
        7f000001 7f000001
        """;

    [Theory]
    [InlineData("OnPacket", "run-xdp")]
    [InlineData("Filter.OnSkb", "run-tc")]
    [InlineData("Divide", "run-different")]
    public async Task A_packet_is_run_here_and_there(string program, string golden)
    {
        Needs.Kernel();
        using var workspace = new Workspace("Filter.cs");
        workspace.Write("packet.hex", Packet);

        (await workspace.RunAsync("run", program, "-p", "Filter.cs", "--packet", "packet.hex")).ShouldBe(golden);
    }

    [Fact]
    public async Task A_packet_that_is_too_short_is_refused_by_both()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Filter.cs");
        workspace.Write("short.bin", [1, 2, 3]);

        (await workspace.RunAsync("run", "OnSkb", "-p", "Filter.cs", "--packet", "short.bin")).ShouldBe("run-short");
    }

    [Fact]
    public async Task The_packets_of_a_capture_are_run_in_their_order()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Filter.cs");
        var packet = Convert.FromHexString("ffffffffffff000000000001080045000014000000004011000000000000" + "7f0000017f000001");
        var other = packet.ToArray();
        other[12] = 0x86;
        workspace.Write("web.pcap", Capture(packet, other, packet));

        var outcome = await workspace.RunAsync("run", "OnPacket", "-p", "Filter.cs", "--capture", "web.pcap");

        Assert.SkipWhen(outcome.Errors.Contains("libpcap is not installed", StringComparison.Ordinal), outcome.Errors);
        outcome.ShouldBe("run-capture");
    }

    [Fact]
    public async Task A_program_of_a_project_runs_with_its_libraries()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Filter.cs");
        workspace.WriteProject();
        workspace.Write("packet.hex", Packet);

        Assert.Equal(0, (await workspace.RunAsync("run", "OnPacket", "--packet", "packet.hex")).ExitCode);
    }

    [Fact]
    public async Task A_program_without_a_packet_is_refused()
    {
        using var workspace = new Workspace("Filter.cs");
        workspace.Write("packet.hex", Packet);

        (await workspace.RunAsync("run", "OnSleep", "-p", "Filter.cs", "--packet", "packet.hex")).ShouldFail(
            "`OnSleep` is given no packet: its section is \"tp/syscalls/sys_enter_nanosleep\". "
            + "Programs with a packet take an XdpBuff or a SkBuff. Call this one in a test, with what it is given.");
    }

    [Theory]
    [InlineData(
        "missing.bin",
        "There is no packet file missing.bin. It holds the bytes from the Ethernet header on; as digits, if it ends in .hex.")]
    [InlineData("bad.hex", "bad.hex holds something else than pairs of hexadecimal digits, spaces, and comments behind #.")]
    [InlineData("empty.bin", "empty.bin is empty. A packet begins with an Ethernet header of 14 bytes.")]
    public async Task A_file_that_holds_no_packet_is_named(string file, string message)
    {
        using var workspace = new Workspace("Filter.cs");
        workspace.Write("bad.hex", "0x12");
        workspace.Write("empty.bin", []);

        (await workspace.RunAsync("run", "OnPacket", "-p", "Filter.cs", "--packet", file)).ShouldFail(message);
    }

    [Fact]
    public async Task Packets_must_be_named()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.RunAsync("run", "OnPacket");

        Assert.Equal(
            (2, "error: Name the packets: `--packet FILE` for one, or `--capture FILE` for those of a capture.\n"
                + "`dynptr run --help` shows how it is used.\n"),
            (outcome.ExitCode, outcome.Errors));
    }

    /// <summary>A capture of Ethernet frames, as tcpdump writes it.</summary>
    private static byte[] Capture(params byte[][] packets)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var number in new uint[] { 0xa1b2c3d4, 0x00040002, 0, 0, 65535, 1 })
            writer.Write(number);
        foreach (var packet in packets)
        {
            foreach (var number in new[] { 0, 0, packet.Length, packet.Length })
                writer.Write(number);
            writer.Write(packet);
        }

        writer.Flush();
        return stream.ToArray();
    }
}
