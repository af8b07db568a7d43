using Dynptrs;

namespace Rules.DYN024;

[BpfObject(License = "Proprietary")]
internal static partial class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        _ = skb.ToDynptr(out Dynptr ptr); // expect DYN024
        return (int)ptr.Size;
    }
}
