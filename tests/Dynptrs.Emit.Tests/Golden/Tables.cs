using System;
using Dynptrs;
using static Golden.Tables.Bpf;

namespace Golden.Tables;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static partial class Classifier
{
    private enum Level : ushort
    {
        Low = 1,
        High = 900,
    }

    private static ReadOnlySpan<byte> Weights => [1, 2, 3, 4];

    private static ReadOnlySpan<int> Steps => new int[] { -1, 5, 70000, int.MinValue };

    private static ReadOnlySpan<byte> Word => "text"u8;

    private static ReadOnlySpan<Level> Levels => [Level.Low, Level.High];

    private static ReadOnlySpan<bool> Flags => new ReadOnlySpan<bool>(new[] { true, false });

    [BpfProgram("tc")]
    public static int Classify(SkBuff skb)
    {
        ReadOnlySpan<byte> primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53];
        var hash = skb.Hash;
        var mark = Weights[(int)(hash & 3)] + Steps[(int)(hash & 3)] + primes[(int)(hash & 15)];
        if (Flags[(int)(hash & 1)])
            mark += (int)Levels[(int)((hash >> 1) & 1)];
        foreach (var weight in Weights)
            mark += weight;
        return mark + Last(Word[1..]) + (int)Doublings()[Weights[1]];
    }

    [BpfProgram("tc")]
    public static int Count(SkBuff skb)
    {
        Span<int> counts = [0, 0, Weights[0]];
        for (counts[0] = 0; counts[0] < 8; counts[0]++)
            counts[1] += counts[2];
        return counts[1];
    }

    private static int Last(ReadOnlySpan<byte> bytes) => bytes[^1];

    private static ReadOnlySpan<ulong> Doublings()
    {
        ReadOnlySpan<ulong> doublings = [1, 2, 4, 8];
        return doublings;
    }
}
