using System;
using System.IO;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;

namespace Dynptrs.Kernel.Tests;

/// <summary>Probes of functions read registers: in process those that a test names, in the kernel those of a call.</summary>
public sealed partial class ProbeTests
{
    private const long OfProcess = 0;

    [Fact]
    public void In_process_registers_are_those_of_the_test()
    {
        using var probe = Probe.Skeleton.Open(BpfWorld.Process, []);
        probe.Bss.Watched = Environment.ProcessId;
        var context = new ProbeContext(1, 0xffff_ffff_0000_0002) { InstructionPointer = 3, StackPointer = 4, ReturnValue = ulong.MaxValue };
        Assert.Equal(0, Probe.Skeleton.Programs.OnCall.Run(context).ReturnValue);
        Assert.Equal(0, Probe.Skeleton.Programs.OnReturn.Run(context).ReturnValue);
        Assert.Equal(
            (1L, 2u, 3UL, 4UL, -1L),
            (probe.Bss.Which, probe.Bss.Who, probe.Bss.Function, probe.Bss.Stack, probe.Bss.Returned));
    }

    [Fact]
    public void In_the_kernel_they_are_those_of_a_call()
    {
        Assert.SkipUnless(Directory.Exists("/sys/bus/event_source/devices/uprobe"), "This kernel has no probes of processes.");
        using var probe = Probe.Skeleton.Load(Objects.Compile("Probe"));
        probe.Bss.Watched = Environment.ProcessId;
        using (probe.Programs.OnCall.Attach())
        using (probe.Programs.OnReturn.Attach())
            _ = GetPriority((int)OfProcess, uint.MaxValue);
        Assert.Equal((OfProcess, uint.MaxValue, -1L), (probe.Bss.Which, probe.Bss.Who, probe.Bss.Returned));
        Assert.NotEqual(0UL, probe.Bss.Function);
        Assert.NotEqual(0UL, probe.Bss.Stack);
        probe.Bss.Who = 0;
        _ = GetPriority((int)OfProcess, uint.MaxValue);
        Assert.Equal(0u, probe.Bss.Who);
    }

    [LibraryImport("libc", EntryPoint = "getpriority")]
    private static partial int GetPriority(int which, uint who);
}
