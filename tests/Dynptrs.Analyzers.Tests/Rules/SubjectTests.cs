using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>What a message is about, by a name that a person has written, and why something holds.</summary>
public class SubjectTests
{
    [Theory]
    // What a condition chooses is held by the variable that is given it, and has no other name.
    [InlineData(
        "var e = Total > 3 ? Ring.ReserveRecord(8) : Ring.ReserveRecord(16); if (!e || Total > 5) return 0; RingBuf.DiscardRecord(e);",
        "`e` is still held when control leaves here, when `Total > 5` is true: it was acquired by `ReserveRecord` on line 29 and "
            + "must be released on every path")]
    [InlineData(
        "var e = Ring.ReserveRecord(8); if (!e || Total > 5) return 0; RingBuf.DiscardRecord(e);",
        "`e` is still held when control leaves here, when `Total > 5` is true: it was acquired by `ReserveRecord` on line 29 and "
            + "must be released on every path")]
    // What a call gives is null where that call fails; an owner that it makes besides its result must be released all the same.
    [InlineData(
        "var e = Ring.ReserveRecord(8); if (!e) return 0; Span<byte> name = stackalloc byte[16]; "
            + "if (skb.LoadBytes(0, name) != 0) return 0; "
            + "RingBuf.DiscardRecord(e);",
        "`e` is still held when control leaves here, when `skb.LoadBytes(0, name) != 0` is true: it was acquired by "
            + "`ReserveRecord` on line 29 and must be released on every path")]
    [InlineData(
        "var e = Ring.ReserveRecord(8); if (!e) return 0; if (Fill(e.Span) != 0) return 0; RingBuf.DiscardRecord(e);",
        "`e` is still held when control leaves here, when `Fill(e.Span) != 0` is true: it was acquired by `ReserveRecord` on "
            + "line 29 and must be released on every path")]
    [InlineData(
        "var err = Ring.Reserve(8, 0, out var e); if (err != 0) return 0; e.Submit();",
        "`e` is still held when control leaves here, when `err != 0` is true: it was acquired by `Reserve` on line 29 and must "
            + "be released on every path, also where that call fails")]
    // Nobody wrote the condition of a foreach.
    [InlineData(
        "var e = Ring.ReserveRecord(8); if (!e) return 0; foreach (var i in BpfLoop.Range(0, 64)) "
            + "if (i == 63) { RingBuf.DiscardRecord(e); return 0; }",
        "`e` is still held when control leaves here, when the loop over `BpfLoop.Range(0, 64)` is over: it was acquired by "
            + "`ReserveRecord` on line 29 and must be released on every path")]
    [InlineData(
        "var e = Ring.ReserveRecord(8); if (!e) return 0; for (var i = 0; i < 64; i++) "
            + "if (Total == 62) { RingBuf.DiscardRecord(e); return 0; }",
        "`e` is still held when control leaves here, when `Total == 62` is false: it was acquired by `ReserveRecord` on line 29 "
            + "and must be released on every path")]
    // An element that is read and written is one place, and so is one of which the bounds are not known.
    [InlineData(
        "var at = 64; Block[at]++;",
        "`Block[at]` lies in memory of 64 bytes, so offset 64 lies outside: only offsets 0 to 63 lie inside")]
    [InlineData(
        "var at = Total & 127; Block[(int)at] |= 4;",
        "`Block[(int)at]` lies in memory of 64 bytes, and only offsets 0 to 63 lie inside, but the offset may be as high as 127 "
            + "here: test it first")]
    [InlineData(
        "var at = 64; Block[at] = 4;",
        "`Block[at]` lies in memory of 64 bytes, so offset 64 lies outside: only offsets 0 to 63 lie inside")]
    // A field of an element is no variable: what has the size is what it lies in.
    [InlineData(
        "Entries[(int)(Total % 5)].Count++;",
        "`Entries[(int)(Total % 5)].Count` lies in memory of 64 bytes, and only offsets 0 to 56 lie inside, but the offset may "
            + "be as high as 72 here: test it first")]
    [InlineData(
        "Span<byte> b = stackalloc byte[8]; b[(int)(Total & 15)] = 1;",
        "`b`, set aside on line 29, has 8 bytes, and only offsets 0 to 7 lie inside, but the offset may be as high as 15 here: "
            + "test it first")]
    // What is compared is the element, not where it lies.
    [InlineData(
        "for (var i = 0; i < 64; i++) if (Block[i] > Block[i + 1]) Total++;",
        "`Block[i + 1]` lies in memory of 64 bytes, so offset 64 lies outside: only offsets 0 to 63 lie inside")]
    [InlineData(
        "if (Total < 64) Block[(int)Total] = 1;",
        "nothing bounds the offset into `Block[(int)Total]` here, which may be negative, or beyond the end: `Total` was tested, "
            + "but is read from memory again here, and may be another number by then; copy it into a local variable, and test that")]
    // A byte is bounded by nothing but its type, another number by what is done with it.
    [InlineData(
        "Block[Small] = 1;",
        "`Block[Small]` lies in memory of 64 bytes, and only offsets 0 to 63 lie inside, but the offset may be as high as 255 "
            + "here, as any byte may be: test it first")]
    [InlineData(
        "Block[(int)(Total & 255)] = 1;",
        "`Block[(int)(Total & 255)]` lies in memory of 64 bytes, and only offsets 0 to 63 lie inside, but the offset may be as "
            + "high as 255 here: test it first")]
    [InlineData(
        "Block[(int)(KernelRandom.NextUInt32() % 200)] = 1;",
        "`Block[(int)(KernelRandom.NextUInt32() % 200)]` lies in memory of 64 bytes, and only offsets 0 to 63 lie inside, but "
            + "the offset may be as high as 199 here: test it first")]
    // The last bit that an int can be shifted to is its sign.
    [InlineData(
        "var f = 0; f |= 1 << (int)(Total & 31); if (f < 64) Block[f] = 1;",
        "the offset into `Block[f]` may be negative here, as `1 << (int)(Total & 31)` is where its highest bit is set: test it, "
            + "or use an unsigned number")]
    [InlineData(
        "var f = (int)Total; if (f < 64) Block[f] = 1;",
        "the offset into `Block[f]` may be negative here: test it, or use an unsigned number")]
    // Where more ways meet than can be followed, no bound is known.
    [InlineData(
        "var f = 0; for (var i = 0; i < 40; i++) if ((KernelRandom.NextUInt32() & 1) != 0) f = (f + 1) & 63; Block[f] = 1;",
        "`Block[f]` lies in memory of 64 bytes, and only offsets 0 to 63 lie inside, but the offset may be as high as 255 here, "
            + "as far as is known where more ways meet than can be followed one by one: test it first")]
    // An address that is given away, or that is given to the method.
    [InlineData(
        "var n = KernelRandom.NextUInt32(); if (n >= 64) return 0; if (Counters.Lookup(n)) Block[(int)n] = 1;",
        "nothing bounds the offset into `Block[(int)n]` here, which may be negative, or beyond the end: `n` was tested, but "
            + "`Lookup` is given its address on line 29, so that it is read from memory again here, and may be another number by then; "
            + "copy it into a local variable, and test that")]
    [InlineData(
        "if (Choose(out var n) != 0) return 0; Block[(int)n] = 1;",
        "nothing bounds the offset into `Block[(int)n]` here, which may be negative, or beyond the end: `Choose` is given the "
            + "address of `n` on line 29, and what it leaves there may be any number; copy it into a local variable, and test that")]
    [InlineData(
        "var pair = new Pair { First = Total & 63, Second = 1 }; UsePair(in pair);",
        "nothing bounds the offset into `Block[(int)pair.First]` here, which may be negative, or beyond the end: `pair.First` is "
            + "read from memory, at the address that this method is given, and may be any number, whatever its caller has tested; copy "
            + "it into a local variable, and test that")]
    [InlineData(
        "var n = KernelRandom.NextUInt32(); Block[(int)n] = 1;",
        "nothing bounds the offset into `Block[(int)n]` here, which may be negative, or beyond the end: test it first, as an "
            + "unsigned number")]
    [InlineData(
        "using var pair = new Ended { At = Total & 63 };",
        "nothing bounds the offset into `Block[(int)At]` here, which may be negative, or beyond the end: `At` is read from "
            + "memory, at the address that this method is given, and may be any number, whatever its caller has tested; copy it into a "
            + "local variable, and test that")]
    [InlineData(
        "Span<byte> bytes = stackalloc byte[4]; unsafe { fixed (byte* p = bytes) { var end = p + 4; "
            + "for (var q = p; q < end; q++) Total += *q; } }",
        "Linux sees nothing that keeps `q` inside of its memory, as it learns nothing of pointers that are compared: count with "
            + "a number, and test that")]
    [InlineData(
        "Span<byte> bytes = stackalloc byte[4]; unsafe { fixed (byte* p = bytes) for (var i = 0; i <= 4; i++) Total += p[i]; }",
        "`p`, set aside on line 29, has 4 bytes, so offset 4 lies outside: only offsets 0 to 3 lie inside")]
    // One test of a nullable value is one mistake, and what is found there is known to nobody.
    [InlineData(
        "Total = Find() is int n and < 64 ? Block[n] : 0u;",
        "`int n` is a test of a nullable value, and BPF programs have no such value: use the value and a bool beside it")]
    // What calls unseen is said with what stands there.
    [InlineData(
        "var c = new Counter { E = Ring.ReserveRecord(8) }; if (!c.E) return 0; c++; RingBuf.DiscardRecord(c.E);",
        "`c.E` is released a second time: it was released by `DiscardRecord` on line 15, in `operator ++` called on line 29; "
            + "release it once on every path")]
    // A member that the compiler writes is not of a library.
    [InlineData(
        "var k = new Key(Total, 4); return k == new Key(3, 4) ? 1 : 0;",
        "`k == new Key(3, 4)` is a call of `==`, which the compiler writes for the record `Key`, and has no body here that could "
            + "be verified: use its fields one by one")]
    [InlineData(
        "var (a, b) = new Key(Total, 4); return (int)(a + b);",
        "`new Key(Total, 4)` is a call of `Deconstruct`, which the compiler writes for the record `Key`, and has no body here "
            + "that could be verified: use its fields one by one")]
    [InlineData(
        "Total = uint.RotateLeft(Total, 5);",
        "`RotateLeft` is a call into the library System.Runtime, and has neither a contract nor a body here that could "
            + "be verified: call a helper, or write the method in this project")]
    public async Task It_says_what_is_meant(string statements, string message)
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            $$"""
            using System;
            using System.Runtime.CompilerServices; using System.Runtime.InteropServices;
            using Dynptrs;
            public static class Programs
            {
                [InlineArray(64)] private struct Bytes64 { private byte _first; }
                private struct Entry { public ulong Sum; public ulong Count; }
                [InlineArray(4)] private struct Entries4 { private Entry _first; }
                private struct Pair { public uint First; public uint Second; }
                private readonly record struct Key(uint A, uint B);
                private ref struct Ended { public uint At; public void Dispose() => Block[(int)At] = 1; }
                private ref struct Counter
                {
                    public Slice E;
                    public static Counter operator ++(Counter c) { RingBuf.DiscardRecord(c.E); return c; }
                }
                private static int? Find() => null;
                private static readonly HashMap<uint, ulong> Counters = new(maxEntries: 4);
                private static readonly RingBuf Ring = new(4096);
                private static uint Total; private static byte Small; private static Bytes64 Block; private static Entries4 Entries;

                private static int Fill(Span<byte> bytes) => bytes[0] = 1;
                private static int Choose(out uint n) { n = KernelRandom.NextUInt32() & 63; return Total > 3 ? 1 : 0; }
                private static void UsePair(in Pair pair) => Block[(int)pair.First] = 1;

                [BpfProgram("tc")]
                public static int Run(SkBuff skb)
                {
                    {{statements}}
                    return 0;
                }
            }
            """);
        Assert.Equal([message], diagnostics.Select(diagnostic => diagnostic.GetMessage()));
    }
}
