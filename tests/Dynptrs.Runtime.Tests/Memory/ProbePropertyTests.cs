using System;
using CsCheck;

namespace Dynptrs.Tests.Memory;

/// <summary>
/// Whatever lies at an address, however far it can be read, and wherever it goes: each function gives what the kernel's rules give.
/// </summary>
public class ProbePropertyTests
{
    private const int Runs = 10_000;
    private const int Capacity = 900;

    // Around the sizes of a piece and of two pieces more often than elsewhere.
    private static readonly Gen<int> Sizes = Gen.OneOf(Gen.Int[0, 5], Gen.Int[250, 260], Gen.Int[505, 515], Gen.Int[0, Capacity + 10]);

    private static readonly Gen<Case> Cases = Gen.Select(
        Gen.OneOf("user", "kernel", "copy", "task"),
        Gen.OneOf("local", "ringbuf", "skb", "scattered"),
        Gen.Select(Gen.Int[0, 300], Sizes, Sizes),
        Gen.Select(Sizes, Sizes),
        (probe, kind, to, from) => new Case(probe, kind, to.Item1, to.Item2, to.Item3, from.Item1, from.Item2));

    [Fact]
    public void Bytes_come_over_or_the_error_is_right() => Check(isString: false);

    [Fact]
    public void Strings_come_over_or_the_error_is_right() => Check(isString: true);

    private static void Check(bool isString)
    {
        using var page = new PageEdge();
        Cases.Sample(it => Run(page, it, isString), iter: Runs, threads: 1);
    }

    private static void Run(PageEdge page, Case it, bool isString)
    {
        var source = new byte[it.Readable];
        source.AsSpan().Fill((byte)'x');
        if (it.Zero < source.Length)
            source[it.Zero] = 0;
        var address = page.Put(source);
        var ptr = DynptrCopyTests.OfKind(it.Kind, Capacity);
        Assert.Equal(0, ptr.Adjust((ulong)it.Start, Capacity));
        var expected = new byte[Capacity - it.Start];
        Assert.Equal(0, ptr.Read(expected));

        var result = (isString
            ? DynptrProbeTests.Of(it.Probe + "_str")
            : DynptrProbeTests.Of(it.Probe))(ptr, (ulong)it.Offset, (ulong)it.Size, address);

        var expectedResult = it.Offset + it.Size > expected.Length ? -Errno.E2BIG
            : isString ? ReadString(it, source)
            : it.Size > it.Readable ? -Errno.EFAULT
            : 0;
        Assert.Equal(expectedResult, result);
        var actual = new byte[expected.Length];
        Assert.Equal(0, ptr.Read(actual));
        if (result == -Errno.EFAULT)
        {
            // A part may be written, inside the range.
            actual.AsSpan(it.Offset, it.Size).CopyTo(expected.AsSpan(it.Offset));
        }
        else if (result >= 0)
        {
            var count = isString ? result : it.Size;
            source.AsSpan(0, Math.Min(count, source.Length)).CopyTo(expected.AsSpan(it.Offset));
            if (isString && count > 0)
                expected[it.Offset + count - 1] = 0;
        }

        Assert.Equal(expected, actual);
    }

    private static int ReadString(Case it, byte[] source)
    {
        if (it.Size == 0)
            return 0;
        var seen = it.Probe == "copy" ? it.Size - 1 : it.Size;
        var end = source.AsSpan(0, Math.Min(seen, source.Length)).IndexOf((byte)0);
        if (end >= 0)
            return end + 1;
        return seen > source.Length ? -Errno.EFAULT : it.Size;
    }

    private sealed record Case(string Probe, string Kind, int Start, int Offset, int Size, int Readable, int Zero);
}
