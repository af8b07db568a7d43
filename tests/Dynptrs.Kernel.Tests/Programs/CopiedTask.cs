namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>What programs copy out of a task that may lie anywhere.</summary>
[KernelStruct("task_struct___copied", IsProbed = true)]
internal sealed class CopiedTask
{
    public int Pid { get; init; }

    public TaskName Comm { get; init; }

    public CopiedTask? GroupLeader { get; init; }
}
