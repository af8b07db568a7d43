using Dynptrs;

namespace Rules.DYN031;

internal static class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        int sum = 0;
        for (uint i = 0; i < 64; i++)
            sum++;
        return sum;
    }

    [BpfProgram("tc")]
    public static int CountBeside(SkBuff skb)
    {
        int count = 0, tenth = 0;
        foreach (int i in BpfLoop.Range(0, 100))
        {
            if (i == 10)
                tenth = i;
            count++;
        }

        return tenth;
    }
}
