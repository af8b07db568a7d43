namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>What programs read of a task.</summary>
[KernelStruct("task_struct")]
internal sealed class TaskFields
{
    public int Pid { get; init; }

    public int Tgid { get; init; }

    public TaskName Comm { get; init; }

    public MemoryFields? Mm { get; init; }

    [KernelField(Trust = PointerTrust.Rcu)]
    public TaskFields GroupLeader { get; init; } = null!;

    [KernelField(Name = "se.sum_exec_runtime")]
    public ulong Runtime { get; init; }
}
