using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN032;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> buffer = new byte[14]; // expect DYN032
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
        return bpf_dynptr_read(buffer, packet, 0, 0);
    }
}
