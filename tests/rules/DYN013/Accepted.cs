using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN013;

internal static class Programs
{
    [BpfProgram("lsm/file_open")]
    public static int Run(TracepointContext ctx)
    {
        KernelFile? file = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (file is null)
            return 0;
        bpf_dynptr_from_file(file, 0, out Dynptr contents);
        bpf_dynptr_file_discard(ref contents);
        bpf_put_file(file);
        return 0;
    }
}
