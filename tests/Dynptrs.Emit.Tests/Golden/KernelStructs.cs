using System.Runtime.CompilerServices;
using Dynptrs;

namespace Golden;

[InlineArray(16)]
internal struct Comm
{
    private byte _first;
}

[KernelStruct("inode")]
internal sealed class Inode
{
    public ulong IIno { get; init; }
}

[KernelStruct("file")]
internal sealed class OpenFile
{
    [KernelField(Trust = PointerTrust.Trusted)]
    public Inode FInode { get; init; } = null!;

    public uint FFlags { get; init; }
}

[KernelStruct("mm_struct")]
internal sealed class Mm
{
    [KernelField(Trust = PointerTrust.RcuOrNull)]
    public OpenFile? ExeFile { get; init; }
}

[KernelStruct("task_struct")]
internal sealed class Task
{
    public int Pid { get; init; }

    public Comm Comm { get; init; }

    public Mm? Mm { get; init; }

    [KernelField(Trust = PointerTrust.Rcu)]
    public Task RealParent { get; init; } = null!;

    [KernelField(Name = "se.sum_exec_runtime")]
    public ulong Runtime { get; init; }

    [KernelField(Name = "se.on_rq")]
    public byte IsQueued { get; init; }

    public nuint Stack { get; init; }

    public bool IsChild => RealParent.Pid != 1;
}

[KernelStruct("bpf_iter__task", IsContext = true)]
internal sealed class TaskIterator
{
    [KernelField(Trust = PointerTrust.TrustedOrNull)]
    public Task? Task { get; init; }
}

[KernelStruct("mm_struct", IsProbed = true)]
internal sealed class ProbedMm
{
    public ulong StartCode { get; init; }
}

[KernelStruct("task_struct", IsProbed = true)]
internal sealed class ProbedTask
{
    public int Tgid { get; init; }

    public Comm Comm { get; init; }

    public ProbedMm? Mm { get; init; }
}

/// <summary>Reads through pointers of the kernel's.</summary>
[BpfObject(License = "GPL")]
internal static class KernelStructs
{
    private static ulong _sum;
    private static Comm _name;

    [BpfProgram("tp_btf/sched_process_exec")]
    public static int OnExec(Task task, int old)
    {
        _sum = (ulong)task.Pid + task.Runtime + task.IsQueued;
        _name = task.Comm;
        if (task.Stack != 0)
            _sum++;
        if (task is { Mm.ExeFile.FInode.IIno: var number })
            _sum += number;
        return 0;
    }

    [BpfProgram("raw_tp/sched_process_exec")]
    public static int OnExecHere()
    {
        var task = KernelTask.Current.As<Task>();
        if (task.IsChild)
            _sum += (ulong)task.RealParent.RealParent.Pid;
        return 0;
    }

    [BpfProgram("iter/task")]
    public static int EachTask(TaskIterator iterator)
    {
        if (iterator.Task is { } task)
            _sum += (ulong)task.Pid;
        return 0;
    }

    [BpfProgram("kprobe/wake_up_new_task")]
    public static int OnWake()
    {
        var task = ProbeMemory.At<ProbedTask>((nuint)KernelTask.CurrentAddress);
        var name = task.Comm;
        _sum += (ulong)task.Tgid + (ulong)name[3];
        if (task.Mm is { } memory)
            _sum += memory.StartCode;
        return 0;
    }

    [BpfProgram("raw_tp/sched_process_exec")]
    public static int OnExecOf(TracepointContext context)
    {
        var task = KernelMemory.Cast<Task>((nuint)context[0]);
        _sum += (ulong)task.Pid;
        return 0;
    }
}
