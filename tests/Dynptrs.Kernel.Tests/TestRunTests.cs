using System;
using System.Linq;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;

namespace Dynptrs.Kernel.Tests;

/// <summary>Programs of the kernel are run on what a test gives them.</summary>
public sealed class TestRunTests
{
    private static readonly byte[] Packet = [.. Enumerable.Range(1, 64).Select(value => (byte)value)];

    [Fact]
    public void A_program_returns_a_value_and_leaves_a_packet()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        var result = firewall.Programs.OnEgress.TestRun(Packet);
        Assert.Equal((0, TcAction.TC_ACT_OK), (result.Error, result.ReturnValue));
        Assert.Equal([0x5a, .. Packet[1..]], result.Output.ToArray());
        Assert.Equal(XdpAction.XDP_PASS, firewall.Programs.OnPacket.TestRun(Packet).ReturnValue);
        Assert.Equal(XdpAction.XDP_DROP, firewall.Programs.OnPacket.TestRun(Packet[..59]).ReturnValue);
    }

    [Fact]
    public void A_program_is_run_as_often_as_is_asked()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        var result = firewall.Programs.OnPacket.TestRun(Packet, new TestRunOptions { Repeat = 1000 });
        Assert.Equal(0, result.Error);
        Assert.InRange(result.Duration, 1, 1_000_000);
        Assert.Equal(1000UL, firewall.Bss.Last.Packets);
    }

    [Fact]
    public void A_packet_may_have_metadata()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        var result = firewall.Programs.OnPacket.TestRun([1, 2, 3, 4, .. Packet], new TestRunOptions { MetadataLength = 4 });
        Assert.Equal((0, XdpAction.XDP_PASS, 4), (result.Error, result.ReturnValue, result.MetadataLength));
        Assert.Equal([1, 2, 3, 4, .. Packet], result.Output.ToArray());
        Assert.Equal(64UL, firewall.Bss.Last.Bytes);
    }

    [Fact]
    public void A_packet_that_cannot_be_is_an_error()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        Assert.Equal(-Errno.EINVAL, firewall.Programs.OnPacket.TestRun(new byte[5]).Error);
    }

    [Fact]
    public void A_raw_tracepoint_is_given_arguments_and_no_packet()
    {
        using var tracer = Tracer.Skeleton.Load(Objects.Compile("Tracer"));
        var result = tracer.Programs.OnSystemCall.TestRun(new TracepointContext(0x1234_5678_9abc, 3));
        Assert.Equal((0, 7), (result.Error, result.ReturnValue));
        Assert.True(result.Output.IsEmpty);
        Assert.Equal(0x1234_5678_9abcUL, tracer.Bss.First);
    }

    [Fact]
    public void A_context_of_its_own_goes_in_and_out()
    {
        using var loaded = KernelObject.Load(Objects.CompileC("""
            char _license[] __attribute__((section("license"), used)) = "GPL";
            struct context { long given; long taken; };
            __attribute__((section("syscall"), used)) int swap(struct context *ctx) { ctx->taken = ctx->given + 1; return 5; }
            """));
        var context = (Given: 41L, Taken: 0L);
        Assert.Equal(5, loaded.Program("swap").TestRun(ref context).ReturnValue);
        Assert.Equal((41L, 42L), context);
    }

    [Fact]
    public void A_program_that_is_not_loaded_is_not_run()
    {
        var content = Objects.CompileC("""
            char _license[] __attribute__((section("license"), used)) = "GPL";
            __attribute__((section("?xdp"), used)) int later(void *ctx) { return 2; }
            """);
        using var without = KernelObject.Load(content);
        Assert.Throws<InvalidOperationException>(() => without.Program("later").TestRun(Packet));
        using var with = KernelObject.Load(content, new KernelLoadOptions { LoadsAll = true });
        Assert.Equal(2, with.Program("later").TestRun(Packet).ReturnValue);
    }
}
