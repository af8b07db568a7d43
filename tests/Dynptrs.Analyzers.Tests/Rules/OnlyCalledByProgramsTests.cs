using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>
/// Methods without a contract that only programs call: they are judged by these calls, and their mistakes stand where they are.
/// </summary>
public sealed class OnlyCalledByProgramsTests
{
    private const string Send = """
        private static readonly RingBuf Ring = new(4096);
        private static void Send(bool submit)
        {
            Ring.Reserve(8, 0, out Dynptr record);
            if (submit)
                record.Submit();
        }
        """;

    private const string SendAndLose = """
        private static readonly RingBuf Ring = new(4096);
        private static void Send(bool submit)
        {
            Ring.Reserve(8, 0, out Dynptr record);
            if (submit)
                record.Submit();
        {|DYN001:}|}
        """;

    private const string Critical = """
        [Region(Nests = true)]
        internal static class Critical
        {
            [EntersRegion(typeof(Critical))] public static void Enter() { }
            [LeavesRegion(typeof(Critical))] public static void Leave() { }
        }
        """;

    private const string GateMembers = $$"""
        {{Critical}}
        private struct Gate
        {
            public static Gate operator +(Gate gate, int depth) { Critical.Enter(); return gate; }
            public static implicit operator int(Gate gate) { Critical.Leave(); return 0; }
            public int Open { set => Critical.Leave(); }
            public void Enter() { Critical.Enter(); }
        }
        """;

    [Fact]
    public Task It_is_judged_for_what_it_is_given() => PacketProgram.Verify("Send(true);", Send);

    [Theory]
    [InlineData("Send(false);")]
    [InlineData("Send(true); Send(false);")]
    [InlineData("Send(any > 5);")]
    public Task A_mistake_that_a_program_makes_stands_in_it(string calls) => PacketProgram.Verify(calls, SendAndLose);

    [Fact]
    public Task Others_may_stand_between() => PacketProgram.Verify(
        "Twice(true);",
        $"private static void Twice(bool submit) {{ Send(submit); Send(submit); }} {Send}");

    [Fact]
    public Task What_stands_between_may_ask_for_more() => PacketProgram.Verify(
        "Twice(true);",
        $"private static void Twice(bool submit) {{ Send(submit); Send(!submit); }} {SendAndLose}");

    [Fact]
    public Task Called_by_nobody_it_is_judged_alone() => PacketProgram.Verify("", SendAndLose);

    [Theory]
    [InlineData("public static void Host() => Send(true);")]
    [InlineData("private static readonly Action<bool> Field = Send;")]
    [InlineData("private static int Property { get { Send(true); return 0; } }")]
    public Task Called_by_others_it_is_judged_alone(string other) => PacketProgram.Verify("Send(true);", $"{SendAndLose} {other}");

    [Fact]
    public Task What_others_may_call_is_judged_alone() =>
        PacketProgram.Verify(
            "Send(true);", SendAndLose.Replace("private static void", "public static void", System.StringComparison.Ordinal));

    [Fact]
    public Task It_may_be_in_another_type() =>
        PacketProgram.Verify("Library.Send(true);", $"internal static class Library {{ {Internal(Send)} }}");

    [Fact]
    public Task In_another_type_its_mistakes_stand_there() =>
        PacketProgram.Verify("Library.Send(false);", $"internal static class Library {{ {Internal(SendAndLose)} }}");

    [Theory]
    [InlineData("private ref struct Section")]
    [InlineData("internal struct Section : IDisposable")]
    public Task What_a_using_ends_with_is_judged_by_it(string declaration) =>
        PacketProgram.Verify("using var section = new Section(0);", Guard(declaration));

    [Theory]
    [InlineData("using (section) { section.Depth = 3; }", "return 0;")]
    [InlineData("section.Depth = 3; using (section) { }", "{|DYN017:return 0;|}")]
    public Task A_using_of_a_variable_has_a_copy_of_it(string statements, string end) => AnalyzerTest.Verify(
        $$"""
        using System;
        using Dynptrs;
        {{Critical}}
        internal static class Gate
        {
            [BpfProgram("tc")]
            public static int Run(SkBuff packet)
            {
                var section = new Section { Depth = 2 };
                Critical.Enter();
                {{statements}}
                {{end}}
            }

            private struct Section : IDisposable
            {
                public ulong Depth;
                public void Dispose() { if (Depth == 2) Critical.Leave(); }
            }
        }
        """);

    [Fact]
    public Task What_it_ends_with_once_more_stands_in_it() => PacketProgram.Verify(
        "using var section = new Section(0); section.Dispose();",
        Guard("private ref struct Section").Replace("Critical.Leave()", "{|DYN017:Critical.Leave()|}", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("using var section = new Section(0); Action<IDisposable> give = Gate.Give; give(section);")]
    public Task Made_an_object_or_called_by_nobody_it_is_judged_alone(string host) => AnalyzerTest.Verify(
        $$"""
        using System;
        using Dynptrs;
        {{Critical}}
        internal static class Gate
        {
            public static void Give(IDisposable section) { }
            public static void Host() { {{host}} }
            private struct Section : IDisposable
            {
                public Section(int depth) { }
                public void Dispose() => {|DYN017:Critical.Leave()|};
            }
        }
        """);

    [Fact]
    public Task Members_of_structs_are_judged_by_their_calls() => PacketProgram.Verify(
        "Gate gate = default; gate = gate + 1; gate.Open = 0; gate.Enter(); int left = gate;",
        GateMembers);

    [Fact]
    public Task Members_of_structs_that_nobody_calls_are_judged_alone() => PacketProgram.Verify(
        "",
        GateMembers.Replace("Critical.Leave()", "{|DYN017:Critical.Leave()|}", System.StringComparison.Ordinal)
            .Replace("return gate;", "{|DYN017:return gate;|}", System.StringComparison.Ordinal)
            .Replace("Critical.Enter(); }", "Critical.Enter(); {|DYN017:}|}", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("Twice(bytes, static part => part[3]);")]
    [InlineData("Twice(bytes, Third); static int Third(Span<byte> part) => part[3];")]
    [InlineData("Twice(bytes, static part => {|DYN007:part[4]|});")]
    [InlineData("Never(bytes, static part => {|DYN008:part[3]|});")]
    public Task What_a_delegate_runs_is_judged_by_its_calls(string call) => PacketProgram.Verify(
        $"Span<byte> bytes = stackalloc byte[8]; bytes.Clear(); {call}",
        """
        private delegate int Reader(Span<byte> part);
        private static int Twice(Span<byte> bytes, Reader reader) => reader(bytes) + reader(bytes[4..]);
        private static int Never(Span<byte> bytes, Reader reader) => 0;
        """);

    private static string Guard(string declaration) =>
        $$"""
        {{declaration}}
        {
            public Section(int depth) => Critical.Enter();
            public void Dispose() => Critical.Leave();
        }
        {{Critical}}
        """;

    private static string Internal(string members) =>
        members.Replace("private static void", "internal static void", System.StringComparison.Ordinal);
}
