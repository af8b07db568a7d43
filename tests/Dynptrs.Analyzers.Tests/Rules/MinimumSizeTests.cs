using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Memory and lengths of which a call asks for some at least.</summary>
public sealed class MinimumSizeTests
{
    private const string Part = "Span<byte> buffer = stackalloc byte[16]; int n = (int)(any & 15); Span<byte> part = buffer[..n]; ";

    private const string Depot = """
        public static class Depot
        {
            public static int Take([MinimumSize(1)] uint count) => 0;
            public static int Take([MinimumSize(1)] int count) => 0;
            public static int Take([MinimumSize(1)] ulong count) => 0;
            public static int Pack([MinimumSize(8)] ReadOnlySpan<byte> box) => 0;
            public static int Ship<T>([MinimumSize(8)] ref T box) where T : unmanaged => 0;
        }
        """;

    [Theory]
    [InlineData("ctx.LoadBytes(0, {|DYN012:part|});")]
    [InlineData("if (n != 0) ctx.LoadBytes(0, part);")]
    [InlineData("if (n > 0) ctx.LoadBytes(0, part);")]
    [InlineData("if (n < 15) ctx.LoadBytes(0, {|DYN012:part|});")]
    [InlineData("if (part.Length != 0) ctx.LoadBytes(0, part);")]
    [InlineData("if (part.Length < 15) ctx.LoadBytes(0, {|DYN012:part|});")]
    [InlineData("if (!part.IsEmpty) ctx.LoadBytes(0, part);")]
    [InlineData("if (part.IsEmpty) ctx.LoadBytes(0, {|DYN012:part|});")]
    [InlineData("Span<byte> copy = part; if (!copy.IsEmpty) ctx.LoadBytes(0, part);")]
    [InlineData("if (part.Length > 1) ctx.LoadBytes(0, part[1..]);")]
    [InlineData("if (part.Length > 0) ctx.LoadBytes(0, {|DYN012:part[1..]|});")]
    [InlineData("if (part.Length > 0) { Span<byte> rest = part[1..]; if (!rest.IsEmpty) ctx.LoadBytes(0, rest); }")]
    [InlineData("ctx.LoadBytes(0, {|DYN012:buffer[..0]|});")]
    [InlineData("ctx.LoadBytes(0, buffer[..1]);")]
    [InlineData("ctx.LoadBytes(0, buffer[..(n + 1)]);")]
    [InlineData("CurrentTask.GetCommand({|DYN012:part|});")]
    [InlineData("ptr.Read(part);")]
    [InlineData("ptr.Read(part[..0]);")]
    [InlineData("ptr.Read({|DYN006:Span<byte>.Empty|});")]
    [InlineData("ptr.Read({|DYN006:[]|});")]
    [InlineData("ctx.LoadBytes(0, {|DYN006:default|});")]
    [InlineData("Span<byte> none = any > 3 ? part : default; ptr.Read({|DYN006:none|});")]
    [InlineData("Span<byte> none = any > 3 ? part : default; if (!none.IsEmpty) ptr.Read(none);")]
    [InlineData("Dynptr.FromMemory({|DYN006:default|}, 0, out Dynptr _);")]
    [InlineData("BpfChecksum.Difference(default, buffer, 0);")]
    public Task Memory_that_must_not_be_empty(string statement) => PacketProgram.Verify(Part + statement);

    [Fact]
    public Task A_length_that_a_method_is_given() => PacketProgram.Verify(
        "Span<byte> buffer = stackalloc byte[16]; Load(ctx, buffer[..(int)(any & 15)]); Test(ctx, buffer[..(int)(any & 15)]);",
        """
        private static void Load(SkBuff skb, Span<byte> bytes) => skb.LoadBytes(0, {|DYN012:bytes|});
        private static void Test(SkBuff skb, Span<byte> bytes) { if (bytes.Length > 0) skb.LoadBytes(0, bytes); }
        """);

    [Fact]
    public Task What_is_tested_before_two_ways_meet_is_known_after() => PacketProgram.Verify(
        """
        Span<byte> buffer = stackalloc byte[16];
        Span<byte> part = (any & 1) != 0 ? buffer[..(int)(any & 7)] : buffer[..(int)(any & 15)];
        if (part.IsEmpty)
            return 0;
        ctx.LoadBytes(0, part);
        """);

    [Theory]
    [InlineData("Depot.Take({|DYN012:any & 7|});")]
    [InlineData("Depot.Take((any & 7) + 1);")]
    [InlineData("Depot.Take({|DYN012:(int)any|});")]
    [InlineData("if ((int)any > 0) Depot.Take((int)any);")]
    [InlineData("ulong wide = CurrentTask.GetPidTgid(); Depot.Take({|DYN012:wide|});")]
    [InlineData("ulong wide = CurrentTask.GetPidTgid(); if (wide != 0) Depot.Take(wide);")]
    [InlineData("Depot.Pack({|DYN012:\"seven..\"u8|});")]
    [InlineData("Depot.Pack(\"eight...\"u8);")]
    [InlineData("int small = 0; Depot.Ship(ref {|DYN012:small|});")]
    [InlineData("long large = 0; Depot.Ship(ref large);")]
    public Task More_than_one_byte_and_numbers(string statement) =>
        PacketProgram.VerifyWithLibrary("using System; using Dynptrs;\n" + Depot, statement);

    [Theory]
    [InlineData("ctx.LoadBytes(0, part);")]
    [InlineData("ctx.LoadBytes(0, {|DYN012:buffer[..0]|});")]
    [InlineData("if (part.IsEmpty) ctx.LoadBytes(0, {|DYN012:part|});")]
    [InlineData("ctx.LoadBytes(0, {|DYN012:default|});")]
    [InlineData("ptr.Read(default);")]
    public Task Host_code_is_refused_what_is_certain(string statement) => PacketProgram.VerifyInHost(Part + statement);
}
