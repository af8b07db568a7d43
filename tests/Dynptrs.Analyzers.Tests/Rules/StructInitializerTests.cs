using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>The values that the fields of a struct are declared with: its constructors give them first.</summary>
public class StructInitializerTests
{
    [Theory]
    [InlineData("public uint N = 7; public S(uint other) { }", "new S(9)", "s.N")]
    [InlineData("public uint N = 9; public S() { N = 7; }", "new S()", "s.N")]
    [InlineData("public uint N { get; } = 7; public S(uint other) { }", "new S(9)", "s.N")]
    [InlineData("public uint N = 9; public uint M; public S(bool b) : this(7u) { } public S(uint m) { M = m; }", "new S(true)", "s.M")]
    [InlineData("public uint N = 7; public S(bool b) : this() { }", "new S(true)", "s.N")]
    public Task What_they_hold_is_known(string members, string made, string index) => Verify($"private struct S {{ {members} }}", made, index);

    [Theory]
    [InlineData("public uint N = 8; public S(uint other) { }", "new S(7)", "s.N")]
    [InlineData("public uint N = 7; public S() { N = 8; }", "new S()", "s.N")]
    [InlineData("public uint N { get; } = 8; public S(uint other) { }", "new S(7)", "s.N")]
    [InlineData("public uint N = 7; public uint M; public S(bool b) : this(8u) { } public S(uint m) { M = m; }", "new S(true)", "s.M")]
    [InlineData("public uint N = 8; public S(bool b) : this() { }", "new S(true)", "s.N")]
    public Task What_lies_outside_is_refused(string members, string made, string index) =>
        Verify($"private struct S {{ {members} }}", made, index, isRefused: true);

    [Theory]
    [InlineData("private struct S(uint n) { public uint N = n - 1; }", "new S(8)", "s.N")]
    [InlineData("private struct S(uint n) { public uint N = 9; public uint M = n; }", "new S(7)", "s.M")]
    [InlineData("private struct S(ulong n) { public ulong Half => n / 2; }", "new S(15)", "s.Half")]
    [InlineData("private record struct S(uint N) { public uint M = N + 1; }", "new S(6)", "s.M")]
    [InlineData("private struct S(uint n) { public uint N = n; public S(bool b) : this(7u) { } }", "new S(true)", "s.N")]
    [InlineData("private struct S<T>(T n) where T : unmanaged { public T N = n; public uint M = (uint)sizeof(T) - 1; }", "new S<ulong>(9)", "s.M")]
    public Task A_primary_constructor_gives_its_parameters(string declaration, string made, string index) => Verify(declaration, made, index);

    [Theory]
    [InlineData("private struct S(uint n) { public uint N = n - 1; }", "new S(9)", "s.N")]
    [InlineData("private struct S(uint n) { public uint N = 7; public uint M = n; }", "new S(8)", "s.M")]
    [InlineData("private struct S(ulong n) { public ulong Half => n / 2; }", "new S(16)", "s.Half")]
    [InlineData("private record struct S(uint N) { public uint M = N + 1; }", "new S(7)", "s.M")]
    [InlineData("private struct S(uint n) { public uint N = n; public S(bool b) : this(8u) { } }", "new S(true)", "s.N")]
    [InlineData("private struct S<T>(T n) where T : unmanaged { public T N = n; public uint M = (uint)sizeof(T); }", "new S<ulong>(1)", "s.M")]
    public Task A_primary_constructor_may_give_too_much(string declaration, string made, string index) =>
        Verify(declaration, made, index, isRefused: true);

    [Fact]
    public Task A_reference_is_made_to_point_where_it_is_declared_to() => AnalyzerTest.Verify(
        """
        using System;
        using Dynptrs;
        public static class Programs
        {
            private ref struct Holder(Span<byte> bytes) { public Span<byte> Bytes = bytes; public ref byte First = ref bytes[0]; }

            [BpfProgram("tc")]
            public static int Inside(SkBuff skb)
            {
                Span<byte> bytes = stackalloc byte[8];
                bytes.Clear();
                var holder = new Holder(bytes);
                holder.First = 1;
                return holder.Bytes[7];
            }

            [BpfProgram("tc")]
            public static int Outside(SkBuff skb)
            {
                Span<byte> bytes = stackalloc byte[8];
                bytes.Clear();
                var holder = new Holder(bytes);
                holder.First = 1;
                return {|DYN007:holder.Bytes[8]|};
            }
        }
        """);

    private static Task Verify(string declaration, string made, string index, bool isRefused = false)
    {
        var access = $"bytes[(int){index}]";
        return AnalyzerTest.Verify(
            $$"""
            using System;
            using Dynptrs;
            public static unsafe class Programs
            {
                {{declaration}}

                [BpfProgram("tc")]
                public static int Run(SkBuff skb)
                {
                    Span<byte> bytes = stackalloc byte[8];
                    bytes.Clear();
                    var s = {{made}};
                    return {{(isRefused ? $"{{|DYN007:{access}|}}" : access)}};
                }
            }
            """);
    }
}
