using System;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dynptrs.Tests.Tracing;

/// <summary>
/// What formats print: each row is what Linux 6.18 answered, through bpf_snprintf and bpf_trace_printk; what is refused, 7.2 refuses, too.
/// </summary>
public class TraceFormatTests
{
    [Theory]
    [InlineData("%d", "-1", 0xFFFFFFFFFFFFFFFFUL)]
    [InlineData("%d", "5", 0xFFFFFFFF00000005UL)]
    [InlineData("%u", "4294967295", 0xFFFFFFFFFFFFFFFFUL)]
    [InlineData("%x", "9abcdef0", 0x123456789ABCDEF0UL)]
    [InlineData("%X", "ABCDEF", 0xABCDEFUL)]
    [InlineData("%lx", "123456789abcdef0", 0x123456789ABCDEF0UL)]
    [InlineData("%llx", "123456789abcdef0", 0x123456789ABCDEF0UL)]
    [InlineData("%ld", "-9223372036854775808", 0x8000000000000000UL)]
    [InlineData("%llu", "18446744073709551615", 0xFFFFFFFFFFFFFFFFUL)]
    [InlineData("%i", "42", 0x2AUL)]
    [InlineData("%5d|", "   42|", 0x2AUL)]
    [InlineData("%-5d|", "42   |", 0x2AUL)]
    [InlineData("%05d|", "00042|", 0x2AUL)]
    [InlineData("%-05d|", "42   |", 0x2AUL)]
    [InlineData("%+d", "+42", 0x2AUL)]
    [InlineData("% d", " 42", 0x2AUL)]
    [InlineData("%+ d", "+42", 0x2AUL)]
    [InlineData("%+d", "-5", 0xFFFFFFFFFFFFFFFBUL)]
    [InlineData("%05d", "-0042", 0xFFFFFFFFFFFFFFD6UL)]
    [InlineData("%+05d", "+0042", 0x2AUL)]
    [InlineData("%+u", "42", 0x2AUL)]
    [InlineData("%08x", "000000ff", 0xFFUL)]
    [InlineData("%8X|", "      FF|", 0xFFUL)]
    [InlineData("%c", "A", 0x41UL)]
    [InlineData("%3c|", "  A|", 0x41UL)]
    [InlineData("%-3c|", "A  |", 0x41UL)]
    [InlineData("%03c|", "  A|", 0x41UL)]
    [InlineData("100%%", "100%")]
    [InlineData("%%%d%%", "%7%", 7UL)]
    [InlineData("%px", "0000000000001234", 0x1234UL)]
    [InlineData("%20px|", "                1234|", 0x1234UL)]
    [InlineData("%-20px|", "1234                |", 0x1234UL)]
    [InlineData("%020px|", "00000000000000001234|", 0x1234UL)]
    [InlineData("%px", "0000000000000000", 0UL)]
    [InlineData("%p", "0000000000000000", 0UL)]
    [InlineData("%pK", "0000000000000000", 0UL)]
    [InlineData("%5p|", "    0|", 0UL)]
    [InlineData("%pxyz", "0000000000000012", 0x12UL)]
    [InlineData("%px.y", "0000000000000012.y", 0x12UL)]
    [InlineData("%s|", "|", 0UL)]
    [InlineData("%5s|", "     |", 0UL)]
    [InlineData("%pks|", "|", 0UL)]
    [InlineData("%pus|", "|", 0UL)]
    [InlineData("%ps|", "0x1234|", 0x1234UL)]
    [InlineData("%pS|", "0x1234|", 0x1234UL)]
    [InlineData("%pB|", "0x1234|", 0x1234UL)]
    [InlineData("%20ps|", "              0x1234|", 0x1234UL)]
    [InlineData("%20pB|", "0x1234|", 0x1234UL)]
    [InlineData("%pI4|", "0.0.0.0|", 0UL)]
    [InlineData("%pi4|", "000.000.000.000|", 0UL)]
    [InlineData("%pI6|", "0000:0000:0000:0000:0000:0000:0000:0000|", 0UL)]
    [InlineData("%pi6|", "00000000000000000000000000000000|", 0UL)]
    [InlineData("%20pI4|", "0.0.0.0|", 0UL)]
    [InlineData("%pI6c|", "0000:0000:0000:0000:0000:0000:0000:0000|", 0UL)]
    [InlineData("a\tb\n", "a\tb\n")]
    [InlineData("%d %d %d", "1 2 3", 1UL, 2UL, 3UL)]
    [InlineData("%d%s", "1", 1UL, 0UL)]
    [InlineData("%0 5d|", " 0003|", 3UL)]
    [InlineData("%-+5d|", "+3   |", 3UL)]
    public void It_prints_what_the_kernel_prints(string format, string expected, params ulong[] arguments)
    {
        using var log = new TraceCapture();

        Assert.Equal(expected.Length, TraceLog.Print(Encoding.Latin1.GetBytes(format), arguments));

        Assert.Equal([expected], log.Lines);
    }

    [Theory]
    [InlineData("%", -Errno.EINVAL)]
    [InlineData("%z", -Errno.EINVAL)]
    [InlineData("%s%", -Errno.EINVAL)]
    [InlineData("%l", -Errno.EINVAL)]
    [InlineData("%lc", -Errno.EINVAL)]
    [InlineData("%d %d %d %d", -Errno.EINVAL)]
    [InlineData("%hd", -Errno.EINVAL)]
    [InlineData("%sx", -Errno.EINVAL)]
    [InlineData("%pksx", -Errno.EINVAL)]
    [InlineData("%pk", -Errno.EINVAL)]
    [InlineData("%pu", -Errno.EINVAL)]
    [InlineData("%pI5", -Errno.EINVAL)]
    [InlineData("%pI", -Errno.EINVAL)]
    [InlineData("%pA", -Errno.EINVAL)]
    [InlineData("%#x", -Errno.EINVAL)]
    [InlineData("%.3d", -Errno.EINVAL)]
    [InlineData("%*d", -Errno.EINVAL)]
    [InlineData("\u0001", -Errno.EINVAL)]
    [InlineData("\u007F", -Errno.EINVAL)]
    [InlineData("\u00C3\u00A4", 2)]
    [InlineData("%lll", -Errno.EINVAL)]
    [InlineData("%llld", -Errno.EINVAL)]
    [InlineData("%d %", -Errno.EINVAL)]
    [InlineData("%o", -Errno.EINVAL)]
    [InlineData("%n", -Errno.EINVAL)]
    [InlineData("%5", -Errno.EINVAL)]
    [InlineData("% ", -Errno.EINVAL)]
    [InlineData("%b", -Errno.EINVAL)]
    [InlineData("%P", -Errno.EINVAL)]
    [InlineData("%ls", -Errno.EINVAL)]
    [InlineData("%s1", -Errno.EINVAL)]
    [InlineData("%s.", 1)]
    [InlineData("%s\n", 1)]
    [InlineData("%pF", -Errno.EINVAL)]
    [InlineData("%pe", -Errno.EINVAL)]
    [InlineData("%pi4x", 15)]
    [InlineData("%99999d", 99999)]
    [InlineData("%600d", 600)]
    [InlineData("%1024d", 1024)]
    public void It_refuses_what_the_kernel_refuses(string format, int expected)
    {
        using var log = new TraceCapture();

        Assert.Equal(expected, TraceLog.Print(Encoding.Latin1.GetBytes(format), 1, 2, 3));

        Assert.Equal(expected < 0 ? 0 : 1, log.Lines.Count);
    }

    [Theory]
    [InlineData("\u0080", 1)]
    [InlineData("\u00FF", 1)]
    [InlineData("%\u00C3", -Errno.EINVAL)]
    [InlineData("%d\u00C3", 2)]
    [InlineData("%s\u00C3", -Errno.EINVAL)]
    [InlineData("%p\u00C3", -Errno.EINVAL)]
    [InlineData("%pks\u00C3", -Errno.EINVAL)]
    [InlineData("%5\u00C3", -Errno.EINVAL)]
    [InlineData("\u00A0\u0085", 2)]
    [InlineData("%c\u00C3", 2)]
    [InlineData("%pI4\u00C3", 7)]
    [InlineData("%px\u00C3", 16)]
    public void Bytes_beyond_ASCII_are_printed_outside_of_conversions(string format, int expected) =>
        Assert.Equal(expected, TraceLog.Print(Encoding.Latin1.GetBytes(format), 0, 0, 0));

    [Theory]
    [InlineData("%s|", "text|")]
    [InlineData("%pus|", "text|")]
    [InlineData("%pks|", "text|")]
    [InlineData("%6s|", "  text|")]
    [InlineData("%-6s|", "text  |")]
    [InlineData("%6pus|", "text|")]
    [InlineData("%pI4", "116.101.120.116")]
    [InlineData("%pi4", "116.101.120.116")]
    [InlineData("%pI6", "7465:7874:0001:0203:0405:0607:0809:0a0b")]
    [InlineData("%pi6", "746578740001020304050607080" + "90a0b")]
    public void Strings_and_network_addresses_are_read_by_their_address(string format, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read by its address on Linux only.");
        using var log = new TraceCapture();
        var memory = GC.AllocateArray<byte>(16, pinned: true);
        "text\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\n\u000b"u8.CopyTo(memory);

        Assert.Equal(expected.Length, TraceLog.Print(Encoding.Latin1.GetBytes(format), Address(memory)));

        Assert.Equal([expected], log.Lines);
    }

    [Fact]
    public void Strings_share_512_bytes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read by its address on Linux only.");
        using var log = new TraceCapture();
        var text = GC.AllocateArray<byte>(600, pinned: true);
        text.AsSpan().Fill((byte)'a');

        Assert.Equal(511, TraceLog.Print("%s"u8, Address(text)));
        Assert.Equal(-Errno.ENOSPC, TraceLog.Print("%s%s"u8, Address(text), Address(text)));
        Assert.Equal(-Errno.ENOSPC, TraceLog.Print("%s%d"u8, Address(text), 1));
        Assert.Equal(-Errno.ENOSPC, TraceLog.Print("%s%c"u8, Address(text), 'a'));
        Assert.Equal(-Errno.ENOSPC, TraceLog.Print("%s%px"u8, Address(text), 1));
        Assert.Equal(-Errno.ENOSPC, TraceLog.Print("%s%pB"u8, Address(text), 1));
        Assert.Equal(-Errno.ENOSPC, TraceLog.Print("%s%pI4"u8, Address(text), 1));

        Assert.Equal([new string('a', 511)], log.Lines);
    }

    private static unsafe ulong Address(byte[] pinned) => (ulong)(nuint)Unsafe.AsPointer(ref pinned[0]);
}
