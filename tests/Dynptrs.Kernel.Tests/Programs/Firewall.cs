using System.Threading;
using static Dynptrs.Kernel.Tests.Programs.Bpf;

namespace Dynptrs.Kernel.Tests.Programs;

/// <summary>Programs of packets, with a map of each kind and a variable of each.</summary>
[BpfObject(License = "GPL")]
internal static partial class Firewall
{
    public static readonly HashMap<int, Traffic> BySize = new(maxEntries: 4);
    public static readonly LruHashMap<int, long> Recent = new(maxEntries: 64);
    public static readonly ArrayMap<long> Sizes = new(maxEntries: 8);
    public static readonly PerCpuArrayMap<int> Runs = new(maxEntries: 2);
    public static readonly RingBuf Events = new(maxEntries: 4096);

    public static readonly int Verdict = FindVerdict();
    public static readonly int HookVerdict = 1;
    public static int Limit = 60;
    public static int Dropped;
    public static Traffic Last;
    private static long _hidden = 40;

    [BpfProgram("xdp")]
    public static int OnPacket(XdpBuff xdp)
    {
        var length = xdp.Length;
        Runs.Lookup(0u).Value++;
        Sizes.Update(1u, length);
        Recent.Update(length, _hidden + 2);
        Last.Packets++;
        Last.Bytes = (ulong)length;
        if (length >= Limit)
            return XdpAction.XDP_PASS;
        Interlocked.Increment(ref Dropped);
        var traffic = new Traffic { Packets = 1, Bytes = (ulong)length };
        BySize.Update(length, traffic);
        if (bpf_ringbuf_reserve_dynptr(Events, 16, 0, out var ptr) == 0)
            bpf_dynptr_write(ptr, 0, in traffic, 0);
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return Verdict;
    }

    /// <summary>Writes the first byte of a packet.</summary>
    [BpfProgram("tc")]
    public static int OnEgress(SkBuff skb)
    {
        if (bpf_dynptr_from_skb(skb, 0, out var ptr) != 0)
            return TcAction.TC_ACT_SHOT;
        byte mark = 0x5a;
        return bpf_dynptr_write(ptr, 0, in mark, 0) == 0 ? TcAction.TC_ACT_OK : TcAction.TC_ACT_SHOT;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int OnGroup(SkBuff skb) => skb.Length > 0 ? 1 : 0;

    [BpfProgram("netfilter")]
    public static int OnHook(SkBuff skb)
    {
        Interlocked.Increment(ref Dropped);
        return HookVerdict;
    }

    private static int FindVerdict() => XdpAction.XDP_DROP;
}
