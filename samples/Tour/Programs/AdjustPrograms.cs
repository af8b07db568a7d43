using System;
using Dynptrs;
using static Tour.Bpf;

namespace Tour.Programs;

/// <summary>Narrowing the view of a dynptr.</summary>
[BpfObject(License = "GPL")]
internal static partial class AdjustPrograms
{
    /// <summary>Each adjustment counts from the view that the one before has left.</summary>
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int TestAdjust(TracepointContext ctx)
    {
        const uint Bytes = 64, Off = 10, Trim = 15;
        if ((int)(bpf_get_current_pid_tgid() >> 32) != Globals.Pid)
            return 0;

        var err = bpf_ringbuf_reserve_dynptr(Maps.RingBuf, Bytes, 0, out var ptr);
        if (err != 0)
        {
            Globals.Err = 1;
            goto done;
        }

        if (bpf_dynptr_size(ptr) != Bytes)
        {
            Globals.Err = 2;
            goto done;
        }

        err = bpf_dynptr_adjust(ref ptr, Off, bpf_dynptr_size(ptr));
        if (err != 0)
        {
            Globals.Err = 3;
            goto done;
        }

        if (bpf_dynptr_size(ptr) != Bytes - Off)
        {
            Globals.Err = 4;
            goto done;
        }

        err = bpf_dynptr_adjust(ref ptr, Off, Trim);
        if (err != 0)
        {
            Globals.Err = 5;
            goto done;
        }

        if (bpf_dynptr_size(ptr) != Trim - Off)
            Globals.Err = 6;
    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    /// <summary>What does not fit the view is refused, and changes nothing.</summary>
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int TestAdjustErr(TracepointContext ctx)
    {
        const uint Size = 64, Off = 20;
        Span<byte> writeData = stackalloc byte[45];
        "hello there, world!!"u8.CopyTo(writeData);
        if ((int)(bpf_get_current_pid_tgid() >> 32) != Globals.Pid)
            return 0;

        if (bpf_ringbuf_reserve_dynptr(Maps.RingBuf, Size, 0, out var ptr) != 0)
        {
            Globals.Err = 1;
            goto done;
        }

        // A start behind the end.
        if (bpf_dynptr_adjust(ref ptr, 5, 1) != -Errno.EINVAL)
        {
            Globals.Err = 2;
            goto done;
        }

        // A start, and an end, behind the last byte.
        if (bpf_dynptr_adjust(ref ptr, Size + 1, Size + 1) != -Errno.ERANGE)
        {
            Globals.Err = 3;
            goto done;
        }

        if (bpf_dynptr_adjust(ref ptr, 0, Size + 1) != -Errno.ERANGE)
        {
            Globals.Err = 4;
            goto done;
        }

        if (bpf_dynptr_adjust(ref ptr, Off, Size) != 0)
        {
            Globals.Err = 5;
            goto done;
        }

        // One byte more than the 44 that are left.
        if (bpf_dynptr_write(ptr, 0, writeData, 0) != -Errno.E2BIG)
        {
            Globals.Err = 6;
            goto done;
        }

        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }
}
