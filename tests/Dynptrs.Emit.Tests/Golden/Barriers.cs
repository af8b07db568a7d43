using System;
using System.Runtime.CompilerServices;
using Dynptrs;
using static Golden.Barriers.Bpf;

namespace Golden.Barriers;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static class Filter
{
    private static readonly ArrayMap<Table> Tables = new(maxEntries: 1);

    private static uint Mode;

    private static ulong Total;

    private static Table Counts;

    // Tested and used: the same register is both.
    [BpfProgram("tc")]
    public static int Cut(SkBuff skb)
    {
        Span<byte> text = stackalloc byte[8];
        if (bpf_skb_load_bytes(skb, 0, text) != 0)
            return 0;
        var digit = (byte)(text[0] - '0');
        if (digit < 10)
            Counts[digit]++;
        var signed = (short)(skb.Length - 40);
        if (signed is < 0 or > 63)
            return HexOf(text[1]);
        return Counts[signed];
    }

    // Only tested, or only used: nothing is hidden.
    [BpfProgram("tc")]
    public static int Plain(SkBuff skb)
    {
        Span<byte> text = stackalloc byte[16];
        if (bpf_skb_load_bytes(skb, 0, text) != 0)
            return 0;
        var first = (byte)(text[0] - '0');
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
            sum += text[i];
        return first < 10 ? sum : Counts[skb.Length & 63];
    }

    // A call leaves half of its register as it is; what is left of a shift, and a range, are tested as they are.
    [BpfProgram("tc")]
    public static int Tested(SkBuff skb)
    {
        var random = bpf_get_prandom_u32();
        var at = random switch { < 10 => (int)random, >= 20 and < 64 => (int)random, _ => 0 };
        var port = skb.Protocol;
        if (port is >= 0x800 and < 0x840)
            at = Math.Min(at, Counts[port - 0x800]);
        var high = (uint)skb.Length >> 4;
        return high < 64 ? Counts[(int)high] + Counts[at & 63] : Counts[at & 63];
    }

    // What a way computes is computed there, and a counter that chance moves in its rounds.
    [BpfProgram("tc")]
    public static int Chosen(SkBuff skb)
    {
        var difference = (skb.Length & 31) - (int)(bpf_get_prandom_u32() & 31);
        if (difference < 0)
            difference = -difference;
        var count = 0;
        for (var i = 0; i < 16; i++)
        {
            if (Counts[i] == ' ')
                count++;
        }

        return Counts[difference] + Counts[count];
    }

    // What not each round moves, in many rounds: the kernel is to see them one by one.
    [BpfProgram("tc")]
    public static int Copied(SkBuff skb)
    {
        Span<byte> text = stackalloc byte[32];
        Span<byte> kept = stackalloc byte[32];
        if (bpf_skb_load_bytes(skb, 0, text) != 0)
            return 0;
        var count = 0;
        for (var i = 0; i < 32; i++)
        {
            if (text[i] != 0)
                kept[count++] = text[i];
        }

        return kept[5];
    }

    // An index is tested in each round, though no round changes it.
    [BpfProgram("tc")]
    public static int Rounds(SkBuff skb)
    {
        var table = bpf_map_lookup_elem(Tables, 0u);
        if (!table)
            return 0;
        var at = (uint)skb.Length;
        for (var i = 0; i < 40; i++)
        {
            Total += bpf_ktime_get_ns();
            if (at < 60)
                table.Value[(int)at + 3] = (byte)i;
        }

        return 0;
    }

    // What is added to an array of the function's own is not to be put together with it by |.
    [BpfProgram("tc")]
    public static int Stacked(SkBuff skb)
    {
        Span<uint> numbers = stackalloc uint[8];
        for (var i = 0; i < 8; i++)
            numbers[i] = bpf_get_prandom_u32();
        var best = 0;
        for (var i = 1; i < 8; i++)
        {
            if (numbers[i] > numbers[best])
                best = i;
        }

        Eight eight = default;
        eight[skb.Length & 7] = 3;
        Span<byte> bytes = stackalloc byte[16];
        var rest = bytes[(skb.Length & 7)..];
        rest[(int)(numbers[best] & 7)] = 4;
        return bytes[8] + eight[2];
    }

    // Fields of a context on two ways, and the first of them where other memory is read on the other.
    [BpfProgram("tc")]
    public static int Fields(SkBuff skb)
    {
        Total += Mode > 3 ? skb.Hash : (uint)skb.Length;
        var table = bpf_map_lookup_elem(Tables, 0u);
        return table ? table.Value[0] : skb.Length;
    }

    [BpfProgram("raw_tp/sched_switch")]
    public static int Arguments(TracepointContext ctx)
    {
        Total += Mode > 3 ? ctx[0] : ctx[1];
        return 0;
    }

    // A frame may be full.
    [BpfProgram("tc")]
    public static int Full(SkBuff skb)
    {
        Block a = default, b = default, c = default, d = default;
        Fill(ref a);
        Fill(ref b);
        Fill(ref c);
        Fill(ref d);
        return a.Low[3] + b.Low[4] + c.Low[5] + d.Low[6];
    }

    private static void Fill(ref Block block) => block.Low[(int)(bpf_get_prandom_u32() & 63)] = 1;

    private static int HexOf(byte letter)
    {
        var at = Value(letter);
        return at < 0 ? 0 : Counts[at];
    }

    private static int Value(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        _ => -1,
    };

    [InlineArray(64)]
    private struct Table
    {
        private byte _first;
    }

    [InlineArray(8)]
    private struct Eight
    {
        private byte _first;
    }

    private struct Block
    {
        public Table Low;
        public Table High;
    }
}
