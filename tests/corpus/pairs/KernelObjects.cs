using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class KernelObjects
{
    /// <summary>An object that is kept in a struct.</summary>
    private struct Holder
    {
        public KernelFile file;
    }

    [BpfProgram("lsm/file_open")]
    public static int file_that_was_given_is_put(KernelFile file)
    {
        bpf_put_file(/*!DYN002*/file/*!*/);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int file_that_was_given_is_put_by_a_method(KernelFile file)
    {
        file_that_was_given_is_put_by_a_method__put(file);
        return 0;
    }

    private static void file_that_was_given_is_put_by_a_method__put(KernelFile file) => bpf_put_file(/*!DYN002*/file/*!*/);

    [BpfProgram("lsm/file_open")]
    public static int file_that_was_acquired_is_put(KernelFile file)
    {
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is not null)
            bpf_put_file(executable);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int file_that_was_given_is_read(KernelFile file)
    {
        bpf_dynptr_from_file(file, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int file_in_a_struct_is_put_twice(KernelFile file)
    {
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        Holder holder;
        holder.file = executable;
        bpf_put_file(executable);
        file_in_a_struct_is_put_twice__put(ref holder);
        return 0;
    }

    private static void file_in_a_struct_is_put_twice__put(ref Holder holder) => bpf_put_file(holder.file);

    [BpfProgram("lsm/file_open")]
    public static int file_in_a_struct_is_put_once(KernelFile file)
    {
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        Holder holder;
        holder.file = executable;
        file_in_a_struct_is_put_once__put(ref holder);
        return 0;
    }

    private static void file_in_a_struct_is_put_once__put(ref Holder holder) => bpf_put_file(holder.file);

    [BpfProgram("lsm/file_open")]
    public static int file_used_by_a_method_after_put(KernelFile file)
    {
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        bpf_put_file(executable);
        file_used_by_a_method_after_put__read(executable);
        return 0;
    }

    private static void file_used_by_a_method_after_put__read(KernelFile file)
    {
        bpf_dynptr_from_file(/*!DYN003*/file/*!*/, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
    }

    [BpfProgram("lsm/file_open")]
    public static int file_used_by_a_method_before_put(KernelFile file)
    {
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        file_used_by_a_method_before_put__read(executable);
        bpf_put_file(executable);
        return 0;
    }

    private static void file_used_by_a_method_before_put__read(KernelFile file)
    {
        bpf_dynptr_from_file(file, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
    }
}
