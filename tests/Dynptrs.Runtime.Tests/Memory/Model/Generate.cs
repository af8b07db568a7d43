using CsCheck;
using Dynptrs.Tests.Memory.Model.Operations;

namespace Dynptrs.Tests.Memory.Model;

/// <summary>Generators of memory and of what is done with it.</summary>
internal static class Generate
{
    private const int MaxOperations = 12;
    private const int SmallSize = 40;
    private const int LargeSize = 700;

    private static readonly Gen<int> Seed = Gen.Int[0, 1000];

    // Around small ranges, across pieces of 256 bytes, and where arithmetic wraps.
    private static readonly Gen<ulong> Offset = Gen.Frequency(
        (6, Gen.ULong[0, SmallSize]),
        (6, Gen.ULong[0, LargeSize]),
        (1, Gen.OneOf<ulong>(uint.MaxValue, int.MaxValue, 1L + uint.MaxValue, long.MaxValue, ulong.MaxValue, ulong.MaxValue - 7)));

    private static readonly Gen<int> Length = Gen.Frequency((1, Gen.Const(0)), (6, Gen.Int[0, SmallSize]), (3, Gen.Int[0, LargeSize]));

    private static readonly Gen<ulong> Flags = Gen.Frequency((8, Gen.Const(0ul)), (2, Gen.OneOf<ulong>(1ul, 2, 3, 4, ulong.MaxValue)));

    private static readonly Gen<uint> Position = Gen.Frequency(
        (6, Gen.UInt[0, SmallSize]),
        (6, Gen.UInt[0, LargeSize]),
        (1, Gen.OneOf<uint>(16000u, 16064, 16065, 0x7fffffff, 0x80000000, uint.MaxValue)));

    private static readonly Gen<int> Delta = Gen.Frequency(
        (6, Gen.Int[-SmallSize, SmallSize]),
        (3, Gen.Int[-LargeSize, LargeSize]),
        (3, Gen.Int[-10, 10].Select(words => words * 4)),
        (1, Gen.OneOf(int.MinValue + 1, int.MaxValue)));

    private static readonly Gen<Operation> Access = Gen.Frequency(
        (3, Gen.Select(Offset, Length, Flags).Select(x => (Operation)new ReadOperation(x.Item1, x.Item2, x.Item3))),
        (3, Gen.Select(Offset, Length, Flags, Seed).Select(x => (Operation)new WriteOperation(x.Item1, x.Item2, x.Item3, x.Item4))),
        (4, Gen.Select(Offset, Length, Gen.Bool, Gen.Bool, Seed)
            .Select(x => (Operation)new SliceOperation(x.Item1, x.Item2, x.Item3, x.Item4, x.Item5))),
        (1, Gen.Select(Offset, Length, Seed).Select(x => (Operation)new DataOperation(x.Item1, x.Item2, x.Item3))),
        (1, Gen.Select(Gen.ULong[0, SmallSize], Gen.ULong[0, LargeSize]).Select(x => (Operation)new AdjustOperation(x.Item1, x.Item2))),
        (1, Gen.Const((Operation)new CloneOperation())),
        (2, Gen.Select(Offset, Length, Gen.Byte).Select(x => (Operation)new FillOperation(x.Item1, x.Item2, x.Item3))),
        (3, Gen.Select(Offset, Offset, Length).Select(x => (Operation)new CopyOperation(x.Item1, x.Item2, x.Item3))));

    private static readonly Gen<Operation> SkBuffCalls = Gen.OneOf(
        Position.Select(length => new MemoryCall("pull", length)),
        Gen.Select(Position, Flags).Select(x => new MemoryCall("head", x.Item1, Flags: x.Item2)),
        Gen.Select(Position, Flags).Select(x => new MemoryCall("tail", x.Item1, Flags: x.Item2)),
        Gen.Select(Position, Length, Flags, Seed).Select(x => new MemoryCall("store", x.Item1, x.Item2, x.Item3, x.Item4)),
        Gen.Select(Position, Length, Seed).Select(x => new MemoryCall("load", x.Item1, x.Item2, Seed: x.Item3)))
            .Select(call => (Operation)new CallOperation(call));

    private static readonly Gen<Operation> XdpCalls = Gen.OneOf(
        Position.Select(length => new MemoryCall("pull", length)),
        Delta.Select(delta => new MemoryCall("head", delta)),
        Delta.Select(delta => new MemoryCall("tail", delta)),
        Delta.Select(delta => new MemoryCall("meta", delta)),
        Gen.Select(Position, Length, Seed).Select(x => new MemoryCall("store", x.Item1, x.Item2, Seed: x.Item3)),
        Gen.Select(Position, Length, Seed).Select(x => new MemoryCall("load", x.Item1, x.Item2, Seed: x.Item3)))
            .Select(call => (Operation)new CallOperation(call));

    /// <summary>The bytes of memory in one piece.</summary>
    public static Gen<byte[]> Bytes { get; } = Gen.Select(Seed, Gen.Int[0, LargeSize]).Select(x => Data.Random(x.Item1, x.Item2));

    /// <summary>Metadata of any length that is allowed.</summary>
    public static Gen<byte[]> Metadata { get; } =
        Gen.Select(Seed, Gen.Frequency((1, Gen.Const(0)), (3, Gen.Int[0, 63]))).Select(x => Data.Random(x.Item1, 4 * x.Item2));

    /// <summary>The linear part of a packet, and fragments.</summary>
    public static Gen<byte[][]> Pieces { get; } = Gen.Select(
        Gen.Select(Seed, Gen.Int[14, 300]).Select(x => Data.Random(x.Item1, x.Item2)),
        Gen.Select(Seed, Gen.Frequency((1, Gen.Const(0)), (6, Gen.Int[0, 50]), (2, Gen.Int[0, 400])))
            .Select(x => Data.Random(x.Item1, x.Item2)).Array[0, 5])
        .Select(x => (byte[][])[x.Item1, .. x.Item2]);

    /// <summary>Room beside a packet.</summary>
    public static Gen<int> Room { get; } = Gen.Frequency((1, Gen.Const(0)), (4, Gen.Int[0, 300]));

    public static Gen<Operation[]> Accesses { get; } = Access.Array[0, MaxOperations];

    public static Gen<Operation[]> OnSkBuff { get; } =
        Gen.Frequency((4, Access), (3, SkBuffCalls), (1, Gen.Const((Operation)new RemakeOperation()))).Array[0, MaxOperations];

    public static Gen<Operation[]> OnXdpBuff { get; } =
        Gen.Frequency((4, Access), (3, XdpCalls), (1, Gen.Const((Operation)new RemakeOperation()))).Array[0, MaxOperations];
}
