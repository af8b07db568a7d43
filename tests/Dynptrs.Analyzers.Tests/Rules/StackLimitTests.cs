using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>How much stack programs take: each verdict is the kernel's of the same program.</summary>
public sealed class StackLimitTests
{
    [Theory]
    [InlineData("Span<byte> b = stackalloc byte[464]; b.Clear(); Use(b);")]
    [InlineData("Span<byte> b = {|DYN033:stackalloc byte[600]|}; b.Clear(); Use(b);")]
    [InlineData("Span<byte> b = stackalloc byte[600]; b[1] = 1; any = b[599];")]
    [InlineData("Span<byte> b = {|DYN033:stackalloc byte[600]|}; b[(int)(any & 255)] = 1;")]
    [InlineData("var b = default(Block); Use({|DYN033:b|});")]
    [InlineData("var b = default(Block); b[5] = 1; any = b[599];")]
    [InlineData("for (int i = 0; i < 4; i++) { Span<byte> b = stackalloc byte[200]; b.Clear(); Use(b); }")]
    public Task A_frame_takes_what_must_lie_in_memory(string statements) => PacketProgram.Verify(statements, Members);

    [Theory]
    [InlineData("if (any > 3) { Span<byte> a = stackalloc byte[300]; Use(a); } else { Span<byte> b = stackalloc byte[300]; Use(b); }")]
    [InlineData("{ Span<byte> a = stackalloc byte[300]; Use(a); } { Span<byte> b = stackalloc byte[300]; Use(b); }")]
    [InlineData("Span<byte> a = {|DYN033:stackalloc byte[300]|}; Use(a); Span<byte> b = stackalloc byte[300]; Use(b);")]
    [InlineData("Span<byte> a = stackalloc byte[300]; Use(a); if (any > 3) { Span<byte> b = {|DYN033:stackalloc byte[300]|}; Use(b); }")]
    [InlineData("if (any > 3) { Span<byte> a = stackalloc byte[9]; Use(a); Use(stackalloc byte[300]); } else Use(stackalloc byte[300]);")]
    public Task Scopes_that_exclude_one_another_share_memory(string statements) => PacketProgram.Verify(statements, Members);

    [Theory]
    [InlineData("Span<byte> a = stackalloc byte[150]; Use(a); Inner();")]
    [InlineData("Span<byte> a = stackalloc byte[300]; Use(a); {|DYN033:Inner()|};")]
    [InlineData("Inner();")]
    [InlineData("Span<byte> a = stackalloc byte[300]; Use(a); BpfLoop.Run(4, {|DYN033:Round|});")]
    [InlineData("Span<byte> a = stackalloc byte[200]; Use(a); BpfLoop.Run(4, Round);")]
    public Task Frames_that_call_one_another_add_up(string statements) => PacketProgram.Verify(statements, Members);

    [Theory]
    [InlineData("tc", "{|DYN033:Inner()|}")]
    [InlineData("lsm/file_open", "{|DYN033:Inner()|}")]
    [InlineData("raw_tp.w/x", "{|DYN033:Inner()|}")]
    [InlineData("iter/task", "{|DYN033:Inner()|}")]
    [InlineData("kprobe/do_nanosleep", "Inner()")]
    [InlineData("raw_tp/sys_enter", "Inner()")]
    [InlineData("fentry/do_nanosleep", "Inner()")]
    public Task Some_program_types_have_private_stacks(string section, string call) => AnalyzerTest.Verify($$"""
        using System;
        using System.Runtime.CompilerServices;
        using Dynptrs;

        public static class Programs
        {
            [BpfProgram("{{section}}")]
            public static int Run(TracepointContext ctx)
            {
                Span<byte> a = stackalloc byte[300];
                Use(a);
                {{call}};
                return 0;
            }

            {{Members}}
        }
        """);

    [Fact]
    public Task A_method_with_a_contract_has_a_frame_too() => PacketProgram.Verify(
        """
        Span<byte> a = stackalloc byte[300];
        Use(a);
        s_ringBuffer.Reserve(8, 0, out Dynptr near);
        {|DYN033:Finish(ref near)|};
        """,
        Members + """
        private static void Finish([Releases] ref Dynptr record)
        {
            Span<byte> b = stackalloc byte[300];
            Use(b);
            record.Submit();
        }
        """);

    [Fact]
    public Task Host_code_has_another_stack() =>
        PacketProgram.VerifyInHost("Span<byte> a = stackalloc byte[600]; Use(a); Inner();", Members);

    private const string Members = """
        private static readonly RingBuf s_ringBuffer = new(maxEntries: 4096);

        [InlineArray(600)]
        private struct Block
        {
            private byte _first;
        }

        private static void Use(ReadOnlySpan<byte> memory) => s_ringBuffer.Output(memory, 0);

        private static void Inner()
        {
            Span<byte> b = stackalloc byte[300];
            Use(b);
        }

        private static int Round(uint index)
        {
            Span<byte> b = stackalloc byte[200];
            Use(b);
            return 0;
        }
        """;
}
