using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Memory to which a call writes, though the type of the parameter does not say so.</summary>
public sealed class WrittenMemoryTests
{
    private const string Scale = """
        using System;
        using Dynptrs;

        public static class Scale
        {
            public static int Weigh([Writes] ReadOnlySpan<byte> box) => 0;
            public static int Look([MinimumSize(0)] ReadOnlySpan<byte> box) => 0;
            public static int Stamp<T>([Writes] in T box) where T : unmanaged => 0;
            public static int Read<T>([MinimumSize(0)] in T box) where T : unmanaged => 0;
        }
        """;

    [Theory]
    [InlineData("Scale.Weigh({|DYN009:\"text\"u8|});")]
    [InlineData("Scale.Look(\"text\"u8);")]
    [InlineData("Span<byte> box = stackalloc byte[4]; Scale.Weigh(box);")]
    [InlineData("ReadOnlySlice part = ptr.GetSlice(0, default, 8); if (part) Scale.Weigh({|DYN009:part.Span|});")]
    [InlineData("ReadOnlySlice part = ptr.GetSlice(0, default, 8); if (part) Scale.Look(part.Span);")]
    [InlineData("ReadOnlySlice<Header> header = ptr.GetSlice<Header>(0, default); if (header) Scale.Stamp(in {|DYN009:header.Value|});")]
    [InlineData("ReadOnlySlice<Header> header = ptr.GetSlice<Header>(0, default); if (header) Scale.Read(in header.Value);")]
    [InlineData("Slice<Header> header = ptr.GetWritableSlice<Header>(0, default); if (header) Scale.Stamp(in header.Value);")]
    [InlineData("long count = 3; Scale.Stamp(in count); Span<byte> box = stackalloc byte[4]; {|DYN007:box[(int)count]|} = 1;")]
    [InlineData("long count = 3; Scale.Read(in count); Span<byte> box = stackalloc byte[4]; box[(int)count] = 1;")]
    public Task Is_refused_where_it_is_only_for_reading(string statement) => PacketProgram.VerifyWithLibrary(Scale, statement);
}
