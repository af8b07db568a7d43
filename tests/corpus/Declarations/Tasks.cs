using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_copy_from_user_task_dynptr", Since = "6.16", Sleepable = true, Summary = "Copies memory of a task into a dynptr.")]
    public static int bpf_copy_from_user_task_dynptr(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address, [Trusted] KernelTask task) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_copy_from_user_task_str_dynptr", Since = "6.16", Sleepable = true, Summary = "Copies a string of a task into a dynptr, and gives its length with the zero at its end.")]
    public static int bpf_copy_from_user_task_str_dynptr(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address, [Trusted] KernelTask task) =>
        throw new NotSupportedException();
}
