using Dynptrs;

namespace Rules.DYN023;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        skb.StoreBytes(0, (byte)0, BpfConstants.BPF_F_INVALIDATE_HASH);
        return 0;
    }
}
