using System;
using Dynptrs;
using static Golden.Loops.Bpf;

namespace Golden.Loops;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        Span<byte> bytes = stackalloc byte[64];
        var found = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (skb.LoadBytes((uint)i, bytes.Slice(0, 1)) != 0)
                break;
            if (bytes[0] == 0)
                continue;
            bytes[i] = bytes[0];
            found++;
        }

        var total = 0;
        foreach (var index in BpfLoop.Range(0, 64))
        {
            if (index == 40)
                break;
            total += index;
        }

        var rounds = 0;
        do
        {
            total ^= rounds;
            rounds += 2;
        }
        while (rounds < 20);
        return found + total;
    }
}
