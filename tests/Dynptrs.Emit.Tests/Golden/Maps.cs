using System;
using Dynptrs;
using static Golden.Maps.Bpf;

namespace Golden.Maps;

[BpfHelpers]
internal static partial class Bpf;

internal struct Counter
{
    public ulong Packets;
    public ulong Bytes;
}

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly HashMap<uint, Counter> ByHash = new(1024);
    public static readonly PerCpuArrayMap<ulong> Total = new(1);

    [BpfProgram("xdp")]
    public static int Count(XdpBuff xdp)
    {
        var key = (uint)xdp.Length & 0xff;
        var counter = bpf_map_lookup_elem(ByHash, in key);
        if (counter)
        {
            counter.Value.Packets++;
            counter.Value.Bytes += (ulong)xdp.Length;
        }
        else
        {
            var first = new Counter { Packets = 1, Bytes = (ulong)xdp.Length };
            bpf_map_update_elem(ByHash, in key, in first, 0);
        }

        Total.Lookup(0u).Value++;
        return 2;
    }
}
