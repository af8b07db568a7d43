using Dynptrs;
using static Tour.Bpf;

namespace Tour.Programs;

/// <summary>Dynptrs that a constructor has left null.</summary>
[BpfObject(License = "GPL")]
internal static partial class NullPrograms
{
    /// <summary>A failed reservation leaves a null dynptr, which must be released all the same.</summary>
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int TestDynptrIsNull(TracepointContext ctx)
    {
        const ulong BadFlags = 123;
        if ((int)(bpf_get_current_pid_tgid() >> 32) != Globals.Pid)
            return 0;

        if (bpf_ringbuf_reserve_dynptr(Maps.RingBuf, 4, BadFlags, out var ptr1) != -Errno.EINVAL)
        {
            Globals.Err = 1;
            goto exit_early;
        }

        if (!bpf_dynptr_is_null(ptr1))
        {
            Globals.Err = 2;
            goto exit_early;
        }

        if (bpf_ringbuf_reserve_dynptr(Maps.RingBuf, 4, 0, out var ptr2) != 0)
        {
            Globals.Err = 3;
            goto exit;
        }

        if (bpf_dynptr_is_null(ptr2))
            Globals.Err = 4;
    exit:
        bpf_ringbuf_discard_dynptr(ref ptr2, 0);
    exit_early:
        bpf_ringbuf_discard_dynptr(ref ptr1, 0);
        return 0;
    }
}
