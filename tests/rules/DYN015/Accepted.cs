using Dynptrs;

namespace Rules.DYN015;

internal static class Programs
{
    [BpfProgram("cgroup_skb/ingress")]
    public static int Run(SkBuff skb)
    {
        int err = skb.LoadBytes(0, out byte version);
        return err == 0 && version == 0x45 ? 1 : 0;
    }
}
