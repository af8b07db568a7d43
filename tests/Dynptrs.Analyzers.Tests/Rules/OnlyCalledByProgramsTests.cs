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

    private static string Internal(string members) =>
        members.Replace("private static void", "internal static void", System.StringComparison.Ordinal);
}
