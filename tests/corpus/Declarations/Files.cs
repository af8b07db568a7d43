using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_get_task_exe_file", Since = "6.12", ProgramTypes = ["LSM"], Summary = "Takes a reference to the executable of a task, or answers null.")]
    [return: Acquires("struct file"), MayBeNull]
    public static KernelFile? bpf_get_task_exe_file([Trusted] KernelTask task) => throw new NotSupportedException();

    [BpfHelper("bpf_put_file", Since = "6.12", ProgramTypes = ["LSM"], Summary = "Gives a file back.")]
    public static void bpf_put_file([Releases("struct file"), Trusted] KernelFile file) => throw new NotSupportedException();

    [BpfHelper("bpf_dynptr_from_file", Since = "6.19", Summary = "Makes a dynptr over the contents of a file, to be discarded before the file is given back.")]
    public static int bpf_dynptr_from_file([Trusted] KernelFile file, uint flags, [Acquires("file"), DependsOn("file")] out Dynptr ptr) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_dynptr_file_discard", Since = "6.19", Summary = "Ends a file's dynptr.")]
    public static int bpf_dynptr_file_discard([Releases("file")] ref Dynptr dynptr) => throw new NotSupportedException();
}
