using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Readonly static fields: constants where a program is loaded.</summary>
public sealed class LoadTimeConstantTests
{
    private const string Members = """
        private static readonly uint Seven = 7, Eight = 8;
        private static readonly byte Small = (byte)7L;
        private static readonly int Negative = -1;
        private static readonly bool Off;
        private static readonly Size Fits = new() { Length = 7, Inner = new() { Depth = 7 } };
        private static readonly Size Exceeds = new() { Length = 8, Inner = new() { Depth = 8 } };
        private static readonly Pair Both = new(7, Second: 8);
        private static readonly Size Nothing;
        private static readonly Size Zeroes = default;
        private static readonly uint Asked = (uint)Environment.ProcessorCount;
        private static uint Changes = 7;
        public struct Inner { public int Depth; }
        public struct Size { public uint Length; public Inner Inner; public int Count { get; set; } }
        public record struct Pair(byte First, byte Second);
        """;

    [Theory]
    [InlineData("Seven")]
    [InlineData("Small")]
    [InlineData("Negative + 8")]
    [InlineData("any & Seven")]
    [InlineData("Fits.Length")]
    [InlineData("Fits.Inner.Depth")]
    [InlineData("Fits.Count")]
    [InlineData("Both.First")]
    [InlineData("Nothing.Length")]
    [InlineData("Zeroes.Inner.Depth")]
    [InlineData("Off ? 8u : 7u")]
    public Task Its_value_is_known(string index) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; buffer[(int)({index})] = 1;", Members);

    [Theory]
    [InlineData("Eight")]
    [InlineData("Small + 1")]
    [InlineData("Negative + 9")]
    [InlineData("any & Eight")]
    [InlineData("Exceeds.Length")]
    [InlineData("Exceeds.Inner.Depth")]
    [InlineData("Fits.Count + 8")]
    [InlineData("Both.Second")]
    [InlineData("Nothing.Length + 8")]
    [InlineData("Off ? 7u : 8u")]
    [InlineData("Asked")]
    [InlineData("Changes")]
    public Task A_value_over_the_end_is_refused(string index) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; {{|DYN007:buffer[(int)({index})]|}} = 1;", Members);

    [Theory]
    [InlineData("", "buffer[(int)Length]")]
    [InlineData("static Sizes() { Length = 100; }", "{|DYN007:buffer[(int)Length]|}")]
    public Task A_static_constructor_may_give_another(string constructor, string element) => AnalyzerTest.Verify($$"""
        using System;
        using Dynptrs;

        public static class Sizes
        {
            private static readonly uint Length = 7;
            {{constructor}}

            [BpfProgram("tc")]
            public static int Run(SkBuff ctx)
            {
                Span<byte> buffer = stackalloc byte[8];
                {{element}} = 1;
                return 0;
            }
        }
        """);

    [Fact]
    public Task It_bounds_a_loop() => PacketProgram.Verify(
        "Span<byte> buffer = stackalloc byte[8]; for (uint i = 0; i < Eight; i++) buffer[(int)i] = 1;",
        Members);

    [Fact]
    public Task It_switches_code_off() => PacketProgram.Verify(
        """
        Ring.Reserve(8, 0, out Dynptr record);
        if (!Off)
            record.Discard();
        """,
        $"private static readonly RingBuf Ring = new(4096); {Members}");

    [Fact]
    public Task It_does_not_switch_other_code_off() => PacketProgram.Verify(
        """
        Ring.Reserve(8, 0, out Dynptr record);
        if (Off)
            record.Discard();
        {|DYN001:return 1;|}
        """,
        $"private static readonly RingBuf Ring = new(4096); {Members}");
}
