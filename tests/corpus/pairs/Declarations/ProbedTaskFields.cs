using Dynptrs;

namespace Corpus.Pairs;

/// <summary>What programs copy out of a <c>struct task_struct</c> that may lie anywhere.</summary>
[KernelStruct("task_struct___probed", IsProbed = true)]
internal sealed class ProbedTaskFields
{
    public int Pid { get; init; }

    public ProbedTaskFields? RealParent { get; init; }
}
