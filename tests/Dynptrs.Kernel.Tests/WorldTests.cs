using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Basic.Reference.Assemblies;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;
using Dynptrs.Testing.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Kernel.Tests;

/// <summary>A test of a program is written once, and holds in this process as in the kernel.</summary>
public sealed class WorldTests : IDisposable
{
    /// <summary>What runs in this process changes its variables, with which other tests begin.</summary>
    public void Dispose()
    {
        (Firewall.Limit, Firewall.Dropped, Firewall.Last) = (60, 0, default);
        Drain.Sum = 0;
        Caller.Text = default;
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void Short_packets_are_dropped_counted_and_told(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        using var firewall = Firewall.Skeleton.Open(world, Objects.Compile("Firewall", world));
        Assert.Equal(world, firewall.World);
        firewall.Data.Limit = 50;
        firewall.Bss.Dropped = 0;
        firewall.Bss.Last = default;
        Assert.Equal(XdpAction.XDP_PASS, firewall.Programs.OnPacket.TestRun(new byte[50]).ReturnValue);
        var result = firewall.Programs.OnPacket.TestRun(new byte[49]);
        Assert.Equal((0, firewall.Rodata.Verdict, 49), (result.Error, result.ReturnValue, result.Output.Length));
        Assert.Equal((1, 2UL, 49UL), (firewall.Bss.Dropped, firewall.Bss.Last.Packets, firewall.Bss.Last.Bytes));
        Assert.True(firewall.Maps.BySize.TryGet(49, out var traffic));
        Assert.Equal(new Traffic { Packets = 1, Bytes = 49 }, traffic);
        Assert.Equal([49], firewall.Maps.BySize.Select(entry => entry.Key));
        Assert.Equal(49, firewall.Maps.Sizes.ElementAt(1).Value);
        Assert.True(firewall.Maps.Runs.TryGet(0, out var runs));
        Assert.Equal(2, runs.Sum());
        Assert.Equal(0, firewall.Maps.Runs.Update(0, new int[CurrentCpu.Count]));
        Assert.Equal(0, firewall.Maps.BySize.Delete(49));
        Assert.Equal(-Errno.ENOENT, firewall.Maps.BySize.Delete(49));
        var records = new List<ulong>();
        Assert.Equal(1, firewall.Maps.Events.Consume(record => records.Add(MemoryMarshal.Read<Traffic>(record).Bytes)));
        Assert.Equal([49], records);
        Assert.Equal(-Errno.EINVAL, firewall.Programs.OnPacket.TestRun(new byte[5]).Error);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void What_the_host_gives_is_taken(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        using var drain = Drain.Skeleton.Open(world, Objects.Compile("Drain", world));
        drain.Bss.Sum = 1;
        Assert.Equal(0, drain.Maps.Commands.Reserve(sizeof(int), out var sample));
        MemoryMarshal.Write(sample.Span, 41);
        sample.Submit();
        Assert.Equal(1, drain.Programs.OnCall.TestRun().ReturnValue);
        Assert.Equal(42, drain.Bss.Sum);
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public unsafe void Who_runs_a_program_is_the_same_for_both(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        using var caller = Caller.Skeleton.Open(world, Objects.Compile("Caller", world));
        var before = KernelClock.GetBootNanoseconds();
        fixed (byte* text = "dynptr and more\0"u8)
        {
            caller.Bss.Address = (ulong)text;
            Assert.Equal(CurrentCpu.GetNumaNode(), caller.Programs.OnCall.TestRun().ReturnValue);
        }

        Assert.Equal((8, -Errno.EFAULT, 0), (caller.Bss.Length, caller.Bss.LengthOfNothing, caller.Bss.SignalError));
        Assert.Equal("dynptr \0"u8, ((ReadOnlySpan<byte>)caller.Bss.Text).ToArray());
        Assert.Equal(CurrentTask.GetUidGid(), caller.Bss.Ids);
        Assert.InRange(caller.Bss.Start, before, KernelClock.GetBootNanoseconds());
        Assert.InRange(KernelClock.GetTaiNanoseconds() - caller.Bss.AtomicTime, 0ul, 60_000_000_000ul);
        if (File.Exists("/sys/fs/cgroup/cgroup.controllers"))
            Assert.Equal((CurrentTask.GetCgroupId(), CurrentTask.GetAncestorCgroupId(0)), (caller.Bss.Cgroup, caller.Bss.RootCgroup));
    }

    [Theory]
    [InlineData(BpfWorld.Process)]
    [InlineData(BpfWorld.Kernel)]
    public void Fields_of_the_task_that_runs_are_read(BpfWorld world)
    {
        RunningKernel.SkipWhereMissing(world);
        using var reader = Reader.Skeleton.Open(world, Objects.Compile("Reader", world));
        var name = default(TaskName);
        CurrentTask.GetCommand(name);
        var ids = CurrentTask.GetPidTgid();
        var leader = new TaskFields { Pid = (int)(ids >> 32) };
        KernelTask.Current.Supply(new TaskFields
        {
            Pid = (int)(uint)ids,
            Tgid = (int)(ids >> 32),
            Comm = name,
            Mm = new MemoryFields { StartCode = 0x1000, EndCode = 0x3000 },
            GroupLeader = leader,
            Runtime = 5,
        });
        KernelTask.Current.Supply(new CopiedTask
        {
            Pid = (int)(uint)ids,
            Comm = name,
            GroupLeader = new CopiedTask { Pid = leader.Pid },
        });

        Assert.Equal(((ReadOnlySpan<byte>)name)[0], reader.Programs.OnCall.TestRun().ReturnValue);
        Assert.Equal(0, reader.Programs.AtAddress.TestRun().ReturnValue);

        // Of ids the kernel knows others than a process in a namespace of its own.
        var (pid, tgid) = ((int)(uint)reader.Bss.Ids, (int)(reader.Bss.Ids >> 32));
        Assert.Equal((pid, tgid, tgid), (reader.Bss.Pid, reader.Bss.Tgid, reader.Bss.Leader));
        Assert.Equal((pid, pid, tgid), (reader.Bss.PidAtAddress, reader.Bss.CopiedPid, reader.Bss.CopiedLeader));
        Assert.Equal(((ReadOnlySpan<byte>)name).ToArray(), ((ReadOnlySpan<byte>)reader.Bss.Name).ToArray());
        Assert.Equal(((ReadOnlySpan<byte>)name).ToArray(), ((ReadOnlySpan<byte>)reader.Bss.CopiedName).ToArray());
        Assert.InRange(reader.Bss.CodeSize, 1ul, 1ul << 32);
        Assert.NotEqual(0ul, reader.Bss.Runtime);
        Assert.Equal((0, 0), (reader.Bss.NothingRead, reader.Bss.NothingCopied));
    }

    [Fact]
    public void Only_what_is_in_the_kernel_is_attached()
    {
        using var firewall = Firewall.Skeleton.Open(BpfWorld.Process);
        Assert.Throws<InvalidOperationException>(() => firewall.Programs.OnPacket.AttachXdp(1));
        Assert.Throws<InvalidOperationException>(() => firewall.Kernel);
    }

    [Fact]
    public void An_object_is_read_from_the_resource_of_its_assembly()
    {
        using var stream = new MemoryStream();
        var compilation = CSharpCompilation.Create(
            "Holder", references: Net100.References.All, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var resource = new ResourceDescription("Dynptrs.Objects.Firewall.Filter", () => new MemoryStream([1, 2, 3]), isPublic: true);
        var token = TestContext.Current.CancellationToken;
        Assert.True(compilation.Emit(stream, manifestResources: [resource], cancellationToken: token).Success);
        Assert.Equal([1, 2, 3], KernelObject.ReadEmbedded(Assembly.Load(stream.ToArray()), "Firewall.Filter"));
    }
}
