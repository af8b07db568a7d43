using System;
using System.IO;
using System.Threading;

namespace Dynptrs.Tests.Helpers;

public class SmallHelperTests
{
    [Fact]
    public void The_clock_is_the_monotonic_clock_of_the_machine()
    {
        var before = KernelClock.GetNanoseconds();
        var after = KernelClock.GetNanoseconds();
        Assert.InRange(after, before, ulong.MaxValue);

        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says how long it is up.");
        var uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(KernelClock.GetNanoseconds() / 1e9, 0.001, uptime + 1);
    }

    [Fact]
    public void The_clock_since_the_start_counts_suspended_time_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has this clock.");
        var before = KernelClock.GetNanoseconds();
        var first = KernelClock.GetBootNanoseconds();
        Assert.InRange(first, before, ulong.MaxValue);
        Assert.InRange(KernelClock.GetBootNanoseconds(), first, first + 60_000_000_000);

        var uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(KernelClock.GetBootNanoseconds() / 1e9, uptime - 1, uptime + 60);
    }

    [Fact]
    public void Atomic_time_is_that_of_the_wall_with_its_leap_seconds()
    {
        var wall = (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;
        Assert.InRange(KernelClock.GetTaiNanoseconds() / 1e9, wall - 1, wall + 120);
    }

    [Fact]
    public void The_memory_node_is_one_of_the_machine()
    {
        Assert.SkipUnless(Directory.Exists("/sys/devices/system/node"), "The machine lists no memory nodes.");
        Assert.True(Directory.Exists($"/sys/devices/system/node/node{CurrentCpu.GetNumaNode()}"));
    }

    [Fact]
    public void The_processor_is_one_of_the_machine()
    {
        Assert.InRange(CurrentCpu.Count, Environment.ProcessorCount, 8192);
        for (var i = 0; i < 100; i++)
            Assert.InRange(CurrentCpu.GetId(), 0u, (uint)CurrentCpu.Count - 1);
    }

    [Fact]
    public void Random_numbers_use_all_bits_and_differ()
    {
        uint set = 0, cleared = 0;
        for (var i = 0; i < 1000; i++)
        {
            var number = KernelRandom.NextUInt32();
            set |= number;
            cleared |= ~number;
        }

        Assert.Equal(uint.MaxValue, set);
        Assert.Equal(uint.MaxValue, cleared);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(4, "dyn")]
    [InlineData(7, "dynptr")]
    [InlineData(16, "dynptr")]
    [InlineData(40, "dynptr")]
    public void The_command_is_cut_and_the_rest_of_the_buffer_zeroed(int size, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Threads have names of the operating system on Linux only.");
        var buffer = TestBytes.Counting(size);
        var error = 1;
        var thread = new Thread(() => error = CurrentTask.GetCommand(buffer)) { Name = "dynptr" };
        thread.Start();
        thread.Join();

        Assert.Equal(0, error);
        var name = new byte[size];
        System.Text.Encoding.ASCII.GetBytes(expected, name);
        Assert.Equal(name, buffer);
    }

    [Fact]
    public void A_command_needs_a_buffer() => Assert.Throws<DynptrException>(() => CurrentTask.GetCommand([]));
}
