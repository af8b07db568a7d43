using System;
using System.IO;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Tests.Structs;

public sealed class StructViewTests
{
    private const string Message = """

        [assembly: CLSCompliant(true)]

        namespace Telemetry;

        public enum Kind : byte { Request, Response }

        [CLSCompliant(false)]
        public enum Port : ushort { Http = 80 }

        [InlineArray(8)]
        public struct Name { private byte _first; }

        [InlineArray(2)]
        public struct Pair { private int _first; }

        public partial class Protocol
        {
            [BpfStruct]
            public partial struct Message
            {
                [BitField("HeaderLength", 4, Summary = "The length of the header in words.")]
                [BitField("IsUrgent", 1)]
                [BitField("Version", 2, Offset = 6)]
                private byte _first;

                public Kind Kind;

                /// <summary>The length with the header.</summary>
                [NetworkOrder]
                private ushort _length;

                [NetworkOrder("Source")]
                private Port _source;

                [NetworkOrder, BitField("Offset", 13), BitField("IsLast", 1, Offset = 15)]
                private ushort _fragment;

                [NetworkOrder("Flow"), BitField("Label", 20), BitField("Class", 12)]
                private readonly uint _flow;

                [Padding]
                private int _padding;

                [NetworkOrder]
                private long _time;

                public Name Name;

                public Pair Pair;
            }
        }
        """;

    [Fact]
    public void A_struct_is_filled_as_approved()
    {
        var generated = StructTest.GenerateFile(Message).ReplaceLineEndings("\n");
        var path = Path.Combine(AppContext.BaseDirectory, "Approved", "Message.txt");
        if (generated == File.ReadAllText(path).ReplaceLineEndings("\n"))
            return;
        var received = Path.ChangeExtension(path, ".received.txt");
        File.WriteAllText(received, generated);
        Assert.Fail(
            $"The struct differs from tests/Dynptrs.Generators.Tests/Approved/Message.txt. If it is right, copy {received} over it.");
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void What_is_generated_compiles_without_a_warning(LanguageVersion version) => StructTest.GenerateFile(Message, version);

    [Theory]
    [InlineData("[BpfStruct] partial struct S { public byte @class; [NetworkOrder] private ushort @event; }")]
    [InlineData("[BpfStruct] readonly partial struct S { private readonly byte _a, _b; [NetworkOrder] private readonly ushort _c; }")]
    [InlineData("[BpfStruct] partial record struct S(int A, int B);")]
    [InlineData(
        "[BpfStruct, StructLayout(LayoutKind.Sequential, Pack = 1)] partial struct S { private byte _a; [NetworkOrder] private uint _b; }")]
    [InlineData("[BpfStruct, StructLayout(LayoutKind.Explicit)] partial struct S { [FieldOffset(0)] private int _a; [FieldOffset(0)] private short _b; }")]
    [InlineData("[BpfStruct] unsafe partial struct S { public fixed byte Name[16]; }")]
    [InlineData("[BpfStruct] partial struct S { public int A { get; set; } private int _offsets; public int b; private int _b; }")]
    [InlineData("[BpfStruct] internal partial struct S { [NetworkOrder] private E _e; private enum E : ushort; }")]
    [InlineData("internal enum E : ushort; [BpfStruct] public partial struct S { [NetworkOrder] private E _e; }")]
    [InlineData("[BpfStruct] partial struct S { private int _a; public override string ToString() => \"own\"; }")]
    [InlineData("[BpfStruct, InlineArray(3)] partial struct S { private byte _a; }")]
    [InlineData("[BpfStruct] partial struct S { [BitField(\"All\", 64)] private ulong _a; [NetworkOrder, BitField(\"High\", 1, Offset = 63)] private ulong _b; }")]
    public void Structs_of_any_shape_are_filled(string source)
    {
        Assert.Contains("SizeInBytes", StructTest.GenerateFile(source), StringComparison.Ordinal);
        StructTest.GenerateFile(source, LanguageVersion.CSharp13);
    }

    [Theory]
    [InlineData("public byte A; [Padding] private byte _p; public short B; public int C;", 8, "0, 2, 4")]
    [InlineData("public long A; public Inner B; public int C;", 24, "0, 8, 20")]
    [InlineData("public MacAddress A; public EtherType B;", 8, "0, 6")]
    public void Sizes_and_offsets_are_those_of_the_runtime(string fields, int size, string offsets)
    {
        var inner = "[BpfStruct] partial struct Inner { public int X, Y, Z; }";
        var names = fields.Contains(" C;", StringComparison.Ordinal)
            ? "S.Offsets.A + \", \" + S.Offsets.B + \", \" + S.Offsets.C"
            : "S.Offsets.A + \", \" + S.Offsets.B";
        Assert.Equal(
            $"{size} {size} {offsets}",
            StructTest.Run($"{inner} [BpfStruct] partial struct S {{ {fields} }} public static class Test {{ public static string Run() => S.SizeInBytes + \" \" + Unsafe.SizeOf<S>() + \" \" + {names}; }}"));
    }

    [Theory]
    [InlineData("[NetworkOrder] private ushort _x;", "s.X = 0x1234;", "1234")]
    [InlineData("[NetworkOrder] private int _x;", "s.X = -2;", "FFFFFFFE")]
    [InlineData("[NetworkOrder] private ulong _x;", "s.X = 0x0102030405060708;", "0102030405060708")]
    [InlineData("[BitField(\"Low\", 4), BitField(\"High\", 4)] private byte _x;", "s.Low = 5; s.High = 4;", "45")]
    [InlineData("[BitField(\"Low\", 4), BitField(\"High\", 4)] private byte _x;", "s.High = 4; s.Low = 0xF5; s.High |= 2;", "65")]
    [InlineData("[BitField(\"A\", 1), BitField(\"B\", 1)] private ushort _x;", "s.A = true; s.B = true; s.A = false;", "0200")]
    [InlineData(
        "[NetworkOrder, BitField(\"Id\", 12), BitField(\"Flag\", 1), BitField(\"Priority\", 3)] private ushort _x;",
        "s.Id = 0xABC; s.Priority = 5; s.Flag = true;",
        "BABC")]
    [InlineData(
        "[NetworkOrder, BitField(\"Label\", 20), BitField(\"Class\", 8), BitField(\"Version\", 4)] private uint _x;",
        "s.Version = 6; s.Label = 0xFFFFFFFF; s.Class = 0; s.Label &= 0x12345;",
        "60012345")]
    [InlineData("[BitField(\"A\", 63), BitField(\"B\", 1)] private ulong _x;", "s.A = 1; s.B = true;", "0100000000000080")]
    public void What_is_set_lies_in_memory_as_C_has_it(string field, string statements, string memory) =>
        Assert.Equal(memory, StructTest.Run(
            $"[BpfStruct] partial struct S {{ {field} }} public static class Test {{ public static string Run() {{ S s = default; {statements} return Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<S>(in s))); }} }}"));

    [Theory]
    [InlineData("[NetworkOrder] private short _x;", "FFFE", "s.X", "-2")]
    [InlineData("[NetworkOrder] private EtherType _x;", "86DD", "s.X", "Ipv6")]
    [InlineData("[BitField(\"Low\", 4), BitField(\"High\", 4)] private byte _x;", "45", "s.Low, s.High", "5 4")]
    [InlineData(
        "[NetworkOrder, BitField(\"Offset\", 13), BitField(\"More\", 1), BitField(\"Dont\", 1)] private ushort _x;",
        "4001",
        "s.Offset, s.More, s.Dont",
        "1 False True")]
    [InlineData("[NetworkOrder(\"Whole\"), BitField(\"Low\", 8)] private uint _x;", "00000102", "s.Whole, s.Low", "258 2")]
    [InlineData("[BitField(\"Top\", 1, Offset = 63)] private ulong _x;", "0000000000000080", "s.Top", "True")]
    public void What_lies_in_memory_is_read_as_C_reads_it(string field, string memory, string values, string expected) =>
        Assert.Equal(expected, StructTest.Run(
            $"[BpfStruct] partial struct S {{ {field} }} public static class Test {{ public static string Run() {{ var s = MemoryMarshal.Read<S>(Convert.FromHexString(\"{memory}\")); return string.Join(\" \", new object[] {{ {values} }}); }} }}"));

    [Fact]
    public void The_text_shows_each_field_but_padding() => Assert.Equal(
        "S { Mac = 02:00:00:00:00:01, Address = 10.0.0.1, Port = 80, Low = 1, High = 2, Name = 6162, Words = 1 2, E = Udp }",
        StructTest.Run("""
            [InlineArray(2)] struct Name { private byte _first; }
            [InlineArray(2)] struct Words { private short _first; }
            [BpfStruct] partial struct S
            {
                public MacAddress Mac;
                [Padding] private short _padding;
                public Ipv4Address Address;
                [NetworkOrder] private ushort _port;
                [BitField("Low", 4), BitField("High", 12)] private ushort _bits;
                public Name Name;
                public Words Words;
                public IpProtocol E;
                [Padding] private byte _padding2;
            }
            public static class Test
            {
                public static string Run()
                {
                    S s = new() { Port = 80, Low = 1, High = 2, E = IpProtocol.Udp };
                    s.Mac[0] = 2;
                    s.Mac[5] = 1;
                    s.Address.Value = 0x0A000001;
                    s.Name[0] = (byte)'a';
                    s.Name[1] = (byte)'b';
                    s.Words[0] = 1;
                    s.Words[1] = 2;
                    return s.ToString();
                }
            }
            """));

    [Fact]
    public void Documentation_holds_without_the_usings_of_the_source()
    {
        var generated = StructTest.GenerateFile("""
            namespace N
            {
                using System.Collections.Generic;

                [BpfStruct]
                public partial struct S
                {
                    /// <summary>As in <see cref="List{T}"/>, or <see cref="Other"/>.</summary>
                    /// <remarks>Two
                    /// lines.</remarks>
                    [NetworkOrder]
                    private ushort _port;

                    /// <summary>Another.</summary>
                    public byte Other;

                    [BitField("A", 4, Summary = "1 < 2 & 3")]
                    [BitField("B", 4, Summary = "The <c>b</c>.")]
                    private byte _bits;
                }
            }
            """);
        Assert.Contains(
            "/// <summary>As in <see cref=\"T:System.Collections.Generic.List`1\"/>, or <see cref=\"F:N.S.Other\"/>.</summary>",
            generated,
            StringComparison.Ordinal);
        Assert.Contains("/// <remarks>Two\n        /// lines.</remarks>", generated.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("/// <summary>1 &lt; 2 &amp; 3</summary>", generated, StringComparison.Ordinal);
        Assert.Contains("/// <summary>The <c>b</c>.</summary>", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void The_members_are_marked_as_generated_and_the_type_is_not()
    {
        var type = StructTest.Generate("[BpfStruct] partial struct S { [NetworkOrder] private ushort _x; }").GetTypeByMetadataName("S")!;
        Assert.DoesNotContain(type.GetAttributes(), attribute => attribute.AttributeClass!.Name == "GeneratedCodeAttribute");
        foreach (var name in new[] { "SizeInBytes", "X", "ToString", "Offsets" })
        {
            Assert.Contains(
                Assert.Single(type.GetMembers(name)).GetAttributes(),
                attribute => attribute.AttributeClass!.Name == "GeneratedCodeAttribute");
        }
    }
}
