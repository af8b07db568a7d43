using System;
using System.Runtime.CompilerServices;
using Dynptrs;

namespace Golden.Pointers;

[InlineArray(64)]
internal struct Bytes
{
    private byte _first;
}

[InlineArray(8)]
internal struct Words
{
    private uint _first;
}

[BpfObject(License = "GPL")]
internal static unsafe partial class Filter
{
    public static readonly ArrayMap<Bytes> Blocks = new(4);
    public static readonly ArrayMap<Words> Tables = new(4);

    [BpfProgram("tc")]
    public static int Back(SkBuff skb)
    {
        var block = Blocks.Lookup(0u);
        if (!block)
            return 0;
        fixed (byte* middle = &block.Value[32])
        {
            var distance = (skb.Length & 63) - 32;
            middle[distance] = 1;
            *(middle + distance) = 2;
            Unsafe.Add(ref *middle, distance) = 3;
        }

        fixed (byte* last = &block.Value[63])
        {
            for (var i = 0; i > -64; i--)
                last[i] = 4;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int BackByWords(SkBuff skb)
    {
        var table = Tables.Lookup(1u);
        if (!table)
            return 0;
        var distance = (skb.Length & 7) - 4;
        fixed (uint* middle = &table.Value[4])
        {
            middle[distance]++;
            Unsafe.Add(ref *middle, distance)++;
            Unsafe.Subtract(ref *middle, -distance)++;
        }

        return 0;
    }

    [BpfProgram("tc")]
    public static int Inside(SkBuff skb)
    {
        var block = Blocks.Lookup(2u);
        if (!block)
            return 0;
        var index = skb.Length & 63;
        block.Value[index] = 1;
        Span<byte> bytes = block.Value;
        bytes[index] = 2;
        return 0;
    }
}
