using System;
using Dynptrs;

namespace Golden.Masks;

[BpfObject(License = "GPL")]
internal static class Filter
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> bytes = stackalloc byte[16];
        Span<int> numbers = stackalloc int[2];
        var length = (uint)skb.Length;
        bytes[(int)(length & 7)] = 1;
        var kept = (int)(length % 8);
        bytes[kept] += 2;
        bytes[(int)(length >> 29)]++;
        numbers[(int)(length & 1)] = 3;
        bytes[(int)(length & 15)] += 4;
        return bytes[kept] + numbers[(int)(length >> 1 & 1)];
    }
}
