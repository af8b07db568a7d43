using System;
using Dynptrs;
using static Golden.Callbacks.Bpf;

namespace Golden.Callbacks;

[BpfHelpers]
internal static partial class Bpf;

internal struct Sum
{
    public uint Count;
    public ulong Value;
}

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly UserRingBuf Samples = new(4096);
    public static readonly ArrayMap<ulong> Values = new(16);
    public static ulong Result;

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        var sum = default(Sum);
        BpfLoop.Run(10, static (uint index, ref Sum total) =>
        {
            total.Count++;
            total.Value += index;
            return total.Value > 30 ? 1 : 0;
        }, ref sum);
        Values.ForEach(AddValue, ref sum);
        Result = sum.Value;
        return 0;
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int Drain(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(Samples, OnSample, 0);
        return 0;
    }

    private static int AddValue(ArrayMap<ulong> map, in uint key, ref ulong value, ref Sum sum)
    {
        sum.Value += value;
        return 0;
    }

    private static int OnSample(ref Dynptr sample)
    {
        ulong value;
        if (bpf_dynptr_read(out value, sample, 0, 0) == 0)
            Result += value;
        return 0;
    }
}
