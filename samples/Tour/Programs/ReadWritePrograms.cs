using System;
using Dynptrs;
using static Tour.Bpf;

namespace Tour.Programs;

/// <summary>Copying to and from the memory behind a dynptr.</summary>
[BpfObject(License = "GPL")]
internal static partial class ReadWritePrograms
{
    /// <summary>What is written is read back.</summary>
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int TestReadWrite(TracepointContext ctx)
    {
        Span<byte> writeData = stackalloc byte[64];
        "hello there, world!!"u8.CopyTo(writeData);
        Span<byte> readData = stackalloc byte[64];
        if ((int)(bpf_get_current_pid_tgid() >> 32) != Globals.Pid)
            return 0;

        bpf_ringbuf_reserve_dynptr(Maps.RingBuf, 64, 0, out var ptr);

        var err = bpf_dynptr_write(ptr, 0, writeData, 0);
        if (err == 0)
            err = bpf_dynptr_read(readData, ptr, 0, 0);
        for (var i = 0; i < readData.Length; i++)
        {
            if (readData[i] != writeData[i])
            {
                err = 1;
                break;
            }
        }

        Globals.Err = err;
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    /// <summary>A view of no bytes is no null dynptr: nothing can be read from it but nothing.</summary>
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int TestZeroSizeDynptr(TracepointContext ctx)
    {
        var writeData = (byte)'x';
        Span<byte> buffer = stackalloc byte[1];
        if ((int)(bpf_get_current_pid_tgid() >> 32) != Globals.Pid)
            return 0;

        if (bpf_ringbuf_reserve_dynptr(Maps.RingBuf, 64, 0, out var ptr) != 0)
        {
            Globals.Err = 1;
            goto done;
        }

        if (bpf_dynptr_adjust(ref ptr, 64, 64) != 0)
        {
            Globals.Err = 2;
            goto done;
        }

        if (bpf_dynptr_read(out byte _, ptr, 0, 0) != -Errno.E2BIG)
        {
            Globals.Err = 3;
            goto done;
        }

        if (bpf_dynptr_write(ptr, 0, in writeData, 0) != -Errno.E2BIG)
        {
            Globals.Err = 4;
            goto done;
        }

        if (bpf_dynptr_read(buffer[..0], ptr, 0, 0) != 0)
        {
            Globals.Err = 5;
            goto done;
        }

        if (bpf_dynptr_write(ptr, 0, buffer[..0], 0) != 0)
        {
            Globals.Err = 6;
            goto done;
        }

        Globals.Err = 0;
    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }
}
