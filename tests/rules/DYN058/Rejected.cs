using Dynptrs;

namespace Rules.DYN058;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    [BpfProgram("xdp")]
    public static int OnPacket(SkBuff packet) => XdpAction.XDP_PASS; // expect DYN058
}
