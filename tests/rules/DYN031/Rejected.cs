using Dynptrs;

namespace Rules.DYN031;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        int sum = 0;
        for (uint i = 0; i < skb.Length; i++) // expect DYN031
            sum++;
        return sum;
    }
}
