using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Tests.Structs;

public sealed class BpfStructAnalyzerTests
{
    [Theory]
    [InlineData("[BpfStruct] struct S { private int _a; }", "DYN050 at `S`: `S` cannot be filled with struct views: `S` must be partial")]
    [InlineData(
        "class C { [BpfStruct] partial struct S { private int _a; } }",
        "DYN050 at `S`: `S` cannot be filled with struct views: `C` must be partial")]
    [InlineData(
        "[BpfStruct] partial struct S<T> where T : unmanaged { private T _a; }",
        "DYN050 at `S`: `S` cannot be filled with struct views: `S` must be a type without type parameters")]
    [InlineData("partial class C { [BpfStruct] partial struct S { public int A; } }")]
    public Task A_struct_that_has_no_place_for_members_is_refused(string source, params string[] expected) => Verify(source, expected);

    [Theory]
    [InlineData(
        "public byte A; public int B;", "DYN055 at `B`: `S` has 3 bytes of hidden padding at offset 1, before `B`: no field declares it")]
    [InlineData("public byte A; [Padding] private byte _p1; [Padding] private ushort _p2; public int B;")]
    [InlineData(
        "public long A; public ushort B; public byte C;",
        "DYN055 at `S`: `S` has 5 bytes of hidden padding at offset 11, at its end: no field declares it")]
    [InlineData("public int A; public ushort B; public byte C, D;")]
    [InlineData(
        "public byte A; public ushort B; public byte C;",
        "DYN055 at `S`: `S` has 1 byte of hidden padding at offset 5, at its end: no field declares it",
        "DYN055 at `B`: `S` has 1 byte of hidden padding at offset 1, before `B`: no field declares it")]
    [InlineData("public MacAddress A; public EtherType B;")]
    [InlineData(
        "public MacAddress A; public uint B;",
        "DYN055 at `B`: `S` has 2 bytes of hidden padding at offset 6, before `B`: no field declares it")]
    [InlineData(
        "public int A; public Inner B; public struct Inner { public byte X; public short Y; }",
        "DYN055 at `B`: `S` has 1 byte of hidden padding at offset 5, inside of `Inner`: no field declares it")]
    [InlineData(
        "public byte A { get; set; } public int B;",
        "DYN055 at `B`: `S` has 3 bytes of hidden padding at offset 1, before `B`: no field declares it")]
    public Task Bytes_that_no_field_declares_are_refused(string fields, params string[] expected) =>
        Verify($"[BpfStruct] partial struct S {{ {fields} }}", expected);

    [Theory]
    [InlineData("LayoutKind.Sequential, Pack = 1", "public byte A; public int B;")]
    [InlineData(
        "LayoutKind.Sequential, Pack = 2",
        "public byte A; public int B;",
        "DYN055 at `B`: `S` has 1 byte of hidden padding at offset 1, before `B`: no field declares it")]
    [InlineData(
        "LayoutKind.Sequential, Size = 16",
        "public long A;",
        "DYN055 at `S`: `S` has 8 bytes of hidden padding at offset 8, at its end: no field declares it")]
    [InlineData(
        "LayoutKind.Explicit", "[FieldOffset(0)] public int A; [FieldOffset(0)] public ushort B; [FieldOffset(2)] public ushort C;")]
    [InlineData(
        "LayoutKind.Explicit",
        "[FieldOffset(0)] public byte A; [FieldOffset(4)] public int B;",
        "DYN055 at `B`: `S` has 3 bytes of hidden padding at offset 1, before `B`: no field declares it")]
    [InlineData(
        "LayoutKind.Auto",
        "public int A;",
        "DYN056 at `StructLayout(LayoutKind.Auto)`: `S` cannot be shared with the kernel: its layout is left to the runtime; write `LayoutKind.Sequential`")]
    public Task A_declared_layout_is_followed(string layout, string fields, params string[] expected) =>
        Verify($"[BpfStruct, StructLayout({layout})] partial struct S {{ {fields} }}", expected);

    [Theory]
    [InlineData("public string A;", "`A`: `S` cannot be shared with the kernel: `A` is a reference to an object, a `string`")]
    [InlineData("public int[] A;", "`A`: `S` cannot be shared with the kernel: `A` is a reference to an object, a `int[]`")]
    [InlineData(
        "public bool A;", "`A`: `S` cannot be shared with the kernel: `A` is a `bool`, which has no value for most bytes; write `byte`")]
    [InlineData("public char A;", "`A`: `S` cannot be shared with the kernel: `A` is a `char`, which is text to .NET; write `ushort`")]
    [InlineData(
        "public nint A;", "`A`: `S` cannot be shared with the kernel: `A` is as wide as the addresses of the process; write `ulong`")]
    [InlineData(
        "public unsafe byte* A;",
        "`A`: `S` cannot be shared with the kernel: `A` is as wide as the addresses of the process; write `ulong`")]
    [InlineData("public decimal A;", "`A`: `S` cannot be shared with the kernel: `A` is a `decimal`, which has no layout that C shares")]
    [InlineData("public DateTime A;", "`A`: `S` cannot be shared with the kernel: `A` is a `DateTime`, which has no layout that C shares")]
    [InlineData(
        "public (int, int) A;", "`A`: `S` cannot be shared with the kernel: `A` is a `(int, int)`, which has no layout that C shares")]
    [InlineData(
        "public Inner A; public struct Inner { public object X; }",
        "`A`: `S` cannot be shared with the kernel: `A` holds references to objects, in a `Inner`")]
    [InlineData(
        "public Inner A; public struct Inner { public bool X; }",
        "`A`: `S` cannot be shared with the kernel: `A` is a `Inner`, which has no layout that C shares: `X` is a `bool`, which has no value for most bytes; write `byte`")]
    [InlineData("", "`S`: `S` cannot be shared with the kernel: it has no fields")]
    [InlineData("public float A; public double B { get; set; }", "padding")]
    public Task A_field_without_one_layout_is_refused(string fields, string expected) =>
        Verify($"#nullable disable\n[BpfStruct] partial struct S {{ {fields} }}", expected == "padding"
            ? "DYN055 at `B`: `S` has 4 bytes of hidden padding at offset 4, before `B`: no field declares it"
            : "DYN056 at " + expected);

    [Fact]
    public Task Fields_in_several_parts_have_no_order() => Verify(
        "#pragma warning disable CS0282\n[BpfStruct] partial struct S { public int A; } partial struct S { public int B; }",
        "DYN056 at `S`: `S` cannot be shared with the kernel: its fields stand in several parts of it, which have no order; declare them in one");

    [Fact]
    public Task A_ref_struct_is_refused() => Verify(
        "[BpfStruct] ref partial struct S { public int A; }",
        "DYN056 at `S`: `S` cannot be shared with the kernel: a ref struct lies on the stack alone");

    [Theory]
    [InlineData("[NetworkOrder] private byte _a;", "`NetworkOrder`: `NetworkOrder` does not fit `_a`: a single byte has no order")]
    [InlineData(
        "[NetworkOrder] private float _a;",
        "`NetworkOrder`: `NetworkOrder` does not fit `_a`: a `float` is no integer of two, four or eight bytes")]
    [InlineData("[NetworkOrder] private IpProtocol _a;", "`NetworkOrder`: `NetworkOrder` does not fit `_a`: a single byte has no order")]
    [InlineData(
        "[NetworkOrder] private Ipv4Address _a;",
        "`NetworkOrder`: `NetworkOrder` does not fit `_a`: a `Ipv4Address` is no integer of two, four or eight bytes")]
    [InlineData(
        "[NetworkOrder] public int A;",
        "`NetworkOrder`: `NetworkOrder` does not fit `A`: `S` has a `A` already; name the property otherwise")]
    [InlineData("[NetworkOrder(\"B\")] public int A;", null)]
    [InlineData(
        "[NetworkOrder(\"a b\")] private int _a;",
        "`NetworkOrder(\"a b\")`: `NetworkOrder` does not fit `_a`: \"a b\" is no name for a property")]
    [InlineData(
        "[NetworkOrder(\"S\")] private int _a;",
        "`NetworkOrder(\"S\")`: `NetworkOrder` does not fit `_a`: `S` has a `S` already; name the property otherwise")]
    [InlineData(
        "[NetworkOrder] private short _offsets; private short _b;",
        "`NetworkOrder`: `NetworkOrder` does not fit `_offsets`: `S` has a `Offsets` already; name the property otherwise")]
    [InlineData(
        "[BitField(\"A\", 4), BitField(\"B\", 5)] private byte _a;",
        "`BitField(\"B\", 5)`: `BitField` does not fit `_a`: `B` takes the bits 4 to 8, and a `byte` has the bits 0 to 7")]
    [InlineData("[BitField(\"A\", 4), BitField(\"B\", 4)] private byte _a;", null)]
    [InlineData(
        "[BitField(\"A\", 4), BitField(\"B\", 2, Offset = 3)] private byte _a;",
        "`BitField(\"B\", 2, Offset = 3)`: `BitField` does not fit `_a`: `B` takes bits that another bit field has")]
    [InlineData(
        "[BitField(\"A\", 4), BitField(\"A\", 4)] private byte _a;",
        "`BitField(\"A\", 4)`: `BitField` does not fit `_a`: `S` has a `A` already; name the property otherwise")]
    [InlineData(
        "[BitField(\"A\", 0)] private byte _a;", "`BitField(\"A\", 0)`: `BitField` does not fit `_a`: `A` must have one bit at least")]
    [InlineData(
        "[BitField(\"A\", 1, Offset = 2147483647)] private byte _a;",
        "`BitField(\"A\", 1, Offset = 2147483647)`: `BitField` does not fit `_a`: `A` takes the bits 2147483647 to 2147483647, and a `byte` has the bits 0 to 7")]
    [InlineData(
        "[BitField(\"A\", 4)] private int _a;",
        "`BitField(\"A\", 4)`: `BitField` does not fit `_a`: bits are counted in a `byte`, `ushort`, `uint` or `ulong`")]
    public Task An_attribute_that_does_not_fit_its_field_is_refused(string fields, string? expected) =>
        Verify($"[BpfStruct] partial struct S {{ {fields} }}", expected is null ? [] : ["DYN057 at " + expected]);

    [Theory]
    [InlineData("SizeInBytes")]
    [InlineData("Offsets")]
    public Task A_member_in_the_way_of_a_generated_one_is_refused(string name) => Verify(
        $"[BpfStruct] partial struct S {{ public int A; public static int {name} => 1; }}",
        $"DYN057 at `BpfStruct`: `BpfStruct` does not fit `S`: its `{name}` stands in the way of the one that is generated");

    [Fact]
    public async Task A_language_that_is_too_old_is_named() => Assert.Equal(
        ["DYN050 at `S`: `S` cannot be filled with struct views: generated code needs C# 13.0 or later, and the project is written in C# 12.0: set <LangVersion>"],
        await StructTest.Analyze("[BpfStruct] partial struct S { private int _a; }", LanguageVersion.CSharp12));

    [Fact]
    public async Task The_rest_is_generated_all_the_same()
    {
        const string Source = "[BpfStruct] partial struct Bad { [NetworkOrder] private byte _a; [NetworkOrder] private ushort _b; public int C; } [BpfStruct] struct Worse { private int A { get; set; } } [BpfStruct] partial struct Good { public int A; }";
        Assert.Equal(["DYN057", "DYN055", "DYN050"], (await StructTest.Analyze(Source)).Select(text => text[..6]).Order().Reverse());
        var output = StructTest.Generate(
            Source + " static class Uses { static int Of(Bad bad) => bad.B + Bad.SizeInBytes + Good.SizeInBytes; }");
        StructTest.AssertCompiles(output);
    }

    private static async Task Verify(string source, params string[] expected)
    {
        Assert.Equal(expected, await StructTest.Analyze(source));
        // What is refused leaves no broken code behind.
        Assert.Empty(StructTest.Generate(source)
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false }));
    }
}
