using Dynptrs;

[BpfObject(License = "GPL")]
public static partial class Places
{
    [BpfProgram("xdp")]
    public static int OnPacket(XdpBuff xdp) => XdpAction.XDP_PASS;

    [BpfProgram("cgroup_skb/egress")]
    public static int OnGroup(SkBuff skb) => 1;

    [BpfProgram("netfilter")]
    public static int OnHook(SkBuff skb) => 1;

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnCall(TracepointContext ctx) => 0;
}
