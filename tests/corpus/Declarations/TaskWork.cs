using Dynptrs;

namespace Corpus;

/// <summary>The part of a map value that work for a task is scheduled in: <c>struct bpf_task_work</c>.</summary>
[KernelType("struct bpf_task_work", IsOpaque = true)]
internal struct TaskWork
{
    private readonly ulong _opaque;
}
