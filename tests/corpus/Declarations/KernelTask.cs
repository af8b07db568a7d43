namespace Corpus;

/// <summary>A task: <c>struct task_struct</c>.</summary>
internal sealed class KernelTask;
