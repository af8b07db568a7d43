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
        int err = bpf_dynptr_read(head, packet, 0, 0);
        return err != 0 ? err : head[0];
    }
}
