using System;
using Dynptrs;
using static Golden.Numbers.Bpf;

namespace Golden.Numbers;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static int A = 7;
    public static uint B = 0x80000000;
    public static long C = long.MinValue;
    public static byte D;
    public static bool E = true;

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        var a = A * 3 - (A << 2);
        var b = B / (uint)(a | 1) + B % 10;
        D += (byte)(b >>> 3);
        C = (C >> 4) ^ ~(long)b;
        if (E && (a < 0 || b > 100))
            E = !E;
        return -A >>> 28;
    }
}
