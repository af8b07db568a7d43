using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Dynptrs;
using static Golden.Effects.Bpf;

namespace Golden.Effects;

[BpfHelpers]
internal static partial class Bpf;

[InlineArray(64)]
internal struct Block
{
    private byte _first;
}

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly ArrayMap<Block> Blocks = new(1);
    public static ulong Total = 10;
    public static ulong Sum;
    public static uint Quotient;
    public static uint Remainder;
    public static int Length;
    public static long Wide;
    public static int Signed = -1;
    public static uint Unsigned = 1;

    [BpfProgram("raw_tp/sys_enter")]
    public static int CountTwice(TracepointContext ctx)
    {
        var down = Interlocked.Decrement(ref Total);
        var up = Interlocked.Add(ref Total, bpf_get_prandom_u32() & 7);
        Sum = down * 3 + up;
        return (int)Interlocked.Increment(ref Unsigned);
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int StartAnywhere(TracepointContext ctx)
    {
        var block = Blocks.Lookup(0u);
        if (!block)
            return 0;
        Span<byte> bytes = block.Value;
        var rest = bytes[(int)(bpf_get_prandom_u32() & 31)..];
        if (rest.Length <= 8)
            return 0;
        rest[8] = 9;
        Length = rest.Length;
        return bytes.IndexOf((byte)9);
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int StartWhereItSays(TracepointContext ctx)
    {
        Span<byte> bytes = stackalloc byte[32];
        bytes[0] = 3;
        bytes[3] = 5;
        bytes = bytes[(bytes[0] & 7)..];
        Length = bytes.Length;
        bytes = bytes.Slice(1, (bytes[0] & 7) + 1);
        return bytes.Length;
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int Divide(TracepointContext ctx)
    {
        Quotient = bpf_get_prandom_u32() / ((bpf_get_prandom_u32() & 7) + 1);
        Remainder = bpf_get_prandom_u32() % ((bpf_get_prandom_u32() & 7) + 1);
        return (int)(bpf_get_prandom_u32() & 0xff);
    }

    [BpfProgram("raw_tp/sys_enter")]
    public static int Choose(TracepointContext ctx)
    {
        var signed = Signed;
        var unsigned = Unsigned;
        Wide = Unsigned == 1 ? signed : unsigned;
        long other = Signed == -1 ? signed : unsigned;
        return other < 0 ? 1 : 2;
    }
}
