using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

[BpfObject(License = "GPL")]
internal static partial class FileReader
{
    private const int UserBufferSize = 256000;
    private const int EFAULT = 14;

    private static readonly ArrayMap<Element> arrmap = new(maxEntries: 1);

    private static FileBuffer user_buf;
    private static FileBuffer tmp_buf;
    private static int pid;
    private static int err;
    private static int run_success;

    [BpfProgram("lsm/file_open")]
    public static int on_open_expect_fault(TracepointContext ctx)
    {
        int local_err = 1;
        if ((int)(bpf_get_current_pid_tgid() >> 32) != pid)
            return 0;

        KernelFile? file = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (file is null)
            return 0;

        if (bpf_dynptr_from_file(file, 0, out Dynptr dynptr) != 0)
            goto release;

        local_err = bpf_dynptr_read(tmp_buf, dynptr, UserBufferSize, 0);
        if (local_err is -EFAULT or 0)
        {
            local_err = 0;
            run_success = 1;
        }

    release:
        bpf_dynptr_file_discard(ref dynptr);
        if (local_err != 0)
            err = local_err;
        bpf_put_file(file);
        return 0;
    }

    // A dynptr that could not be made is left as it is.
    [BpfProgram("lsm/file_open")]
    public static int on_open_expect_fault__broken(TracepointContext ctx)
    {
        int local_err = 1;
        if ((int)(bpf_get_current_pid_tgid() >> 32) != pid)
            return 0;

        KernelFile? file = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (file is null)
            return 0;

        if (bpf_dynptr_from_file(file, 0, out Dynptr dynptr) != 0)
            goto release;

        local_err = bpf_dynptr_read(tmp_buf, dynptr, UserBufferSize, 0);
        if (local_err is -EFAULT or 0)
        {
            local_err = 0;
            run_success = 1;
        }

        bpf_dynptr_file_discard(ref dynptr);

    release:
        if (local_err != 0)
            err = local_err;
        bpf_put_file(/*!DYN013*/file/*!*/);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int on_open_validate_file_read(TracepointContext ctx)
    {
        KernelTask task = bpf_get_current_task_btf();
        if ((int)(bpf_get_current_pid_tgid() >> 32) != pid)
            return 0;

        MapValue<Element> work = bpf_map_lookup_elem(arrmap, 0);
        if (!work)
        {
            err = 1;
            return 0;
        }

        bpf_task_work_schedule_signal(task, ref work.Value.tw, arrmap, on_open_validate_file_read__task_work_callback);
        return 0;
    }

    private static int on_open_validate_file_read__task_work_callback(ArrayMap<Element> map, in uint key, ref Element value)
    {
        KernelTask task = bpf_get_current_task_btf();
        KernelFile? file = bpf_get_task_exe_file(task);
        if (file is null)
            return 0;

        err = on_open_validate_file_read__validate_file_read(file);
        if (err == 0)
            run_success = 1;
        bpf_put_file(file);
        return 0;
    }

    private static int on_open_validate_file_read__validate_file_read(KernelFile file)
    {
        int loc_err = 1;
        if (bpf_dynptr_from_file(file, 0, out Dynptr dynptr) != 0)
            goto cleanup;

        loc_err = on_open_validate_file_read__verify_dynptr_read(dynptr, 0, user_buf, UserBufferSize);
        loc_err = loc_err != 0 ? loc_err : on_open_validate_file_read__verify_dynptr_read(dynptr, 1, user_buf[1..], UserBufferSize - 1);
        loc_err = loc_err != 0
            ? loc_err
            : on_open_validate_file_read__verify_dynptr_read(dynptr, UserBufferSize - 1, user_buf[(UserBufferSize - 1)..], 1);
        loc_err = loc_err != 0 ? loc_err : on_open_validate_file_read__verify_dynptr_read(dynptr, 4097, user_buf[4097..], 100);

        loc_err = loc_err != 0 ? loc_err : bpf_dynptr_adjust(ref dynptr, 4097, 4098);
        loc_err = loc_err != 0 ? loc_err : on_open_validate_file_read__verify_dynptr_read(dynptr, 0, user_buf[4097..], 1);

        // Both are outside of the view that is left.
        loc_err = loc_err != 0 ? loc_err : on_open_validate_file_read__verify_dynptr_read(dynptr, 0, user_buf, 2) != 0 ? 0 : 1;
        loc_err = loc_err != 0 ? loc_err : on_open_validate_file_read__verify_dynptr_read(dynptr, 1, user_buf, 1) != 0 ? 0 : 1;

    cleanup:
        bpf_dynptr_file_discard(ref dynptr);
        return loc_err;
    }

    private static int on_open_validate_file_read__verify_dynptr_read(
        in Dynptr dynptr,
        ulong offset,
        ReadOnlySpan<byte> expected,
        int length)
    {
        Span<byte> read = tmp_buf;
        if (bpf_dynptr_read(read[..length], dynptr, offset, 0) != 0)
            return 1;

        // The kernel's own test goes round with may_goto, which bounds its rounds from outside; a callback is what C# has for that.
        var comparison = new Comparison { Read = read, Expected = expected, Length = length };
        bpf_loop((uint)length, on_open_validate_file_read__compare, ref comparison, 0);
        return comparison.Differs ? 1 : 0;
    }

    private static int on_open_validate_file_read__compare(uint index, ref Comparison comparison)
    {
        if (index >= comparison.Length)
            return 1;
        comparison.Differs = comparison.Read[(int)index] != comparison.Expected[(int)index];
        return comparison.Differs ? 1 : 0;
    }

    private ref struct Comparison
    {
        public ReadOnlySpan<byte> Read;
        public ReadOnlySpan<byte> Expected;
        public int Length;
        public bool Differs;
    }

    private struct Element
    {
        public ulong file;
        public TaskWork tw;
    }

    [InlineArray(UserBufferSize)]
    private struct FileBuffer
    {
        private byte _first;
    }
}
