using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>
/// How often a callback is followed, and what it may do to what it is handed: each verdict is the kernel's of the same program.
/// </summary>
public sealed class CallbackRunTests
{
    private const string Reserve = "s_events.Reserve(8, out Dynptr record); ";

    [Theory]
    [InlineData("BpfLoop.Run(0, Submit, ref record); record.Submit();")]
    [InlineData("BpfLoop.Run(1, Submit, ref record); {|DYN002:record|}.Submit();")]
    [InlineData("BpfLoop.Run(1, Submit, ref record); {|DYN001:return 0;|}")]
    public Task A_callback_that_releases_may_not_have_run(string statements) => Verify(
        Reserve + statements,
        "private static int Submit(uint index, ref Dynptr context) { context.Submit(); return 0; }");

    [Theory]
    [InlineData("record.Submit();")]
    [InlineData("return 0;")]
    public Task A_callback_that_releases_and_runs_again_is_one_mistake(string statements) => Verify(
        Reserve + "BpfLoop.Run(2, Submit, ref record); " + statements,
        "private static int Submit(uint index, ref Dynptr context) { {|DYN002:context|}.Submit(); return 0; }");

    [Fact]
    public Task A_release_that_a_loop_repeats_is_one_mistake() => Verify(
        Reserve + "for (int i = 0; i < any; i++) {|DYN002:record|}.Submit();",
        "");

    [Fact]
    public Task A_callback_that_releases_and_reserves_again_may_run_again() => Verify(
        Reserve + "BpfLoop.Run(10, Swap, ref record); record.Submit();",
        "private static int Swap(uint index, ref Dynptr context) { context.Submit(); s_events.Reserve(8, out context); return 0; }");

    [Fact]
    public Task A_callback_may_not_overwrite_the_last_holder() => Verify(
        Reserve + "BpfLoop.Run(1, Again, ref record); record.Submit();",
        "private static int Again(uint index, ref Dynptr context) { s_events.Reserve(8, out {|DYN004:context|}); return 0; }");

    [Theory]
    [InlineData("BpfLoop.Run(1, Reserve, ref other); {|DYN002:other|}.Submit();")]
    [InlineData("BpfLoop.Run(1, Make, ref other); if ({|DYN003:other|}.IsNull) return 1;")]
    public Task What_only_a_callback_makes_may_not_be_there(string statements) => Verify(
        "Dynptr other = default; " + statements,
        """
        private static int Reserve(uint index, ref Dynptr context) { s_events.Reserve(8, out context); return 0; }
        private static int Make(uint index, ref Dynptr context) { Dynptr.FromMemory(ref s_global, 0, out context); return 0; }
        """);

    [Theory]
    [InlineData("BpfLoop.Run(10, Make, ref local); if (local.IsNull) return 1;")]
    [InlineData("BpfLoop.Run(10, Clear, ref local); if ({|DYN003:local|}.IsNull) return 1;")]
    [InlineData("BpfLoop.Run(10, Clear, ref local); Dynptr.FromMemory(ref s_global, 0, out local); if (local.IsNull) return 1;")]
    public Task What_holds_no_reference_may_be_overwritten_by_a_callback(string statements) => Verify(
        statements,
        """
        private static int Make(uint index, ref Dynptr context) { Dynptr.FromMemory(ref s_global, 0, out context); return 0; }
        private static int Clear(uint index, ref Dynptr context) { context = default; return 0; }
        """);

    [Theory]
    [InlineData("BpfLoop.Run(0, Keep, ref local);", "return 0;")]
    [InlineData("BpfLoop.Run(1, Keep, ref local);", "{|DYN001:return 0;|}")]
    [InlineData("BpfLoop.Run(any, Keep, ref local);", "{|DYN001:return 0;|}")]
    public Task What_a_callback_keeps_is_lost(string statements, string exit) => Verify(
        statements,
        $"private static int Keep(uint index, ref Dynptr context) {{ s_events.Reserve(8, out Dynptr own); {exit} }}");

    [Theory]
    [InlineData("BpfLoop.Run(2, Third, ref pair);", "pair.Ptr")]
    [InlineData("if (any <= 2) BpfLoop.Run(any, Third, ref pair);", "pair.Ptr")]
    [InlineData("BpfLoop.Run(3, Third, ref pair);", "{|DYN011:pair.Ptr|}")]
    [InlineData("if (any <= 3) BpfLoop.Run(any, Third, ref pair);", "{|DYN011:pair.Ptr|}")]
    [InlineData("BpfLoop.Run(any, Third, ref pair);", "{|DYN011:pair.Ptr|}")]
    public Task A_callback_runs_at_most_as_often_as_the_call_says(string statements, string released) => Verify(
        "Pair pair = default; Dynptr.FromMemory(ref s_global, 0, out pair.Ptr); " + statements,
        $$"""
        private ref struct Pair { public Dynptr Ptr; public int Rounds; }

        private static int Third(uint index, ref Pair pair)
        {
            if (pair.Rounds == 2)
                {{released}}.Submit();
            pair.Rounds++;
            return 0;
        }
        """);

    [Theory]
    [InlineData("return 1;")]
    [InlineData("return 0;")]
    public Task What_a_callback_returns_does_not_limit_its_runs(string exit) => Verify(
        "int rounds = 0; BpfLoop.Run(3, Stop, ref rounds);",
        $$"""
        private static int Stop(uint index, ref int rounds)
        {
            Dynptr own = default;
            if (rounds++ == 2)
                s_events.Reserve(8, out own);
            {|DYN001:{{exit}}|}
        }
        """);

    private static Task Verify(string statements, string members) => PacketProgram.Verify(
        statements,
        "private static readonly RingBuf s_events = new(4096);\n" + members);
}
