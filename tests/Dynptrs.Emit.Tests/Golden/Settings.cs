using System;
using Dynptrs;
using static Golden.Settings.Bpf;

namespace Golden.Settings;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly RingBuf Events = new(maxEntries: 4096);

    public static readonly uint Last = 7;

    public static readonly long Shared = 5;

    [LoadTimeConstant]
    public static bool IsEnabled = true;

    [LoadTimeConstant(0, 7)]
    public static byte Index = 3;

    [LoadTimeConstant(Values = [-1, 100])]
    public static int Limit = -1;

    [LoadTimeConstant(0, 2)]
    public static Level Detail;

    [LoadTimeConstant(Values = [8, 16])]
    public static ulong Size = 8;

    [LoadTimeConstant(0, 1000)]
    public static long Offset = 14;

    public enum Level : ushort
    {
        None,
        Some,
        All,
    }

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        if (!IsEnabled)
            return 0;
        Span<byte> buffer = stackalloc byte[8];
        buffer[Index] = 1;
        buffer[(int)(Last)] = 2;
        if (Detail != Level.None)
            Report();
        return Limit < 0 ? buffer[0] : (int)(Twice(in Shared) + Twice(in Offset));
    }

    private static void Report()
    {
        var record = bpf_ringbuf_reserve(Events, Size, 0);
        if (!record)
            return;
        record[0] = (byte)Detail;
        bpf_ringbuf_submit(record, 0);
    }

    private static long Twice(in long number) => 2 * number;
}
