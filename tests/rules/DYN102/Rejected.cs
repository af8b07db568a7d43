using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN102;

internal static class Programs
{
    [BpfProgram("xdp")]
    public static int Run(XdpBuff xdp)
    {
        Span<byte> head = stackalloc byte[14];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr packet);
        return bpf_dynptr_write(packet, 0, head, BpfConstants.BPF_F_RECOMPUTE_CSUM); // expect DYN102
    }
}
