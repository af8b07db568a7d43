using System;
using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class UsesOfTheDead
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int ReadAfterSubmit(TracepointContext ctx)
    {
        Span<byte> data = stackalloc byte[8];
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return bpf_dynptr_read(data, ptr, 0, 0); // expect DYN003
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int ReleaseInOneBranchUseAfterTheJoin(TracepointContext ctx)
    {
        var err = bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        if (err != 0)
            bpf_ringbuf_discard_dynptr(ref ptr, 0);

        var size = bpf_dynptr_size(ptr); // expect DYN003
        if (err == 0)
            bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return (int)size;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int CloneUsedAfterItsOriginalWasReleased(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 8, 0, out var ptr);
        bpf_dynptr_clone(ptr, out var clone);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return (int)bpf_dynptr_size(clone); // expect DYN003
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int NeverInitialised(TracepointContext ctx)
    {
        Dynptr ptr = default;
        return (int)bpf_dynptr_size(ptr); // expect DYN003
    }
}
