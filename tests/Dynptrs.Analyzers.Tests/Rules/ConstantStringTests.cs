using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Strings that must be constants of the program.</summary>
public sealed class ConstantStringTests
{
    private const string Command = "Span<byte> name = stackalloc byte[16]; CurrentTask.GetCommand(name); ";

    private const string Members = """
        private static Header s_header;
        private static ReadOnlySpan<byte> Name => "systemd"u8;
        private static int Compare(Span<byte> left, ReadOnlySpan<byte> right) => BpfString.Compare(left, right);
        private static int Wrong(Span<byte> left, ReadOnlySpan<byte> right) => BpfString.Compare(left, {|DYN011:right|});
        private static int Promised([MinimumSize(1)] ReadOnlySpan<byte> left, [ConstantString] ReadOnlySpan<byte> right) => BpfString.Compare(left, right);
        """;

    [Theory]
    [InlineData("BpfString.Compare(name, \"systemd\"u8);")]
    [InlineData("BpfString.Compare(name, {|DYN011:name|});")]
    [InlineData("BpfString.Compare(name, Name);")]
    [InlineData("ReadOnlySpan<byte> one = any > 3 ? \"one\"u8 : \"two\"u8; BpfString.Compare(name, one);")]
    [InlineData("ReadOnlySpan<byte> one = any > 3 ? \"one\"u8 : name; BpfString.Compare(name, {|DYN011:one|});")]
    [InlineData("BpfString.Compare(name, \"systemd\"u8[2..]);")]
    [InlineData("BpfString.Compare(name, {|DYN011:\"systemd\"u8[(int)(any & 3)..]|});")]
    [InlineData("BpfString.Compare(name, {|DYN011:MemoryMarshal.AsBytes(new Span<Header>(ref s_header))|});")]
    [InlineData("Slice slice = local.Data(0, 8); if (slice) BpfString.Compare(name, {|DYN011:slice.Span|});")]
    [InlineData("TraceLog.Print(\"hello\"u8);")]
    [InlineData("TraceLog.Print({|DYN011:name|});")]
    [InlineData("Compare(name, \"systemd\"u8);")]
    [InlineData("Promised(name, \"systemd\"u8);")]
    [InlineData("Promised(name, {|DYN011:name|});")]
    public Task A_literal_and_other_memory(string statement) =>
        PacketProgram.Verify(Command + statement, Members.Replace("{|DYN011:right|}", "right"));

    [Fact]
    public Task A_method_that_is_followed() => PacketProgram.Verify(Command + "Wrong(name, name); Compare(name, Name);", Members);

    [Fact]
    public Task Host_code_takes_strings_from_anywhere() => PacketProgram.VerifyInHost(Command + "BpfString.Compare(name, name);");
}
