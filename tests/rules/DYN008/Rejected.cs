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
        ulong size = bpf_dynptr_size(packet);
        ReadOnlySlice data = bpf_dynptr_slice(packet, 0, buffer, size); // expect DYN008
        return data ? data[0] : 0;
    }
}
