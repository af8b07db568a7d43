using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
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

    [Fact]
    public async Task A_section_that_names_no_place_says_how_the_object_is_attached()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Filter.cs");

        (await workspace.RunAsync("attach", "Filter.cs", "OnPacket")).ShouldFail(
            "`OnPacket` is loaded, and cannot be attached: the section \"xdp\" does not say to which device, group or map. "
            + "Emit the object, and attach that: `dynptr emit PROJECT -o bpf --object`, then `ip link set dev DEVICE xdp obj …` "
            + "or `tc filter add … bpf obj …`.");
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

    private sealed class ListeningWriter(string text, Action heard) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (ToString().Contains(text, StringComparison.Ordinal))
                heard();
        }

        public override void Flush()
        {
            base.Flush();
            if (ToString().Contains(text, StringComparison.Ordinal))
                heard();
        }
    }
}
