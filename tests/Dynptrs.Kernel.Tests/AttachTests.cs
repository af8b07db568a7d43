using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;

namespace Dynptrs.Kernel.Tests;

/// <summary>Programs are attached, run by the kernel, and detached; what a machine does not have is skipped.</summary>
public sealed class AttachTests
{
    [Fact]
    public void A_raw_tracepoint_is_attached_by_its_section()
    {
        using var tracer = Tracer.Skeleton.Load(Objects.Compile("Tracer"));
        tracer.Bss.Watched = Environment.ProcessId;
        using (tracer.Programs.OnSystemCall.Attach())
            WaitFor(() => Volatile.Read(ref tracer.Bss.Calls) > 0, Thread.Yield);
        var calls = tracer.Bss.Calls;
        Thread.Yield();
        _ = File.Exists("/nowhere");
        Assert.Equal(calls, tracer.Bss.Calls);
    }

    [Fact]
    public void A_tracepoint_is_attached_by_its_section()
    {
        Assert.SkipUnless(
            new[] { "/sys/kernel/tracing", "/sys/kernel/debug/tracing" }.Any(folder => Directory.Exists(folder + "/events/sched")),
            "The files of the tracepoints are not mounted here.");
        AssertAttached("tp/sched/sched_switch", "void *ctx");
    }

    [Fact]
    public void A_probe_is_attached_by_its_section()
    {
        Assert.SkipUnless(Directory.Exists("/sys/bus/event_source/devices/kprobe"), "This kernel has no kprobes.");
        AssertAttached("kprobe/do_sys_openat2", "void *ctx");
    }

    [Theory]
    [InlineData("fentry/do_unlinkat")]
    [InlineData("lsm/file_open")]
    public void A_function_or_a_hook_is_attached_by_its_section(string section) => AssertAttached(section, "unsigned long long *ctx");

    [Theory]
    [InlineData(XdpMode.Any)]
    [InlineData(XdpMode.Generic)]
    [InlineData(XdpMode.Driver)]
    public void An_XDP_program_is_attached_to_an_interface(XdpMode mode)
    {
        var content = Objects.Compile("Firewall");
        NetworkNamespace.Run(far =>
        {
            using var firewall = Firewall.Skeleton.Load(content);
            using (firewall.Programs.OnPacket.AttachXdp(far, mode))
            {
                WaitFor(() => Volatile.Read(ref firewall.Bss.Last.Packets) > 0, Send);
                Assert.Equal(16, Assert.Throws<BpfLoadException>(() => firewall.Programs.OnPacket.AttachXdp(far, mode)).Error);
            }

            firewall.Programs.OnPacket.AttachXdp(far, mode).Dispose();
        });
    }

    [Theory]
    [InlineData(TrafficDirection.Ingress)]
    [InlineData(TrafficDirection.Egress)]
    public void A_program_of_traffic_control_is_attached_to_an_interface(TrafficDirection direction)
    {
        var content = Objects.CompileC("""
            char _license[] __attribute__((section("license"), used)) = "GPL";
            int seen;
            __attribute__((section("tc"), used)) int count(void *ctx) { seen++; return 0; }
            __attribute__((section("tcx/ingress"), used)) int newer(void *ctx) { seen++; return 0; }
            """);
        NetworkNamespace.Run(far =>
        {
            using var loaded = KernelObject.Load(content);
            // What `near` sends out comes in at `far`.
            var index = direction == TrafficDirection.Ingress ? far : far + 1;
            foreach (var program in loaded.Programs.Where(program => program.Name == "count" || direction == TrafficDirection.Ingress))
            {
                loaded.Variables.Get<int>("seen") = 0;
                using var link = program.AttachTraffic(index, direction);
                WaitFor(() => Volatile.Read(ref loaded.Variables.Get<int>("seen")) > 0, Send);
            }
        });
    }

    [Fact]
    public void A_netfilter_program_is_attached_to_a_hook()
    {
        var content = Objects.Compile("Firewall");
        NetworkNamespace.Run(_ =>
        {
            using var firewall = Firewall.Skeleton.Load(content);
            var before = firewall.Bss.Dropped;
            var hook = new NetfilterHook(NetfilterFamily.IPv4, NetfilterPoint.LocalOut, -128);
            using var link = firewall.Programs.OnHook.AttachNetfilter(hook);
            WaitFor(() => Volatile.Read(ref firewall.Bss.Dropped) > before, Send);
            Assert.NotEqual(0, Assert.Throws<BpfLoadException>(() => firewall.Programs.OnHook.AttachNetfilter(hook)).Error);
        });
    }

    [Fact]
    public void A_program_is_attached_to_a_control_group()
    {
        var content = Objects.Compile("Firewall");
        var root = File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).FirstOrDefault(mount => mount[2] == "cgroup2")?[1];
        Assert.SkipWhen(root is null, "No control groups of the second version are mounted here.");
        var group = Path.Combine(root, $"dynptrs-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(group);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Assert.Skip($"No control group can be made here: {exception.Message}");
        }

        try
        {
            using var firewall = Firewall.Skeleton.Load(content);
            firewall.Programs.OnGroup.AttachCgroup(group).Dispose();
            Assert.Equal(2, Assert.Throws<BpfLoadException>(() => firewall.Programs.OnGroup.AttachCgroup(group + "/none")).Error);
        }
        finally
        {
            Directory.Delete(group);
        }
    }

    [Fact]
    public void A_program_is_attached_to_what_fits_it_alone()
    {
        using var firewall = Firewall.Skeleton.Load(Objects.Compile("Firewall"));
        Assert.Throws<InvalidOperationException>(() => firewall.Programs.OnEgress.AttachXdp(1));
        Assert.Throws<InvalidOperationException>(() => firewall.Programs.OnPacket.AttachTraffic(1, TrafficDirection.Ingress));
        Assert.Throws<InvalidOperationException>(() => firewall.Programs.OnPacket.AttachCgroup("/"));
        Assert.Throws<InvalidOperationException>(() => firewall.Programs.OnPacket.AttachNetfilter(default));
        var error = Assert.Throws<BpfLoadException>(() => firewall.Programs.OnPacket.Attach());
        Assert.Equal(
            "The program `OnPacket` is not attached: its section \"xdp\" names no place: attach it to an interface, a control group or a "
            + "hook.",
            error.Message.Split(" libbpf says")[0]);
        Assert.Equal(22, Assert.Throws<BpfLoadException>(() => firewall.Programs.OnPacket.AttachXdp(int.MaxValue)).Error);
    }

    [Fact]
    public void A_link_that_is_pinned_stays()
    {
        var content = Objects.Compile("Tracer");
        using var files = BpfFileSystem.Mount();
        var path = files.PathOf("link");
        using (var tracer = Tracer.Skeleton.Load(content))
        {
            var link = tracer.Programs.OnSystemCall.Attach();
            link.Pin(path);
            link.Dispose();
            Assert.Throws<ObjectDisposedException>(() => link.Pin(path));
        }

        Assert.True(File.Exists(path));
        File.Delete(path);
    }

    private static void AssertAttached(string section, string parameter)
    {
        var content = Objects.CompileC($$"""
            char _license[] __attribute__((section("license"), used)) = "GPL";
            __attribute__((section("{{section}}"), used)) int program({{parameter}}) { return 0; }
            """);
        try
        {
            using var loaded = KernelObject.Load(content);
            loaded.Program("program").Attach().Dispose();
        }
        catch (BpfLoadException exception) when (exception is not BpfVerifierException)
        {
            Assert.Skip(exception.Message);
        }
    }

    /// <summary>Sends a packet to all others in the network.</summary>
    private static void Send()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { EnableBroadcast = true };
        socket.SendTo("hello"u8, new IPEndPoint(IPAddress.Parse("10.0.0.255"), 9));
    }

    private static void WaitFor(Func<bool> condition, Func<bool> poke) => WaitFor(condition, () => { poke(); });

    private static void WaitFor(Func<bool> condition, Action poke)
    {
        for (var i = 0; i < 1000; i++)
        {
            poke();
            if (condition())
                return;
            Thread.Sleep(5);
        }

        Assert.Fail("The kernel did not run the program.");
    }
}
