using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Operators of C# 14 that change their operand in place.</summary>
public sealed class InPlaceOperatorTests
{
    private const string Writer = """
        public ref struct Writer
        {
            public Dynptr Target;
            public int Count;
            public void operator ++() => Count += 4;
            public void operator --() => Target.Discard();
            public void operator +=(int count) => Count += count;
        }
        """;

    [Theory]
    [InlineData("writer++;")]
    [InlineData("++writer;")]
    [InlineData("writer += 4;")]
    public Task What_holds_a_dynptr_is_not_copied(string changes) => PacketProgram.Verify(
        $$"""
        Writer writer = default;
        Ring.Reserve(8, 0, out writer.Target);
        {{changes}}
        writer.Target.Discard();
        Span<byte> buffer = stackalloc byte[5];
        buffer[writer.Count] = 1;
        """,
        $"private static readonly RingBuf Ring = new(4096); {Writer}");

    [Theory]
    [InlineData("writer++;")]
    [InlineData("++writer;")]
    [InlineData("writer += 4;")]
    public Task What_it_changes_counts(string changes) => PacketProgram.Verify(
        $$"""
        Writer writer = default;
        {{changes}}
        Span<byte> buffer = stackalloc byte[4];
        {|DYN007:buffer[writer.Count]|} = 1;
        """,
        Writer);

    [Fact]
    public Task It_may_release() => PacketProgram.Verify(
        """
        Writer writer = default;
        Ring.Reserve(8, 0, out writer.Target);
        writer--;
        {|DYN002:writer.Target|}.Discard();
        """,
        $"private static readonly RingBuf Ring = new(4096); {Writer}");

    [Theory]
    [InlineData("(int)(++counter).Count", 5)]
    [InlineData("(int)(counter += 1).Count", 5)]
    public Task Its_value_is_the_operand(string value, int size) => PacketProgram.Verify(
        $$"""
        Counter counter = default;
        Span<byte> large = stackalloc byte[{{size}}], small = stackalloc byte[{{size - 1}}];
        large[{{value}}] = 1;
        {|DYN007:small[(int)counter.Count]|} = 1;
        """,
        """
        public struct Counter
        {
            public long Count;
            public void operator ++() => Count += 4;
            public void operator +=(int count) => Count += 4 * count;
        }
        """);
}
