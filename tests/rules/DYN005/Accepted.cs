using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN005;

internal static class Programs
{
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int Run(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Maps.Events, 64, 0, out Dynptr ptr);
        Slice<Sample> sample = bpf_dynptr_data<Sample>(ptr, 0);
        if (sample)
            sample.Value.Pid = 1;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }

    // Constants are data of the program, and outlive the method.
    private static ReadOnlySpan<int> Steps => [1, 2, 4, 8];

    private static ReadOnlySpan<uint> Masks()
    {
        ReadOnlySpan<uint> masks = new uint[] { 1, 3, 7, 15 };
        return masks;
    }

    [BpfProgram("tc")]
    public static int Step(SkBuff skb) => Steps[(int)(skb.Hash & Masks()[1])];
}
