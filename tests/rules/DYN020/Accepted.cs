using Dynptrs;
using static Rules.Bpf;

namespace Rules.DYN020;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr packet);
        return (int)bpf_dynptr_size(packet);
    }
}
