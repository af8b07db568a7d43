using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dynptrs.Tests.Helpers;

public class CurrentTaskTests
{
    [Fact]
    public void The_upper_half_is_the_process_and_the_lower_the_thread()
    {
        var here = CurrentTask.GetPidTgid();
        ulong there = 0;
        var thread = new Thread(() => there = CurrentTask.GetPidTgid());
        thread.Start();
        thread.Join();

        Assert.Equal((ulong)Environment.ProcessId, here >> 32);
        Assert.Equal((ulong)Environment.ProcessId, there >> 32);
        Assert.NotEqual(here, there);
        Assert.Equal(here, CurrentTask.GetPidTgid());
    }

    [Fact]
    public void On_Linux_the_thread_is_one_of_the_process()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists its threads.");

        Assert.True(Directory.Exists($"/proc/self/task/{(uint)CurrentTask.GetPidTgid()}"));
    }

    [Fact]
    public void The_ids_of_group_and_user_are_the_real_ones_of_the_process()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these ids.");

        Assert.Equal(ReadId("Gid:"), (uint)(CurrentTask.GetUidGid() >> 32));
        Assert.Equal(ReadId("Uid:"), (uint)CurrentTask.GetUidGid());
    }

    [Fact]
    public void The_control_group_is_the_last_of_those_above_it()
    {
        Assert.SkipUnless(File.Exists("/sys/fs/cgroup/cgroup.controllers"), "There is no hierarchy of version 2 here.");
        var path = File.ReadLines("/proc/self/cgroup").Single(line => line.StartsWith("0::", StringComparison.Ordinal))[3..];
        var depth = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Length;

        Assert.NotEqual(0ul, CurrentTask.GetCgroupId());
        Assert.NotEqual(0ul, CurrentTask.GetAncestorCgroupId(0));
        Assert.Equal(CurrentTask.GetCgroupId(), CurrentTask.GetAncestorCgroupId(depth));
        Assert.Equal(0ul, CurrentTask.GetAncestorCgroupId(depth + 1));
        Assert.Equal(0ul, CurrentTask.GetAncestorCgroupId(-1));
    }

    [Fact]
    public void A_signal_reaches_the_process_and_what_is_no_signal_is_einval()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these signals.");
        const uint windowChanged = 28;
        using var received = new SemaphoreSlim(0);
        using var registration = PosixSignalRegistration.Create((PosixSignal)windowChanged, _ => received.Release());

        Assert.Equal(0, CurrentTask.SendSignal(windowChanged));
        Assert.True(received.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(0, CurrentTask.SendSignalToThread(windowChanged));
        Assert.True(received.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(0, CurrentTask.SendSignal(0));
        Assert.Equal(-Errno.EINVAL, CurrentTask.SendSignal(65));
        Assert.Equal(-Errno.EINVAL, CurrentTask.SendSignalToThread(uint.MaxValue));
    }

    private static uint ReadId(string name) =>
        uint.Parse(
            File.ReadLines("/proc/self/status").Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split('\t')[1],
            CultureInfo.InvariantCulture);
}
