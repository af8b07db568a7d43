using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN090;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet); // expect DYN090
        Slice<EthHdr> eth = bpf_dynptr_data<EthHdr>(packet, 0);
        return eth ? (int)eth.Value.Protocol : 0;
    }
}
