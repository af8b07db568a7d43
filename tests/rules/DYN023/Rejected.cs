using Dynptrs;

namespace Rules.DYN023;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        skb.Hash = 0; // expect DYN023
        return 0;
    }
}
