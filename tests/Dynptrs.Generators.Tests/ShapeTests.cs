using System;
using System.Linq;

namespace Dynptrs.Generators.Tests;

/// <summary>Declarations of many shapes, which C# allows: what is generated for them compiles, without a warning.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("public static partial int M(this in int a); static int MCore(in int a) => a;", "M(this in int a)")]
    [InlineData(
        "public static partial int M(this ref int a, int b = 3); static int MCore(ref int a, int b) => a + b;", "M(this ref int a, int b)")]
    [InlineData("public static partial int M(params int[] a); static int MCore(int[] a) => 0;", "M(params int[] a)")]
    [InlineData(
        "public static partial int M(params ReadOnlySpan<int> a); static int MCore(ReadOnlySpan<int> a) => 0;",
        "M(params scoped ReadOnlySpan<int> a)")]
    [InlineData(
        "public static partial int M(scoped Span<byte> a, scoped in int b); static int MCore(scoped Span<byte> a, scoped in int b) => 0;",
        "M(scoped Span<byte> a, scoped in int b)")]
    [InlineData("public static partial int M(ref readonly int a); static int MCore(ref readonly int a) => a;", "M(ref readonly int a)")]
    [InlineData(
        "public static partial int M(int @event, string? @class = null); static int MCore(int @event, string? @class) => @event;",
        "M(int @event, string? @class)")]
    [InlineData("public static partial int @class(int a); static int classCore(int a) => a;", "int @class(int a)")]
    [InlineData("public static partial ref int M(ref int a); static ref int MCore(ref int a) => ref a;", "return ref MCore(ref a);")]
    [InlineData(
        "public static partial ref readonly int M(in int a); static ref readonly int MCore(in int a) => ref a;", "return ref MCore(in a);")]
    [InlineData(
        "public static partial (int A, string? B) M((int X, int Y) a); static (int A, string? B) MCore((int X, int Y) a) => (a.X, null);",
        "(int A, string? B) M((int X, int Y) a)")]
    [InlineData(
        "public static partial int M(dynamic a, nint b, object[]?[] c); static int MCore(dynamic a, nint b, object[]?[] c) => 0;",
        "M(dynamic a, nint b, object[]?[] c)")]
    [InlineData(
        "public static unsafe partial int M(int* a, delegate*<int, void> b); static unsafe int MCore(int* a, delegate*<int, void> b) => 0;",
        "M(int* a, delegate*<int, void> b)")]
    [InlineData(
        "public static partial T M<T>(T a) where T : class?, IDisposable; static T MCore<T>(T a) where T : class?, IDisposable => a;",
        "where T : class?, global::System.IDisposable")]
    [InlineData(
        "public static partial void M<T>(scoped T a) where T : struct, allows ref struct; static void MCore<T>(scoped T a) where T : struct, allows ref struct { }",
        "where T : struct, allows ref struct")]
    [InlineData(
        "public static partial T? M<T>(T? a) where T : notnull, new(); static T? MCore<T>(T? a) where T : notnull, new() => a;",
        "where T : notnull, new()")]
    [InlineData(
        "internal static partial void M(CancellationToken token = default); static void MCore(CancellationToken token) { }",
        "M(global::System.Threading.CancellationToken token)")]
    [InlineData("[Obsolete(\"old\")] public static partial int M(int a); [Obsolete(\"old\")] static int MCore(int a) => a;", "MCore(a)")]
    public void Helpers(string members, string expected)
    {
        var generated = GeneratorTest.Generate(
            $"#pragma warning disable CS8981\nnamespace N;\nusing System; using System.Threading; using Dynptrs;\n/// <summary>Helpers.</summary>\npublic static partial class C {{ [BpfHelper(\"m\")] {members} }}");
        Assert.Contains(expected, generated, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace @event.@class; [Dynptrs.BpfHelpers] static partial class @record;", "static partial class @record")]
    [InlineData(
        "namespace N; partial record struct Outer { internal partial interface IInner { [Dynptrs.BpfHelpers] static partial class Bpf; } }",
        "partial interface IInner")]
    [InlineData(
        "namespace N; partial record Outer { [Dynptrs.BpfObject] static partial class @file { static int @event; } }",
        "ref int @event => ref Outer.file.@event")]
    [InlineData(
        "namespace N; unsafe partial class Outer { [Dynptrs.BpfStruct] partial struct @required { public int A; } }",
        "partial struct @required")]
    [InlineData(
        "namespace N; static unsafe partial class C { [Dynptrs.BpfHelper(\"m\")] public static partial int M(int* a); static int MCore(int* a) => 0; }",
        "unsafe static partial class C")]
    [InlineData(
        "namespace N; [Dynptrs.BpfObject] static partial class C { public static unsafe byte* P; public static unsafe delegate*<void> F; public static volatile int Stop; [System.Obsolete] public static int Old; static int _count; static int Count; }",
        "public static unsafe ref byte* P")]
    [InlineData(
        "namespace N; [Dynptrs.BpfObject] static partial class C { static long A = 0L; static double B = 0.0; static bool C1 = false; static int D = default; static int E = default(int); static char F = '\\0'; static int G = 1; }",
        "public static ref char F => ref C.F;\n            }\n        }")]
    [InlineData(
        "namespace N; [Dynptrs.BpfStruct] partial struct S { [Dynptrs.NetworkOrder] private ushort value, field; [Dynptrs.NetworkOrder] private int @event; }",
        "set => this.value = ")]
    [InlineData(
        "namespace N; [Dynptrs.BpfHelpers(Include = new[] { \"bpf_ktime_*\" })] static partial class Bpf { static int Own() => bpf_ktime_get_ns() > 0 ? 1 : 0; static ulong bpf_ktime_get_ns(int scale) => 0; }",
        "[GeneratedCode(")]
    public void Types(string source, string expected) =>
        Assert.Contains(
            expected,
            GeneratorTest.Generate("#pragma warning disable CS8981, CS0414, CS0169\n" + source).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);

    [Fact]
    public void A_field_called_value_keeps_its_bits_apart_from_what_is_set() => Assert.Equal(
        "1234 5678",
        Structs.StructTest.Run(
            "[BpfStruct] partial struct S { [NetworkOrder] private ushort value, field; } public static class Test { public static string Run() { S s = default; s.Value = 0x1234; s.Field = 0x5678; return $\"{s.Value:x} {s.Field:x}\"; } }"));

    /// <summary>All four beside one another, public and documented, in a library that is compliant with CLS and documents all.</summary>
    [Fact]
    public void A_library_of_all_of_them_compiles_without_a_warning()
    {
        GeneratorTest.Run(
            GeneratorTest.Compile("""
                using System;
                using Dynptrs;

                [assembly: CLSCompliant(true)]

                namespace N;

                /// <summary>The stubs.</summary>
                [BpfHelpers]
                public static partial class Bpf;

                /// <summary>The helpers.</summary>
                public static partial class Own
                {
                    /// <summary>Takes.</summary>
                    /// <param name="size">How much.</param>
                    /// <returns>An errno.</returns>
                    [BpfHelper("own_take")]
                    public static partial int Take([InRange(1, 9)] int size);

                    private static int TakeCore(int size) => size;
                }

                /// <summary>The struct.</summary>
                [BpfStruct]
                public partial struct Header
                {
                    [BitField("Low", 4)]
                    private byte _first;

                    [Padding]
                    private byte _padding;

                    /// <summary>The port.</summary>
                    [NetworkOrder]
                    private ushort _port;
                }

                /// <summary>The object.</summary>
                [BpfObject]
                public static partial class Filter
                {
                    private static uint _count;

                    /// <summary>The program.</summary>
                    /// <param name="xdp">The packet.</param>
                    /// <returns>What to do with it.</returns>
                    [BpfProgram("xdp")]
                    [CLSCompliant(false)]
                    public static int OnPacket(XdpBuff xdp) => _count++ > 3 ? XdpAction.XDP_DROP : XdpAction.XDP_PASS;
                }
                """).WithOptions(GeneratorTest.Strict),
            out var output);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.Equal(5, output.SyntaxTrees.Count());
    }
}
