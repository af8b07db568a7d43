using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>What a message says to do, where the first thought would be wrong.</summary>
public class MessageTests
{
    [Theory]
    [InlineData(
        "var i = value.Value.Signed; if (i > 15) return 0; value.Value.Small[i] = 1;",
        "the offset into `value.Value.Small[i]` may be negative here: test it, or use an unsigned number")]
    [InlineData(
        "var i = KernelRandom.NextUInt32(); value.Value.Small[(int)i] = 1;",
        "nothing bounds the offset into `value.Value.Small[(int)i]` here, which may be negative, or beyond the end: test it first, as an unsigned number")]
    [InlineData(
        "if (value.Value.Index > 15) return 0; value.Value.Small[(int)value.Value.Index] = 1;",
        "nothing bounds the offset into `value.Value.Small[(int)value.Value.Index]` here, which may be negative, or beyond the end: "
            + "`value.Value.Index` was tested, but is read from memory again here, and may be another number by then; "
            + "copy it into a local variable, and test that")]
    [InlineData(
        "var i = value.Value.Index & 63; value.Value.Small[(int)i] = 1;",
        "`value.Value.Small[(int)i]` lies in memory of 24 bytes, taken on line 16, and only offsets 0 to 23 lie inside, "
            + "but the offset may be as high as 71 here: test it first")]
    [InlineData(
        "Span<byte> b = stackalloc byte[64]; var n = value.Value.Signed; if (n > 64) return 0; skb.LoadBytes(0, b[..n]);",
        "the length that is asked of `b[..n]` may be negative here: test it, or use an unsigned number")]
    [InlineData(
        "Span<byte> b = stackalloc byte[64]; if (value.Value.Index > 64) return 0; skb.LoadBytes(0, b[..(int)value.Value.Index]);",
        "`b[..(int)value.Value.Index]` lies in memory of 64 bytes, set aside on line 18, but the length that is asked of it has no upper bound here: "
            + "`value.Value.Index` was tested, but is read from memory again here, and may be another number by then; "
            + "copy it into a local variable, and test that")]
    [InlineData(
        "Span<byte> b = stackalloc byte[8]; skb.LoadBytes(0, b); if (b[0] < 16) value.Value.Small[b[0]] = 1;",
        "`value.Value.Small[b[0]]` lies in memory of 24 bytes, taken on line 16, and only offsets 0 to 23 lie inside, "
            + "but the offset may be as high as 263 here: `b[0]` was tested, but is read from memory again here, and may be another number "
            + "by then; copy it into a local variable, and test that")]
    [InlineData(
        "ref var i = ref value.Value.Index; if (i is < 16) value.Value.Small[(int)i + 1] = 1;",
        "nothing bounds the offset into `value.Value.Small[(int)i + 1]` here, which may be negative, or beyond the end: "
            + "`i` was tested, but is read from memory again here, and may be another number by then; "
            + "copy it into a local variable, and test that")]
    [InlineData(
        "var i = value.Value.Index; if (value.Value.Signed > 3) value.Value.Small[(int)i] = 1;",
        "nothing bounds the offset into `value.Value.Small[(int)i]` here, which may be negative, or beyond the end: test it first, as an unsigned number")]
    [InlineData(
        "skb.LoadBytes(0, MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(\"abcd\"u8), 4));",
        "`LoadBytes` writes to `MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(\"ab…`, but that is a constant, "
            + "which a program may only read: copy it into a buffer of its own, and write that")]
    [InlineData(
        "skb.LoadBytes(0, MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref Unsafe.AsRef(in Fixed), 1)));",
        "`LoadBytes` writes to `MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref Unsafe.A…`, but `Fixed` is `readonly`, "
            + "and a program may only read it: write a copy, or a field that is not")]
    [InlineData(
        "unsafe { var n = 1ul; ulong** t = stackalloc ulong*[2]; t[0] = &n; t[1] = null; *t[1] = 4; }",
        "`t[1]` is null here, and nothing can be reached through it")]
    [InlineData(
        "var err = Ring.Reserve(8, 0, out var ptr); if (err != 0) return 0; ptr.Submit();",
        "`ptr` is still held when control leaves here, when `err != 0` is true: it was acquired by `Reserve` on line 18 "
            + "and must be released on every path, also where that call fails")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); if (Total != 0) return 0; ptr.Submit();",
        "`ptr` is still held when control leaves here, when `Total != 0` is true: it was acquired by `Reserve` on line 18 "
            + "and must be released on every path")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); var k = Total switch { > 3 => 1, _ => 2 }; if (k == 1) ptr.Submit();",
        "`ptr` is still held when control leaves here, when `Total is > 3` is false: it was acquired by `Reserve` on line 18 "
            + "and must be released on every path")]
    [InlineData(
        "var n = KernelRandom.NextUInt32() & 63; var record = Ring.ReserveRecord(n); if (record) RingBuf.DiscardRecord(record);",
        "`n` is the size of a record, which must be a constant, but it may have more than one value here: give a constant, "
            + "or reserve with `bpf_ringbuf_reserve_dynptr`")]
    [InlineData(
        "while (Total < 10) Total++;",
        "this loop of `Run` has no bound: `Total` is read from memory in each round, and may be any number; "
            + "count its rounds in a local variable, up to a constant")]
    public async Task It_says_what_is_to_be_done(string statements, string message)
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            $$"""
            using System;
            using System.Runtime.CompilerServices; using System.Runtime.InteropServices;
            using Dynptrs;
            public static class Programs
            {
                private struct Value { public uint Index; public int Signed; public Bytes16 Small; }
                [InlineArray(16)] private struct Bytes16 { private byte _first; }
                private static readonly HashMap<uint, Value> Values = new(maxEntries: 4);
                private static readonly RingBuf Ring = new(4096);
                private static uint Total; private static readonly uint Fixed;

                [BpfProgram("tc")]
                public static int Run(SkBuff skb)
                {
                    // Where it comes from.
                    var value = Values.Lookup(0u);
                    if (!value) return 0;
                    {{statements}}
                    return 0;
                }
            }
            """);
        Assert.Equal([message], diagnostics.Select(diagnostic => diagnostic.GetMessage()));
    }

    [Fact]
    public async Task It_names_the_value_of_a_result_that_is_not_allowed()
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(
            """
            using System;
            using Dynptrs;
            public static class Programs
            {
                [BpfProgram("cgroup_skb/ingress")]
                public static int Run(SkBuff skb)
                {
                    Span<byte> buffer = stackalloc byte[8];
                    var err = skb.LoadBytes(0, buffer);
                    return err < 0 ? 1 : err;
                }
            }
            """);
        Assert.Equal(
            ["`err` may be any number here, but a program with the section `cgroup_skb/ingress` may return only 0 or 1: "
                + "test it first, or return a constant"],
            diagnostics.Select(diagnostic => diagnostic.GetMessage()));
    }
}
