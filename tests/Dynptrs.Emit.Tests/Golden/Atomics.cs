using System.Threading;
using Dynptrs;

namespace Golden.Atomics;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly ArrayMap<ulong> Counters = new(4);
    public static uint State;
    public static int Signed;

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        var counter = Counters.Lookup(1u);
        if (counter)
            Interlocked.Add(ref counter.Value, (ulong)skb.Length);
        return (int)Interlocked.Exchange(ref State, 1u);
    }
    [BpfProgram("tc")]
    public static int ReadUpdates(SkBuff skb)
    {
        var counter = Counters.Lookup(2u);
        if (!counter)
            return 0;
        var added = Interlocked.Increment(ref State);
        var removed = Interlocked.Decrement(ref counter.Value);
        var before = Interlocked.Or(ref State, 3u);
        Interlocked.And(ref Signed, ~1);
        return (int)(added + removed + before);
    }

    [BpfProgram("tc")]
    public static int ReadSums(SkBuff skb)
    {
        var sum = Interlocked.Add(ref Signed, skb.Length + 1);
        var twice = Interlocked.Add(ref Signed, Signed);
        var less = Interlocked.Add(ref Signed, -2);
        return Interlocked.Add(ref Signed, Interlocked.Increment(ref Signed)) > 0 ? sum + sum : twice - less;
    }
}
