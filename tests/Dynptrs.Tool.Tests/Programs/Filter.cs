using Dynptrs;
using static Bpf;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
public static partial class Filter
{
    public static int Seen;

    [BpfProgram("xdp")]
    public static int OnPacket(XdpBuff xdp)
    {
        Seen++;
        Span<byte> buffer = stackalloc byte[14];
        bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
        var header = bpf_dynptr_slice(ptr, 0, buffer, 14);
        if (!header)
            return (int)XdpAction.XDP_DROP;
        return header[12] == 8 ? (int)XdpAction.XDP_PASS : (int)XdpAction.XDP_DROP;
    }

    [BpfProgram("tc")]
    public static int OnSkb(SkBuff skb) => skb.Length > 60 ? (int)TcAction.TC_ACT_SHOT : (int)TcAction.TC_ACT_OK;

    // In process a division by zero throws; in the kernel it is 0.
    [BpfProgram("tc")]
    public static int Divide(SkBuff skb) => 10 / (skb.Length - 34);

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int OnSleep(TracepointContext ctx) => 0;
}
