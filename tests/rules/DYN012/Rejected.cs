using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN012;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[8];
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
        ReadOnlySlice head = bpf_dynptr_slice(packet, 0, buffer, 14); // expect DYN012
        return head ? head[0] : 0;
    }
}
