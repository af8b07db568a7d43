using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>
/// A sentence names each step that decides: the condition but for which the place is reached without the mistake, and the call through
/// which another function has its part in it. It names no other.
/// </summary>
public sealed class DecidingStepTests
{
    [Theory]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); if (Total == 3) ptr.Submit(); ptr.Submit();",
        "`ptr` is released a second time, when `Total == 3` is true: it was released by `Submit` on line 22; release it once on every path")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); if (Total == 3) { ptr.Submit(); ptr.Submit(); } else ptr.Discard();",
        "`ptr` is released a second time: it was released by `Submit` on line 22; release it once on every path")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); if (Total == 3) ptr.Submit(); else ptr.Discard(); Total = (uint)ptr.Size;",
        "`ptr` is used after its end: it was released by `Submit` on line 22; use it before that")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); if (Total == 3) ptr.Submit(); Total = (uint)ptr.Size; if (ptr.IsNull) ptr.Discard(); else ptr.Submit();",
        "`ptr` is used after its end, when `Total == 3` is true: it was released by `Submit` on line 22; use it before that")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); if (Total == 3) ptr.Submit(); Ring.Reserve(8, 0, out ptr); ptr.Submit();",
        "`ptr` is overwritten while it is still held, when `Total == 3` is false, and nothing else holds its reference: "
            + "it was acquired by `Reserve` on line 22 and must be released first")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); if (Total == 3) Total = 4; Ring.Reserve(8, 0, out ptr); ptr.Submit();",
        "`ptr` is overwritten while it is still held, and nothing else holds its reference: "
            + "it was acquired by `Reserve` on line 22 and must be released first")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); var s = ptr.Data<long>(0); if (!s) { ptr.Discard(); return 0; } "
            + "if (Total == 3) ptr.Submit(); else ptr.Discard(); s.Value = 3;",
        "`s` points into `ptr`, which is gone: it was released by `Submit` on line 22; use it before that")]
    [InlineData(
        "skb.ToDynptr(out var p); var s = p.GetSlice<int>(0, stackalloc byte[4]); if (!s) return 0; if (Total == 3) skb.PullData(20); Total = (uint)s.Value;",
        "`s` points into a packet that `PullData` may have changed on line 22, when `Total == 3` is true: take the slice again")]
    [InlineData(
        "skb.ToDynptr(out var p); var s = p.GetSlice<int>(0, stackalloc byte[4]); if (!s) return 0; skb.PullData(20); if (Total == 3) Total = (uint)s.Value;",
        "`s` points into a packet that `PullData` may have changed on line 22: take the slice again")]
    [InlineData(
        "var v = Values.Lookup(0u); if (Total == 3 && !v) return 0; v.Value = 3;",
        "`v`, taken on line 22, may be null here, when `Total == 3` is false: test it before it is used")]
    [InlineData(
        "var v = Values.Lookup(0u); if (Total == 3) v.Value = 3;",
        "`v`, taken on line 22, may be null here: test it before it is used")]
    public Task A_condition_is_named_where_its_other_way_gets_to_the_place_without_the_mistake(string statements, string message) =>
        Verify(statements, message);

    [Theory]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); FinishIf(ref ptr, Total);",
        "`ptr` is still held when control leaves here, when `mode == 3` on line 10 is false: "
            + "it was acquired by `Reserve` on line 22 and must be released on every path")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); Ignore(ref ptr, Total);",
        "`ptr` is still held when control leaves here: it was acquired by `Reserve` on line 22 and must be released on every path")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); FinishIf(ref ptr, Total); ptr.Submit();",
        "`ptr` is released a second time, when `mode == 3` on line 10 is true: it was released through `p` by `Submit` on line 10, "
            + "in `FinishIf` called on line 22; release it once on every path")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); Finish(ref ptr); ptr.Submit();",
        "`ptr` is released a second time: it was released through `p` by `Submit` on line 12, in `Finish` called on line 22; "
            + "release it once on every path")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); ptr.Submit(); Finish(ref ptr);",
        "`p` is released a second time: it was released through `ptr` by `Submit` on line 22, before the call on line 22; "
            + "release it once on every path")]
    [InlineData(
        "Ring.Reserve(8, 0, out var ptr); Finish(ref ptr);\nFinish(ref ptr);",
        "`p` is released a second time: it was released by `Submit` on line 12, in `Finish` called on line 22, "
            + "before the call on line 23; release it once on every path")]
    [InlineData(
        "var v = Values.Lookup(0u);\nSet(v);",
        "`v`, taken on line 22, before the call on line 23, may be null here: test it before it is used")]
    public Task What_another_function_decides_is_named_with_its_line_and_the_call(string statements, string message) =>
        Verify(statements, message);

    [Fact]
    public async Task The_path_has_the_call_and_the_condition_in_it_that_decides()
    {
        var leak = Assert.Single(await AnalyzerTest.GetDiagnostics(Program("Ring.Reserve(8, 0, out var ptr); FinishIf(ref ptr, Total);")));
        Assert.Equal(
            "acquired here\ncalls `FinishIf` here\ntaken when this is false\nleaves here",
            leak.Properties["labels"]);
    }

    private static async Task Verify(string statements, string message)
    {
        var diagnostics = await AnalyzerTest.GetDiagnostics(Program(statements));
        Assert.Equal(message, diagnostics.Select(diagnostic => diagnostic.GetMessage()).First());
    }

    private static string Program(string statements) =>
        $$"""
        using Dynptrs;

        public static class Programs
        {
            private static readonly HashMap<uint, long> Values = new(maxEntries: 4);
            private static readonly RingBuf Ring = new(4096);
            private static uint Total;

            // Called, and followed.
            private static void FinishIf(ref Dynptr p, uint mode) { if (mode == 3) p.Submit(); }

            private static void Finish(ref Dynptr p) { p.Submit(); }

            private static void Ignore(ref Dynptr p, uint mode) { if (mode == 3) Total = mode; }

            private static void Set(MapValue<long> v) { v.Value = 3; }

            [BpfProgram("tc")]
            public static int Run(SkBuff skb)
            {
                // Where it happens.
                {{statements}}
                return 0;
            }
        }
        """;
}
