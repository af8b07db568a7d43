using Dynptrs;

namespace Rules.DYN024;

[BpfObject(License = "Dual MIT/GPL")]
internal static partial class Programs
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        _ = skb.ToDynptr(out Dynptr ptr);
        return (int)ptr.Size;
    }
}
