using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_get_current_task_btf", Since = "5.11", Summary = "Gives the task that runs.")]
    public static KernelTask bpf_get_current_task_btf() => throw new NotSupportedException();
}
