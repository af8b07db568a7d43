using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_task_work_schedule_signal", Since = "6.18", Summary = "Runs a callback in a task, before it goes back to user space.")]
    public static int bpf_task_work_schedule_signal<TValue>([Trusted] KernelTask task, ref TaskWork work, ArrayMap<TValue> map, [Callback] TaskWorkCallback<TValue> callback)
        where TValue : unmanaged =>
        throw new NotSupportedException();
}
