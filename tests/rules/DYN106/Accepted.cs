using System;
using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN106;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
        ReadOnlySlice<EthHdr> eth = bpf_dynptr_slice<EthHdr>(packet, 0, stackalloc byte[EthHdr.SizeInBytes]);
        return eth ? (int)eth.Value.Protocol : 0;
    }
}
