using System;
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

        Assert.True(System.IO.Directory.Exists($"/proc/self/task/{(uint)CurrentTask.GetPidTgid()}"));
    }
}
