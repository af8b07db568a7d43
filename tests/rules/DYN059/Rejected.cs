using Dynptrs;

namespace Rules.DYN059;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    [BpfProgram("xdp")]
    public static int OnPacket(XdpBuff packet) => XdpAction.XDP_PASS;

    [BpfProgram("tc")]
    public static int OnPacket(SkBuff packet) => TcAction.TC_ACT_OK; // expect DYN059
}
