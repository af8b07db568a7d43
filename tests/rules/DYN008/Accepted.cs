using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN008;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> buffer = stackalloc byte[64];
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
        const ulong size = 64;
        ReadOnlySlice data = bpf_dynptr_slice(packet, 0, buffer, size);
        return data ? data[0] : 0;
    }
}
