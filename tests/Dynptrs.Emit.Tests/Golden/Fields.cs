using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Golden.Fields.Bpf;

namespace Golden.Fields;

[BpfHelpers]
internal static partial class Bpf;

internal unsafe struct Counters
{
    public fixed uint Items[8];
    public ulong Sum;
}

[InlineArray(2)]
internal struct Pair
{
    private ulong _first;
}

internal struct Sums
{
    public uint Count;
    public Pair Pair;
}

internal struct Block
{
    public BpfSpinLock Lock;
    public Sums Sums;
    public int Number;
}

internal ref struct Window
{
    private readonly Span<byte> _bytes;
    private readonly int _start;

    public Window(Span<byte> bytes, int start)
    {
        _bytes = bytes;
        _start = bytes.Length > 60 ? start : 0;
    }

    public Span<byte> Rest;

    public readonly int Left => _bytes.Length - _start;

    public void Put(byte value)
    {
        Rest[0] = value;
        Rest = Rest[1..];
    }
}

internal ref struct Guard
{
    public ref BpfSpinLock Lock;
}

[BpfObject(License = "GPL")]
internal static unsafe partial class Fields
{
    public static readonly ArrayMap<Counters> Counted = new(maxEntries: 1);
    public static readonly ArrayMap<Sums> Summed = new(maxEntries: 1);
    public static readonly ArrayMap<Block> Blocks = new(maxEntries: 1);

    [BpfProgram("tc")]
    public static int FixedBuffers(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(Counted, 0u);
        if (!value)
            return 0;
        value.Value.Items[skb.Hash & 7]++;
        Counters own = default;
        own.Items[3] = skb.Hash;
        return (int)own.Items[bpf_get_prandom_u32() & 7];
    }

    [BpfProgram("tc")]
    public static int Alignment(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(Summed, 0u);
        if (!value)
            return 0;
        return (int)value.Value.Pair[1];
    }

    [BpfProgram("tc")]
    public static int Locks(SkBuff skb)
    {
        var value = bpf_map_lookup_elem(Blocks, 0u);
        if (!value)
            return 0;
        var guard = new Guard { Lock = ref value.Value.Lock };
        bpf_spin_lock(ref guard.Lock);
        value.Value.Number++;
        bpf_spin_unlock(ref guard.Lock);
        return 0;
    }

    [BpfProgram("tc")]
    public static int Spans(SkBuff skb)
    {
        Span<byte> bytes = stackalloc byte[64];
        var window = new Window(bytes, 4) { Rest = bytes };
        window.Put(1);
        window.Put(2);
        return window.Left + Length(ref window) + LengthOfCopy(window);
    }

    private static int Length(ref Window window) => window.Rest.Length;

    private static int LengthOfCopy(in Window window) => window.Rest.Length;

    [BpfProgram("tc")]
    public static int References(SkBuff skb)
    {
        uint a = skb.Hash, b = bpf_get_prandom_u32();
        Larger(ref a, ref b) = 0;
        return (int)(a + b);
    }

    private static ref uint Larger(ref uint a, ref uint b) => ref a > b ? ref a : ref b;
}
