using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>What callbacks may return: each verdict is the kernel's of the same program.</summary>
public sealed class CallbackResultTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("any > 3 ? 1 : 0")]
    [InlineData("(int)any & 1")]
    [InlineData("index > 1 ? 0 : (int)index")]
    [InlineData("{|DYN014:2|}")]
    [InlineData("{|DYN014:-1|}")]
    [InlineData("{|DYN014:(int)any|}")]
    [InlineData("{|DYN014:(int)index & 3|}")]
    [InlineData("index > 2 ? 0 : {|DYN014:(int)index|}")]
    public Task A_callback_of_a_program_returns_0_or_1(string result) => PacketProgram.Verify(
        "BpfLoop.Run(10, Step);",
        $$"""
        private static int Step(uint index)
        {
            uint any = (uint)CurrentTask.GetPidTgid();
            return {{result}};
        }
        """);

    [Theory]
    [InlineData("{|DYN014:2|}")]
    [InlineData("(int)index")]
    public Task In_host_code_only_what_is_outside_for_certain_is_refused(string result) => PacketProgram.VerifyInHost(
        $"BpfLoop.Run(10, static index => {result});");

    [Fact]
    public Task A_value_that_changes_from_round_to_round_is_followed() => PacketProgram.Verify("""
        long rounds = 0;
        BpfLoop.Run(4, static (uint index, ref long rounds) => ++rounds > 4 ? 2 : 0, ref rounds);
        rounds = 0;
        BpfLoop.Run(5, static (uint index, ref long rounds) => ++rounds > 4 ? {|DYN014:2|} : 0, ref rounds);
        """);

    [Fact]
    public Task A_callback_that_never_runs_returns_nothing() => PacketProgram.Verify("BpfLoop.Run(0, static index => 2);");

    [Fact]
    public Task A_delegate_without_a_range_takes_anything() => Library.Verify("""
        public static void Any()
        {
            Hotel.Show(out Room room);
            Hotel.Tour(3, static (int floor, ref Room luggage) => floor, ref room);
        }
        """);

    [Fact]
    public Task A_range_belongs_to_the_contract() => AnalyzerTest.VerifyWithLibrary(
        """
        using System;
        using Dynptrs;

        [return: InRange(-5, 5)]
        public delegate int Rate(int guest);

        public static class Survey
        {
            public static void Ask([Callback] Rate rate) => throw new NotSupportedException();
            [return: InRange(0, 1)] public static int Vote() => throw new NotSupportedException();
        }
        """,
        """
        using Dynptrs;

        public static class Programs
        {
            [BpfProgram("tc")]
            public static int Run(SkBuff ctx)
            {
                Survey.Ask(static guest => 5);
                Survey.Ask(static guest => {|DYN014:-6|});
                BpfLoop.Run(3, static index => Survey.Vote());
                return 0;
            }
        }
        """);
}
