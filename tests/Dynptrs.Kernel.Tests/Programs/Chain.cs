using static Dynptrs.Kernel.Tests.Programs.Bpf;

namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>Programs that go on with others.</summary>
[BpfObject(License = "GPL")]
internal static partial class Chain
{
    public static readonly ProgramArrayMap Next = new(maxEntries: 3);

    public static uint Index;
    public static int Runs;
    public static int Returns;

    [BpfProgram("tc")]
    public static int First(SkBuff skb)
    {
        Runs++;
        bpf_tail_call(skb, Next, Index);
        Returns++;
        return 10;
    }

    [BpfProgram("tc")]
    public static int Second(SkBuff skb)
    {
        Runs++;
        return 20;
    }

    [BpfProgram("tc")]
    public static int ByMethod(SkBuff skb)
    {
        Runs++;
        return GoOn(skb);
    }

    [BpfProgram("xdp")]
    public static int OfAnotherType(XdpBuff xdp) => 2;

    private static int GoOn(SkBuff skb)
    {
        Next.TailCall(skb, Index);
        Returns++;
        return 30;
    }
}
