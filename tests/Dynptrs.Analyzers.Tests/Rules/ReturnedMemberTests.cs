using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Members of values that are no variables.</summary>
public sealed class ReturnedMemberTests
{
    private const string Members = """
        private static Header Make(byte kind) => new Header { Kind = kind };
        """;

    [Theory]
    [InlineData("Make(7).Kind")]
    [InlineData("new Header { Kind = 7 }.Kind")]
    [InlineData("(Make(7) with { Flags = 1 }).Kind")]
    public Task A_field_of_a_value_is_known(string kind) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; buffer[{kind}] = 1;", Members);

    [Theory]
    [InlineData("Make(8).Kind")]
    [InlineData("new Header { Kind = 8 }.Kind")]
    [InlineData("(Make(8) with { Flags = 1 }).Kind")]
    public Task A_field_over_the_end_is_refused(string kind) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; {{|DYN007:buffer[{kind}]|}} = 1;", Members);

    [Fact]
    public Task What_is_read_must_lie_inside() => PacketProgram.Verify("""
        Span<byte> buffer = stackalloc byte[8], small = stackalloc byte[7];
        uint source = MemoryMarshal.Read<Header>(buffer).Source;
        source += MemoryMarshal.Read<Header>({|DYN007:small|}).Source;
        """);
}
