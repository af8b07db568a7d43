using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs read of <c>struct task_struct</c>.</summary>
[KernelStruct("task_struct")]
internal sealed class TaskFields
{
    public int Pid { get; set; }

    public MemoryFields? Mm { get; init; }

    public TaskFields? LastWakee { get; init; }

    [KernelField(Trust = PointerTrust.Rcu)]
    public TaskFields RealParent { get; init; } = null!;
}
