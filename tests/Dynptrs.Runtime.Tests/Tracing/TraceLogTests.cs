using System;
using System.Globalization;
using System.Text;

namespace Dynptrs.Tests.Tracing;

public class TraceLogTests
{
    [Fact]
    public void A_line_says_where_and_when_it_was_printed()
    {
        using var log = new TraceCapture();
        var before = KernelClock.GetNanoseconds();

        Assert.Equal(5, TraceLog.Print("hello"u8));

        var line = Assert.Single(log.Events);
        Assert.Equal("hello", line.Text);
        Assert.Equal("hello", line.ToString());
        Assert.Equal((uint)CurrentTask.GetPidTgid(), line.ThreadId);
        Assert.InRange(line.Cpu, 0u, (uint)CurrentCpu.Count - 1);
        Assert.InRange(line.Timestamp, before, KernelClock.GetNanoseconds());
    }

    [Fact]
    public void A_format_ends_at_its_zero()
    {
        using var log = new TraceCapture();

        Assert.Equal(1, TraceLog.Print("a\0b"u8));
        Assert.Equal(1, TraceLog.PrintTerminated("b\0%"u8));
        Assert.Equal(3, TraceLog.PrintTerminated("%d%u\0"u8, 1, 22, 0));
        Assert.Equal(-Errno.EINVAL, TraceLog.PrintTerminated("b"u8));
        Assert.Equal(-Errno.EINVAL, TraceLog.PrintTerminated("%d"u8, 1, 0, 0));
        Assert.Equal(-Errno.EINVAL, TraceLog.PrintTerminated("%d"u8, [1]));
        Assert.Equal(1, TraceLog.PrintTerminated("%d\0"u8, [4]));

        Assert.Equal(["a", "b", "122", "4"], log.Lines);
    }

    [Fact]
    public void What_is_not_given_is_zero_while_there_are_at_most_three()
    {
        using var log = new TraceCapture();

        Assert.Equal(6, TraceLog.Print("%d %d %d\n"u8));
        Assert.Equal(5, TraceLog.Print("%d %d %d"u8, 1));
        Assert.Equal(5, TraceLog.Print("%d %d %d"u8, 1, 2));
        Assert.Equal(-Errno.EINVAL, TraceLog.Print("%d %d %d %d"u8, 1, 2, 3));

        Assert.Equal(["0 0 0\n", "1 0 0", "1 2 0"], log.Lines);
    }

    [Fact]
    public void Up_to_twelve_numbers_are_printed()
    {
        using var log = new TraceCapture();
        Span<ulong> numbers = stackalloc ulong[13];
        numbers.Fill(7);

        Assert.Equal(12, TraceLog.Print("%d%d%d%d%d%d%d%d%d%d%d%d"u8, numbers[..12]));
        Assert.Equal(-Errno.EINVAL, TraceLog.Print("%d%d%d%d%d%d%d%d%d%d%d%d"u8, numbers[..11]));
        Assert.Equal(-Errno.EINVAL, TraceLog.Print("%d"u8, numbers));
        Assert.Equal(-Errno.EINVAL, TraceLog.Print("%d"u8, []));

        Assert.Equal([new string('7', 12)], log.Lines);
    }

    [Fact]
    public void A_line_holds_1023_characters_but_all_are_counted()
    {
        using var log = new TraceCapture();

        Assert.Equal(1030, TraceLog.Print(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"%{1029}d|")), 1));

        Assert.Equal(new string(' ', 1023), Assert.Single(log.Lines));
    }

    [Fact]
    public void Without_a_listener_lines_are_counted_all_the_same() => Assert.Equal(4, TraceLog.Print("%d%d"u8, 12, 34));
}
