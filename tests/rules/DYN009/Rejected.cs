using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN009;

internal static class Programs
{
    [BpfProgram("cgroup_skb/egress")]
    public static int Run(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
        Slice head = bpf_dynptr_slice_rdwr(packet, 0, buffer, 14); // expect DYN009
        return head ? head[0] & 1 : 0;
    }
}
