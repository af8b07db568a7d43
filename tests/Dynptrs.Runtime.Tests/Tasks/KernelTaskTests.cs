using System;
using System.IO;
using System.Text;
using System.Threading;

namespace Dynptrs.Tests.Tasks;

public class KernelTaskTests
{
    [Fact]
    public void Each_thread_has_one_task()
    {
        var here = KernelTask.Current;
        KernelTask? there = null;
        var thread = new Thread(() => there = KernelTask.Current);
        thread.Start();
        thread.Join();

        Assert.Equal((int)(uint)CurrentTask.GetPidTgid(), here.Id);
        Assert.Same(here, KernelTask.Current);
        Assert.NotEqual(here.Id, there!.Id);
    }

    [Fact]
    public void At_the_address_of_the_current_task_lie_its_ids()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read by its address on Linux only.");
        var ids = new int[2];
        var ptr = Make.Local(System.Runtime.InteropServices.MemoryMarshal.AsBytes(ids.AsSpan()));

        Assert.Equal(0, ptr.ProbeReadKernel(0, 8, (nuint)KernelTask.CurrentAddress));

        Assert.Equal([KernelTask.Current.Id, Environment.ProcessId], ids);
    }

    [Fact]
    public void The_memory_of_another_process_is_read()
    {
        using var child = new ChildProcess();
        var task = KernelTask.FromId(child.Id);
        var bytes = new byte[ChildProcess.FirstString.Length];

        Assert.Equal(child.Id, task.Id);
        Assert.Equal(0, Make.Local(bytes).CopyFromTask(0, (ulong)bytes.Length, child.FirstAddress, task));
        Assert.Equal(ChildProcess.FirstString, Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void A_string_of_another_process_is_read()
    {
        using var child = new ChildProcess();
        var bytes = new byte[100];
        var ptr = Make.Local(bytes);
        var task = KernelTask.FromId(child.Id);

        Assert.Equal(ChildProcess.FirstString.Length + 1, ptr.CopyFromTaskString(0, 100, child.FirstAddress, task));
        Assert.Equal(ChildProcess.FirstString + '\0', Encoding.UTF8.GetString(bytes.AsSpan(0, ChildProcess.FirstString.Length + 1)));
        Assert.Equal(ChildProcess.LongString.Length + 1, ptr.CopyFromTaskString(0, 100, child.LongAddress, task));
        Assert.Equal(ChildProcess.LongString + '\0', Encoding.UTF8.GetString(bytes.AsSpan(0, ChildProcess.LongString.Length + 1)));
        Assert.Equal(10, ptr.CopyFromTaskString(0, 10, child.LongAddress, task));
        Assert.Equal(ChildProcess.LongString[..9] + '\0', Encoding.UTF8.GetString(bytes.AsSpan(0, 10)));
    }

    [Fact]
    public void An_address_that_is_nothing_in_the_other_process_is_efault()
    {
        using var child = new ChildProcess();
        using var page = new PageEdge();
        var task = KernelTask.FromId(child.Id);
        var mine = page.Put("mine\0");

        Assert.Equal(-Errno.EFAULT, Make.Local(new byte[8]).CopyFromTask(0, 5, 16, task));
        Assert.Equal(-Errno.EFAULT, Make.Local(new byte[8]).CopyFromTaskString(0, 5, 16, task));
        Assert.Equal(0, Make.Local(new byte[8]).CopyFromTask(0, 5, mine, KernelTask.Current));
        Assert.Equal(0, Make.Local(new byte[8]).CopyFromTask(0, 0, 16, task));
    }

    [Fact]
    public void A_task_that_has_ended_has_no_memory()
    {
        using var child = new ChildProcess();
        var task = KernelTask.FromId(child.Id);
        child.End();

        Assert.Equal(-Errno.EFAULT, Make.Local(new byte[8]).CopyFromTask(0, 8, child.FirstAddress, task));
        Assert.Equal(-Errno.EFAULT, Make.Local(new byte[8]).CopyFromTaskString(0, 8, child.FirstAddress, task));
        Assert.Equal(0, Make.Local(new byte[8]).CopyFromTask(0, 0, child.FirstAddress, task));
    }

    [Fact]
    public void There_must_be_a_task_with_the_id()
    {
        using var child = new ChildProcess();
        child.End();

        Assert.Contains("no task with the id", Assert.Throws<ArgumentException>(() => KernelTask.FromId(child.Id)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelTask.FromId(0));
    }

    [Fact]
    public void A_thread_of_this_process_can_be_found_by_its_id()
    {
        using var page = new PageEdge();
        var bytes = new byte[4];
        var address = page.Put([1, 2, 3, 4]);
        var error = -1;
        var thread = new Thread(() => error = Make.Local(bytes).CopyFromTask(0, 4, address, KernelTask.FromId(KernelTask.Current.Id)));
        thread.Start();
        thread.Join();

        Assert.Equal(0, error);
        Assert.Equal([1, 2, 3, 4], bytes);
    }

    [Fact]
    public void Another_task_that_is_given_the_same_id_is_not_taken_for_it()
    {
        const string LastId = "/proc/sys/kernel/ns_last_pid";
        using var first = new ChildProcess();
        var task = KernelTask.FromId(first.Id);
        first.End();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                File.WriteAllText(LastId, $"{first.Id - 1}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Assert.Skip("This process may not choose the id of the next task.");
            }

            using var second = new ChildProcess();
            if (second.Id != first.Id)
                continue;

            Assert.Equal(0, Make.Local(new byte[4]).CopyFromTask(0, 4, second.FirstAddress, KernelTask.FromId(second.Id)));
            Assert.Equal(-Errno.EFAULT, Make.Local(new byte[4]).CopyFromTask(0, 4, second.FirstAddress, task));
            Assert.Null(task.GetExecutable());
            return;
        }

        Assert.Skip("Others were faster to take the id.");
    }

    [Fact]
    public void A_process_that_this_one_may_not_read_is_eperm()
    {
        using var child = new ChildProcess();
        var task = KernelTask.FromId(child.Id);
        var error = 0;

        Unprivileged.Run(() => error = Make.Local(new byte[4]).CopyFromTask(0, 4, child.FirstAddress, task));

        Assert.Equal(-Errno.EPERM, error);
    }
}
