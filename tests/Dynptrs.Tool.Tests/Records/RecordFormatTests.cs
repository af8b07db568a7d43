using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Dynptrs.Tool.Records;

namespace Dynptrs.Tool.Tests.Records;

/// <summary>Records as people and as programs read them.</summary>
public sealed unsafe class RecordFormatTests
{
    [Theory]
    [InlineData("01", "1 byte: 01")]
    [InlineData("0100", "Short { A = 1 }")]
    [InlineData("01000200", "Long { A = 1, B = 2 }")]
    [InlineData("010002", "Short { A = 1 } + 1 byte: 02")]
    // Two types are shorter: nothing says which one it is.
    [InlineData("0100020003", "5 bytes: 0100020003")]
    [InlineData("", "0 bytes")]
    public void The_type_of_its_size_is_the_one(string record, string text) =>
        Assert.Equal(text, Write(record, isJson: false, typeof(Short), typeof(Long)));

    [Theory]
    [InlineData(true, "0100", "{\"bytes\":\"0100\"}")]
    [InlineData(true, "010002", "{\"bytes\":\"010002\"}")]
    [InlineData(false, "0100", "2 bytes: 0100")]
    public void Of_two_types_of_one_size_nothing_says_which(bool isJson, string record, string text) =>
        Assert.Equal(text, Write(record, isJson, typeof(Short), typeof(OtherShort)));

    [Theory]
    [InlineData("000000000000f87f", "\"NaN\"")]
    [InlineData("000000000000f03f", "1")]
    [InlineData("000000000000f07f", "\"Infinity\"")]
    public void A_number_that_JSON_lacks_is_text(string record, string value) =>
        Assert.Equal($"{{\"type\":\"Double\",\"value\":{value}}}", Write(record, isJson: true, typeof(double)));

    [Theory]
    [InlineData("41420000", "Text { Bytes = AB }")]
    [InlineData("41420041", "Text { Bytes = 41420041 }")]
    [InlineData("1b5b4100", "Text { Bytes = 1b5b4100 }")]
    [InlineData("00000000", "Text { Bytes = 00000000 }")]
    public void Text_is_what_is_printable_and_ends_in_zeros(string record, string text) =>
        Assert.Equal(text, Write(record, isJson: false, typeof(Text)));

    [Fact]
    public void A_large_number_keeps_its_digits() => Assert.Equal(
        """{"type":"Mixed","value":{"Number":18446744073709551615,"Flag":true,"Rows":[1,2],"Pointer":4096}}""",
        Write("ffffffffffffffff01000100020000000010000000000000", isJson: true, typeof(Mixed)));

    private static string Write(string record, bool isJson, params Type[] types)
    {
        var output = new StringBuilder();
        new RecordFormat(types.ToImmutableArray(), isJson).Write(Convert.FromHexString(record), output);
        return output.ToString().TrimEnd('\n');
    }

#pragma warning disable CS0649 // They are read from bytes.
    private struct Short
    {
        public ushort A;
    }

    private struct OtherShort
    {
        public ushort B;
    }

    private struct Long
    {
        public ushort A;
        public ushort B;
    }

    private struct Text
    {
        public fixed byte Bytes[4];
    }

    private struct Mixed
    {
        public ulong Number;
        public bool Flag;
        public Pair Rows;
        public byte* Pointer;
    }

    [InlineArray(2)]
    private struct Pair
    {
        private ushort _first;
    }
#pragma warning restore CS0649
}
