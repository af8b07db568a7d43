using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr attach</c>.</summary>
public sealed class AttachTests
{
    [Fact]
    public async Task A_program_stays_attached_until_it_is_cancelled()
    {
        Needs.Kernel();
        Assert.SkipUnless(Directory.Exists("/sys/kernel/tracing/events/syscalls"), "The kernel has no tracepoints of system calls here.");
        using var workspace = new Workspace("Filter.cs");
        using var cancellation = new CancellationTokenSource();
        using var output = new ListeningWriter("is attached to", cancellation.Cancel);

        var outcome = await workspace.RunAsync(["attach", "Filter.cs", "OnSleep"], cancellation.Token, output);

        Assert.Equal(
            (0, "Filter.OnSleep is attached to tp/syscalls/sys_enter_nanosleep. Ctrl+C detaches it.\nDetached.\n", ""),
            (outcome.ExitCode, outcome.Output, outcome.Errors));
    }

    [Theory]
    [InlineData("OnPacket", "", "is attached to dynptr-test (device ")]
    [InlineData("OnPacket", "--mode generic", "is attached to dynptr-test (device ")]
    [InlineData("OnSkb", "", ", ingress). Ctrl+C detaches it.")]
    [InlineData("OnSkb", "--direction egress", ", egress). Ctrl+C detaches it.")]
    public async Task A_program_of_packets_is_attached_to_a_device(string program, string options, string place)
    {
        Needs.Kernel();
        Command.SkipUnlessRun("ip", "link", "add", "dynptr-test", "type", "veth", "peer", "name", "dynptr-peer");
        try
        {
            using var workspace = new Workspace("Filter.cs");
            using var cancellation = new CancellationTokenSource();
            using var output = new ListeningWriter(place, cancellation.Cancel);

            var outcome = await workspace.RunAsync(
                ["attach", "Filter.cs", program, "--device", "dynptr-test", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                cancellation.Token,
                output);

            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
            Assert.EndsWith("\nDetached.\n", outcome.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("xdp", Command.Run("ip", "link", "show", "dynptr-test").Output, StringComparison.Ordinal);
        }
        finally
        {
            _ = Command.Run("ip", "link", "del", "dynptr-test");
        }
    }

    [Fact]
    public async Task A_netfilter_program_is_attached_to_a_hook()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Places.cs");
        using var cancellation = new CancellationTokenSource();
        using var output = new ListeningWriter("is attached to the hook localin of ipv6.", cancellation.Cancel);

        var outcome = await workspace.RunAsync(
            ["attach", "Places.cs", "OnHook", "--hook", "localin", "--family", "ipv6", "--priority", "-77"], cancellation.Token, output);

        Assert.SkipWhen(outcome.Errors.Contains("this kernel does not do this", StringComparison.Ordinal), outcome.Errors);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Fact]
    public async Task A_program_of_control_groups_is_attached_to_one()
    {
        Needs.Kernel();
        var root = File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).FirstOrDefault(mount => mount[2] == "cgroup2")?[1];
        Assert.SkipWhen(root is null, "No control groups of the second version are mounted here.");
        using var workspace = new Workspace("Places.cs");
        using var cancellation = new CancellationTokenSource();
        using var output = new ListeningWriter($"is attached to {root}.", cancellation.Cancel);

        var outcome = await workspace.RunAsync(["attach", "Places.cs", "OnGroup", "--cgroup", root], cancellation.Token, output);

        Assert.SkipWhen(outcome.Errors.Contains("does not permit", StringComparison.Ordinal), outcome.Errors);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Theory]
    [InlineData("OnPacket", "", "`OnPacket` has the section \"xdp\", which names no place. Name a network device: `--device NAME`. ")]
    [InlineData("OnPacket", "--device none0", "There is no network device `none0`. There are ")]
    [InlineData("OnPacket", "--hook forward", "`OnPacket` of the section \"xdp\" is not attached by `--hook`. Name a network device: ")]
    [InlineData("OnGroup", "", "`OnGroup` has the section \"cgroup_skb/egress\", which names no place. Name the folder of a ")]
    [InlineData("OnGroup", "--cgroup /none", "There is no control group /none. It is a folder of a file system of the type cgroup2.")]
    [InlineData("OnHook", "", "`OnHook` has the section \"netfilter\", which names no place. Name a hook of netfilter: ")]
    [InlineData(
        "OnCall", "--device lo",
        "`OnCall` of the section \"raw_tp/sys_enter\" is not attached by `--device`. Its section names the place: leave that out.")]
    public async Task A_place_that_is_missing_or_wrong_is_told_before_anything_is_loaded(string program, string options, string message)
    {
        Needs.Clang();
        using var workspace = new Workspace("Places.cs");

        var outcome = await workspace.RunAsync(
            ["attach", "Places.cs", program, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"error: {message}", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--device lo --hook forward", "A program is attached to one place: name `--device`, `--cgroup` or `--hook`.")]
    [InlineData("--hook forwards", "`forwards` is none of prerouting, localin, forward, localout, postrouting.")]
    public async Task A_place_that_is_no_one_place_is_not_understood(string options, string message)
    {
        using var workspace = new Workspace();

        (await workspace.RunAsync(["attach", "Places.cs", "OnHook", .. options.Split(' ')])).ShouldFail(
            $"{message}\n`dynptr attach --help` shows how it is used.");
    }

    [Fact]
    public async Task What_is_refused_is_not_attached()
    {
        Needs.Clang();
        using var workspace = new Workspace("Leaking.cs");

        var outcome = await workspace.RunAsync("attach", "Leaking.cs", "OnNanosleep");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("Leaking.cs(13,13): error DYN001: ", outcome.Output, StringComparison.Ordinal);
    }
}
