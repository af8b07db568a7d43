using System;
using Dynptrs;
using static Golden.Choices.Bpf;

namespace Golden.Choices;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    [BpfProgram("xdp")]
    public static int Run(XdpBuff xdp)
    {
        return xdp.Length switch
        {
            < 14 => 0,
            >= 14 and < 60 => Small(xdp.Length),
            1500 or 9000 => 1,
            _ => 2,
        };
    }

    private static int Small(int length)
    {
        if (length == 20)
            goto odd;
        if (length is 30 or 40)
            return 2;
    odd:
        return length % 2;
    }
}
