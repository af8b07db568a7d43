using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN101;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> head = stackalloc byte[14];
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
        bpf_dynptr_read(head, packet, 0, 0); // expect DYN101
        return head[0];
    }
}
