using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN022;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
        return bpf_dynptr_adjust(ref packet, 14, 64); // expect DYN022
    }
}
