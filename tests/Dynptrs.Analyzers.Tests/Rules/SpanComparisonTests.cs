using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Spans compared with others, searched, and compared by where they are.</summary>
public sealed class SpanComparisonTests
{
    private const string Slice = """
        Span<byte> buffer = stackalloc byte[8];
        Slice slice = ptr.GetWritableSlice(0, buffer, 8);
        if (!slice)
            return 0;
        """;

    [Theory]
    [InlineData("slice.Span.StartsWith(\"ssh\"u8)")]
    [InlineData("slice.Span.EndsWith(\"ssh\"u8)")]
    [InlineData("slice.Span.StartsWith((byte)1)")]
    [InlineData("slice.Span.SequenceEqual(buffer)")]
    [InlineData("slice.Span.Contains((byte)1)")]
    [InlineData("slice.Span.IndexOf((byte)1) > 2")]
    [InlineData("slice.Span.Overlaps(buffer)")]
    [InlineData("slice.Span == buffer")]
    [InlineData("buffer != slice.Span")]
    public Task Programs_compare_spans(string test) => PacketProgram.Verify($"{Slice} if ({test}) slice[0] = 1;");

    [Theory]
    [InlineData("{|DYN005:bytes|}.StartsWith(\"ssh\"u8)")]
    [InlineData("{|DYN005:bytes|}.EndsWith(\"ssh\"u8)")]
    [InlineData("{|DYN005:bytes|}.Contains((byte)1)")]
    [InlineData("{|DYN005:bytes|}.IndexOf((byte)1) > 2")]
    [InlineData("\"ssh\"u8.StartsWith({|DYN005:bytes|})")]
    public Task What_is_read_must_be_there(string test) =>
        PacketProgram.Verify($"{Slice} Span<byte> bytes = slice.Span; ctx.PullData(0); if ({test}) return 1;");

    [Theory]
    [InlineData("bytes.Overlaps(buffer)")]
    [InlineData("buffer.Overlaps(bytes)")]
    [InlineData("bytes == buffer")]
    [InlineData("bytes != default")]
    public Task Where_it_was_may_be_asked_when_it_is_gone(string test) =>
        PacketProgram.Verify($"{Slice} Span<byte> bytes = slice.Span; ctx.PullData(0); if ({test}) return 1;");

    [Theory]
    [InlineData("slice.Span == buffer")]
    [InlineData("buffer != slice.Span")]
    [InlineData("(ReadOnlySpan<byte>)slice.Span == \"four\"u8")]
    public Task A_slice_that_is_gone_was_somewhere(string test) =>
        PacketProgram.Verify($"{Slice} ctx.PullData(0); if ({test}) return 1;");

    [Theory]
    [InlineData("{|DYN005:slice|}.Span == buffer")]
    [InlineData("buffer != {|DYN005:slice|}.Span")]
    public Task The_host_reads_it_to_ask(string test) =>
        PacketProgram.VerifyInHost($"{Slice} ctx.PullData(0); if ({test}) return 1;");

    [Theory]
    [InlineData("at >= 0", "buffer[at]")]
    [InlineData("at >= 0", "buffer[7 - at]")]
    public Task An_index_that_was_found_lies_inside(string test, string element) =>
        PacketProgram.Verify($"{Slice} int at = slice.Span.IndexOf((byte)1); if ({test}) {element} = 1;");

    [Theory]
    [InlineData("at >= -1", "buffer[at]")]
    [InlineData("at >= 0", "buffer[at + 1]")]
    public Task An_index_that_may_not_be_found_does_not(string test, string element) =>
        PacketProgram.Verify($"{Slice} int at = slice.Span.IndexOf((byte)1); if ({test}) {{|DYN007:{element}|}} = 1;");

    [Fact]
    public Task An_index_counts_elements() => PacketProgram.Verify("""
        Span<uint> numbers = stackalloc uint[4];
        Span<byte> large = stackalloc byte[4], small = stackalloc byte[3];
        numbers[0] = any;
        int at = numbers.IndexOf(7u);
        if (at < 0)
            return 0;
        large[at] = 1;
        {|DYN007:small[at]|} = 1;
        """);

    [Fact]
    public Task Elements_that_compare_themselves_have_no_counterpart() => PacketProgram.Verify("""
        Span<Guid> ids = stackalloc Guid[2];
        if ({|DYN032:ids.Contains(ids[0])|})
            return 1;
        """);
}
