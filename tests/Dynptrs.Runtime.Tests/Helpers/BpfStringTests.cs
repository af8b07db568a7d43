using System.Text;

namespace Dynptrs.Tests.Helpers;

public class BpfStringTests
{
    [Theory]
    [InlineData("foo", "foo", 0)]
    [InlineData("foobar", "foo", 1)]
    [InlineData("fo", "foo", 0)]
    [InlineData("fo\0bar", "fo", 0)]
    [InlineData("fo\0bar", "fo\0baz", 0)]
    [InlineData("fo\0", "foo", -1)]
    [InlineData("fop", "foo", 1)]
    [InlineData("fon", "foo", -1)]
    [InlineData("\u007f", "a", 1)]
    [InlineData("", "foo", 0)]
    [InlineData("a", "", 1)]
    [InlineData("\0", "", 0)]
    public void It_compares_as_strncmp(string left, string right, int expected) =>
        Assert.Equal(expected, BpfString.Compare(Encoding.Latin1.GetBytes(left), Encoding.Latin1.GetBytes(right)));

    [Fact]
    public void Bytes_are_unsigned() => Assert.Equal(1, BpfString.Compare([0xff], [0x01]));
}
