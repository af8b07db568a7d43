using System;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

internal static class FileReaderFail
{
    private static int err;

    // Neither the file's dynptr nor the file itself is given back: one place, reported once.
    [BpfProgram("lsm/file_open")]
    public static int on_nanosleep_unreleased_ref(TracepointContext ctx)
    {
        KernelTask task = bpf_get_current_task_btf();
        KernelFile? file = bpf_get_task_exe_file(task);
        if (file is null)
            return 0;

        err = bpf_dynptr_from_file(file, 0, out Dynptr dynptr);
        /*!DYN001*/return err != 0 ? -1 : 0;/*!*/
    }

    [BpfProgram("lsm/file_open")]
    public static int on_nanosleep_unreleased_ref__mended(TracepointContext ctx)
    {
        KernelTask task = bpf_get_current_task_btf();
        KernelFile? file = bpf_get_task_exe_file(task);
        if (file is null)
            return 0;

        err = bpf_dynptr_from_file(file, 0, out Dynptr dynptr);
        bpf_dynptr_file_discard(ref dynptr);
        bpf_put_file(file);
        return err != 0 ? -1 : 0;
    }

    [BpfProgram("xdp")]
    public static int xdp_wrong_dynptr_type(XdpBuff xdp)
    {
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr dynptr);
        bpf_dynptr_file_discard(ref /*!DYN011*/dynptr/*!*/);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int xdp_wrong_dynptr_type__mended(XdpBuff xdp)
    {
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr _);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int xdp_no_dynptr_type(XdpBuff xdp)
    {
        Dynptr dynptr = default;
        bpf_dynptr_file_discard(ref /*!DYN002*/dynptr/*!*/);
        return 0;
    }

    [BpfProgram("xdp")]
    public static int xdp_no_dynptr_type__mended(XdpBuff xdp)
    {
        Dynptr dynptr = default;
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int use_file_dynptr_after_put_file(TracepointContext ctx)
    {
        KernelTask task = bpf_get_current_task_btf();
        KernelFile? file = bpf_get_task_exe_file(task);
        Span<byte> buf = stackalloc byte[64];
        if (file is null)
            return 0;

        if (bpf_dynptr_from_file(file, 0, out Dynptr dynptr) != 0)
            goto error;

        bpf_put_file(/*!DYN013*/file/*!*/);
        bpf_dynptr_read(buf, dynptr, 0, 0);
        return 0;

    error:
        bpf_dynptr_file_discard(ref dynptr);
        bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int use_file_dynptr_after_put_file__mended(TracepointContext ctx)
    {
        KernelTask task = bpf_get_current_task_btf();
        KernelFile? file = bpf_get_task_exe_file(task);
        Span<byte> buf = stackalloc byte[64];
        if (file is null)
            return 0;

        if (bpf_dynptr_from_file(file, 0, out Dynptr dynptr) != 0)
            goto error;

        bpf_dynptr_read(buf, dynptr, 0, 0);

    error:
        bpf_dynptr_file_discard(ref dynptr);
        bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int use_file_dynptr_slice_after_put_file(TracepointContext ctx)
    {
        KernelTask task = bpf_get_current_task_btf();
        KernelFile? file = bpf_get_task_exe_file(task);
        Span<byte> buf = stackalloc byte[1];
        if (file is null)
            return 0;

        if (bpf_dynptr_from_file(file, 0, out Dynptr dynptr) != 0)
            goto error;

        ReadOnlySlice data = bpf_dynptr_slice(dynptr, 0, buf, 1);
        if (!data)
            goto error;

        bpf_put_file(/*!DYN013*/file/*!*/);
        return -data[0];

    error:
        bpf_dynptr_file_discard(ref dynptr);
        bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int use_file_dynptr_slice_after_put_file__mended(TracepointContext ctx)
    {
        KernelTask task = bpf_get_current_task_btf();
        KernelFile? file = bpf_get_task_exe_file(task);
        Span<byte> buf = stackalloc byte[1];
        byte first = 0;
        if (file is null)
            return 0;

        if (bpf_dynptr_from_file(file, 0, out Dynptr dynptr) != 0)
            goto error;

        ReadOnlySlice data = bpf_dynptr_slice(dynptr, 0, buf, 1);
        if (!data)
            goto error;

        first = data[0];

    error:
        bpf_dynptr_file_discard(ref dynptr);
        bpf_put_file(file);
        return -first;
    }
}
