using System;
using Dynptrs;
using static Corpus.Bpf;
using static Dynptrs.Errno;

namespace Corpus;

/// <summary>The view of a dynptr: its bounds, a view of nothing, and no view at all.</summary>
internal static partial class DynptrSuccess
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int test_adjust(TracepointContext ctx)
    {
        const uint bytes = 64, off = 10, trim = 15;
        if (!is_test_process())
            return 0;

        err = bpf_ringbuf_reserve_dynptr(ringbuf, bytes, 0, out Dynptr ptr);
        if (err != 0)
        {
            err = 1;
            goto done;
        }

        if (bpf_dynptr_size(ptr) != bytes)
        {
            err = 2;
            goto done;
        }

        err = bpf_dynptr_adjust(ref ptr, off, bpf_dynptr_size(ptr));
        if (err != 0)
        {
            err = 3;
            goto done;
        }

        if (bpf_dynptr_size(ptr) != bytes - off)
        {
            err = 4;
            goto done;
        }

        // Both count from the view that the first adjustment has left.
        err = bpf_dynptr_adjust(ref ptr, off, trim);
        if (err != 0)
        {
            err = 5;
            goto done;
        }

        if (bpf_dynptr_size(ptr) != trim - off)
        {
            err = 6;
            goto done;
        }

    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    // A reservation that fails must be released, too.
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int test_adjust__broken(TracepointContext ctx)
    {
        const uint bytes = 64, off = 10;
        if (!is_test_process())
            return 0;

        err = bpf_ringbuf_reserve_dynptr(ringbuf, bytes, 0, out Dynptr ptr);
        if (err != 0)
        {
            err = 1;
            /*!DYN001*/return 0;/*!*/
        }

        err = bpf_dynptr_adjust(ref ptr, off, bpf_dynptr_size(ptr));
        if (err != 0)
        {
            err = 3;
            goto done;
        }

        if (bpf_dynptr_size(ptr) != bytes - off)
        {
            err = 4;
            goto done;
        }

    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int test_adjust_err(TracepointContext ctx)
    {
        const uint size = 64, off = 20;
        Span<byte> write_data = stackalloc byte[45];
        "hello there, world!!"u8.CopyTo(write_data);
        if (!is_test_process())
            return 0;

        if (bpf_ringbuf_reserve_dynptr(ringbuf, size, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            goto done;
        }

        // A start behind the end.
        if (bpf_dynptr_adjust(ref ptr, 5, 1) != -EINVAL)
        {
            err = 2;
            goto done;
        }

        // A start, and an end, outside of the view.
        if (bpf_dynptr_adjust(ref ptr, size + 1, size + 1) != -ERANGE)
        {
            err = 3;
            goto done;
        }

        if (bpf_dynptr_adjust(ref ptr, 0, size + 1) != -ERANGE)
        {
            err = 4;
            goto done;
        }

        if (bpf_dynptr_adjust(ref ptr, off, size) != 0)
        {
            err = 5;
            goto done;
        }

        // One byte more than the 44 that are left.
        if (bpf_dynptr_write(ptr, 0, write_data, 0) != -E2BIG)
        {
            err = 6;
            goto done;
        }

        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;

    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    // What was submitted runs on into the discard.
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int test_adjust_err__broken(TracepointContext ctx)
    {
        const uint size = 64, off = 20;
        if (!is_test_process())
            return 0;

        if (bpf_ringbuf_reserve_dynptr(ringbuf, size, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            goto done;
        }

        if (bpf_dynptr_adjust(ref ptr, off, size) != 0)
        {
            err = 5;
            goto done;
        }

        bpf_ringbuf_submit_dynptr(ref ptr, 0);

    done:
        bpf_ringbuf_discard_dynptr(ref /*!DYN002*/ptr/*!*/, 0);
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int test_zero_size_dynptr(TracepointContext ctx)
    {
        const uint size = 64;
        byte write_data = (byte)'x', read_data;
        Span<byte> buffer = stackalloc byte[1];
        if (!is_test_process())
            return 0;

        if (bpf_ringbuf_reserve_dynptr(ringbuf, size, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            goto done;
        }

        // A view of no bytes is not a null dynptr.
        if (bpf_dynptr_adjust(ref ptr, size, size) != 0)
        {
            err = 2;
            goto done;
        }

        if (bpf_dynptr_read(out read_data, ptr, 0, 0) != -E2BIG)
        {
            err = 3;
            goto done;
        }

        if (bpf_dynptr_write(ptr, 0, write_data, 0) != -E2BIG)
        {
            err = 4;
            goto done;
        }

        if (bpf_dynptr_read(buffer[..0], ptr, 0, 0) != 0)
        {
            err = 5;
            goto done;
        }

        if (bpf_dynptr_write(ptr, 0, buffer[..0], 0) != 0)
        {
            err = 6;
            goto done;
        }

        err = 0;

    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int test_zero_size_dynptr__broken(TracepointContext ctx)
    {
        const uint size = 64;
        if (!is_test_process())
            return 0;

        if (bpf_ringbuf_reserve_dynptr(ringbuf, size, 0, out Dynptr ptr) != 0)
        {
            err = 1;
            goto done;
        }

        if (bpf_dynptr_adjust(ref ptr, size, size) != 0)
        {
            err = 2;
            goto done;
        }

        Slice nothing = bpf_dynptr_data(ptr, 0, 0);
        if (nothing)
            err = /*!DYN007*/nothing[0]/*!*/;

    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_is_null(TracepointContext ctx)
    {
        const uint size = 4;
        if (!is_test_process())
            return 0;

        // The flags are wrong, so the dynptr is null; it must be released all the same.
        if (bpf_ringbuf_reserve_dynptr(ringbuf, size, 123, out Dynptr ptr1) != -EINVAL)
        {
            err = 1;
            goto exit_early;
        }

        if (!bpf_dynptr_is_null(ptr1))
        {
            err = 2;
            goto exit_early;
        }

        if (bpf_ringbuf_reserve_dynptr(ringbuf, size, 0, out Dynptr ptr2) != 0)
        {
            err = 3;
            goto exit;
        }

        if (bpf_dynptr_is_null(ptr2))
        {
            err = 4;
            goto exit;
        }

    exit:
        bpf_ringbuf_discard_dynptr(ref ptr2, 0);
    exit_early:
        bpf_ringbuf_discard_dynptr(ref ptr1, 0);
        return 0;
    }

    // What is null is held for the verifier.
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int test_dynptr_is_null__broken(TracepointContext ctx)
    {
        const uint size = 4;
        if (!is_test_process())
            return 0;

        if (bpf_ringbuf_reserve_dynptr(ringbuf, size, 123, out Dynptr ptr1) != -EINVAL)
        {
            err = 1;
            goto exit;
        }

        if (bpf_dynptr_is_null(ptr1))
            /*!DYN001*/return 0;/*!*/

    exit:
        bpf_ringbuf_discard_dynptr(ref ptr1, 0);
        return 0;
    }
}
