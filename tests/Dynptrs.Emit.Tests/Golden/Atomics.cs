using System.Threading;
using Dynptrs;

namespace Golden.Atomics;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly ArrayMap<ulong> Counters = new(4);
    public static uint State;

    [BpfProgram("tc")]
    public static int Run(SkBuff skb)
    {
        var counter = Counters.Lookup(1u);
        if (counter)
            Interlocked.Add(ref counter.Value, (ulong)skb.Length);
        return (int)Interlocked.Exchange(ref State, 1u);
    }
}
