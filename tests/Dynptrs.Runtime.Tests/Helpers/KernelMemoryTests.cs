using System;

namespace Dynptrs.Tests.Helpers;

public class KernelMemoryTests
{
    [KernelStruct("task_struct")]
    private sealed class Fields
    {
        public int Pid { get; init; }

        public Fields? Parent { get; init; }
    }

    [KernelStruct("task_struct")]
    private sealed class OtherFields
    {
        public int Pid { get; init; }
    }

    [Fact]
    public void An_address_leads_to_what_was_supplied()
    {
        var fields = new Fields { Pid = 7, Parent = new Fields { Pid = 1 } };
        var address = KernelMemory.Supply(fields);

        Assert.Same(fields, KernelMemory.Cast<Fields>(address));
        Assert.Same(fields, ProbeMemory.At<Fields>(address));
        Assert.Equal(address, KernelMemory.Supply(fields));
        Assert.NotEqual(address, KernelMemory.Supply(new Fields()));
    }

    [Fact]
    public void Any_other_address_leads_to_zeros()
    {
        var address = KernelMemory.Supply(new Fields { Pid = 7 });

        Assert.Equal((0, null), (KernelMemory.Cast<Fields>(0).Pid, KernelMemory.Cast<Fields>(16).Parent));
        Assert.Equal(0, ProbeMemory.At<Fields>(address + 1).Pid);
        Assert.Equal(0, KernelMemory.Cast<OtherFields>(address).Pid);
    }

    [Fact]
    public void At_the_address_of_a_supplied_object_nothing_is_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read by its address on Linux only.");
        Assert.True(ProbeMemory.ReadKernel(out int value, KernelMemory.Supply(new Fields { Pid = 7 })) < 0);
        Assert.Equal(0, value);
    }

    [Fact]
    public void A_task_and_a_file_have_what_was_supplied_for_them()
    {
        var task = KernelTask.FromId(Environment.ProcessId);
        Assert.Throws<InvalidOperationException>(task.As<Fields>);
        var fields = new Fields { Pid = 7 };
        task.Supply(new Fields());
        task.Supply(fields);
        task.Supply(new OtherFields { Pid = 8 });

        Assert.Same(fields, task.As<Fields>());
        Assert.Equal(8, task.As<OtherFields>().Pid);
        using var file = new KernelFile(Environment.ProcessPath!);
        file.Supply(fields);
        Assert.Same(fields, file.As<Fields>());
        Assert.Throws<InvalidOperationException>(file.As<OtherFields>);
        Assert.Throws<ArgumentNullException>(() => task.Supply<Fields>(null!));
    }

    [Fact]
    public void At_the_address_of_the_current_task_lie_its_fields()
    {
        var fields = new Fields { Pid = 7 };
        KernelTask.Current.Supply(fields);

        Assert.Same(fields, KernelMemory.Cast<Fields>((nuint)KernelTask.CurrentAddress));
    }
}
