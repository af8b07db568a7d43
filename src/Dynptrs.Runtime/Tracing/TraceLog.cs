using System;
using System.Text;

namespace Dynptrs;

/// <summary>What programs print: <c>bpf_printk</c>, and the host's end of it.</summary>
/// <remarks>
/// <para>
/// Formats are those of the kernel: <c>%d %i %u %x %X</c>, each also with <c>l</c> or <c>ll</c>, <c>%c</c>, <c>%p %pK %px</c>,
/// <c>%s %pks %pus</c> for the string at an address, <c>%pI4 %pi4 %pI6 %pi6</c> for the network address at an address, <c>%ps %pS %pB</c>
/// for the name of a symbol, and <c>%%</c>; a width, and the flags <c>0 + -</c> and blank, may stand before the letter.
/// </para>
/// <para>
/// Approximated: the kernel scrambles what <c>%p</c> prints, with a secret of its own; here the address is printed. No symbol has a name
/// here, so the address is printed, as the kernel does for those that it does not know. An address that cannot be read gives an empty
/// string, and outside Linux none can.
/// </para>
/// </remarks>
public static class TraceLog
{
    private const int MaxLine = 1024;
    private const int MaxArguments = 12;

    /// <summary>Raised for each line, on the thread that printed it, before the call that printed it is over.</summary>
    public static event EventHandler<TraceLineEventArgs>? LineWritten;

    /// <summary>Prints a line.</summary>
    /// <param name="format">The format, which ends at its first zero or with the span.</param>
    /// <returns>
    /// The number of characters printed; <c>-EINVAL</c> for a format with a control character, or with a conversion that there is not.
    /// </returns>
    /// <remarks>Follows the macro <c>bpf_printk</c>. What the format asks for and is not given is 0.</remarks>
    [BpfHelper("bpf_printk", Id = 6, Arguments = ["format", "sizeof format + 1"],
        Since = "4.1", GplOnly = true, Summary = "Prints a line to the trace log.")]
    public static int Print([ConstantString] scoped ReadOnlySpan<byte> format) => Print(format, 0, 0, 0);

    /// <summary>Prints a line with a number.</summary>
    /// <param name="format">The format, which ends at its first zero or with the span.</param>
    /// <param name="first">What is printed for the first conversion: a number, or the address of a string.</param>
    /// <returns>As <see cref="Print(ReadOnlySpan{byte}, ulong, ulong, ulong)"/>.</returns>
    /// <remarks>Follows the macro <c>bpf_printk</c>. What the format asks for and is not given is 0.</remarks>
    [BpfHelper("bpf_printk", Id = 6, Arguments = ["format", "sizeof format + 1", "first"],
        Since = "4.1", GplOnly = true, Summary = "Prints a line with a number to the trace log.")]
    public static int Print([ConstantString] scoped ReadOnlySpan<byte> format, ulong first) => Print(format, first, 0, 0);

    /// <summary>Prints a line with two numbers.</summary>
    /// <param name="format">The format, which ends at its first zero or with the span.</param>
    /// <param name="first">What is printed for the first conversion: a number, or the address of a string.</param>
    /// <param name="second">What is printed for the second.</param>
    /// <returns>As <see cref="Print(ReadOnlySpan{byte}, ulong, ulong, ulong)"/>.</returns>
    /// <remarks>Follows the macro <c>bpf_printk</c>. What the format asks for and is not given is 0.</remarks>
    [BpfHelper("bpf_printk", Id = 6, Arguments = ["format", "sizeof format + 1", "first", "second"],
        Since = "4.1", GplOnly = true, Summary = "Prints a line with two numbers to the trace log.")]
    public static int Print([ConstantString] scoped ReadOnlySpan<byte> format, ulong first, ulong second) =>
        Print(format, first, second, 0);

    /// <summary>Prints a line with three numbers.</summary>
    /// <param name="format">The format, which ends at its first zero or with the span.</param>
    /// <param name="first">What is printed for the first conversion: a number, or the address of a string.</param>
    /// <param name="second">What is printed for the second.</param>
    /// <param name="third">What is printed for the third.</param>
    /// <returns>
    /// The number of characters printed, which may be more than the 1,023 that a line holds; <c>-EINVAL</c> for a format with more than
    /// three conversions, with a control character, or with a conversion that there is not; <c>-ENOSPC</c> for strings that are too long
    /// together.
    /// </returns>
    /// <remarks>Follows the macro <c>bpf_printk</c>.</remarks>
    [BpfHelper("bpf_printk", Id = 6, Arguments = ["format", "sizeof format + 1", "first", "second", "third"],
        Since = "4.1", GplOnly = true, Summary = "Prints a line with three numbers to the trace log.")]
    public static int Print([ConstantString] scoped ReadOnlySpan<byte> format, ulong first, ulong second, ulong third) =>
        Write(format, [first, second, third]);

    /// <summary>Prints a line with up to twelve numbers.</summary>
    /// <param name="format">The format, which ends at its first zero or with the span.</param>
    /// <param name="arguments">What is printed for the conversions, one after the other: numbers, or addresses of strings.</param>
    /// <returns>
    /// The number of characters printed, which may be more than the 1,023 that a line holds; <c>-EINVAL</c> for more than twelve arguments,
    /// and for a format with more conversions than arguments, with a control character, or with a conversion that there is not;
    /// <c>-ENOSPC</c> for strings that are too long together.
    /// </returns>
    /// <remarks>Follows <c>bpf_trace_vprintk</c>, to which the macro <c>bpf_printk</c> expands for more than three arguments.</remarks>
    [BpfHelper("bpf_trace_vprintk", Id = 177, Arguments = ["format", "sizeof format + 1", "arguments", "sizeof arguments"],
        Since = "5.16", GplOnly = true, ExceptProgramTypes = ["LIRC_MODE2"], HasStub = false)]
    public static int Print(scoped ReadOnlySpan<byte> format, [MayBeNull] scoped ReadOnlySpan<ulong> arguments) =>
        arguments.Length > MaxArguments ? -Errno.EINVAL : Write(format, arguments);

    /// <summary>Prints a line with a format that is ended by a zero.</summary>
    /// <param name="format">The format with the zero that ends it.</param>
    /// <returns>As <see cref="PrintTerminated(ReadOnlySpan{byte}, ulong, ulong, ulong)"/>.</returns>
    /// <remarks>Follows <c>bpf_trace_printk</c>. What the format asks for and is not given is 0.</remarks>
    [BpfHelper("bpf_trace_printk", Id = 6,
        Since = "4.1", GplOnly = true, Summary = "Prints a line to the trace log; the format ends with a zero.")]
    public static int PrintTerminated([MinimumSize(1)] scoped ReadOnlySpan<byte> format) => PrintTerminated(format, 0, 0, 0);

    /// <summary>Prints a line with up to three numbers, and a format that is ended by a zero.</summary>
    /// <param name="format">The format with the zero that ends it.</param>
    /// <param name="first">What is printed for the first conversion: a number, or the address of a string.</param>
    /// <param name="second">What is printed for the second.</param>
    /// <param name="third">What is printed for the third.</param>
    /// <returns>
    /// As <see cref="Print(ReadOnlySpan{byte}, ulong, ulong, ulong)"/>, and <c>-EINVAL</c> for a format without the zero.
    /// </returns>
    /// <remarks>Follows <c>bpf_trace_printk</c>.</remarks>
    [BpfHelper("bpf_trace_printk", Id = 6, Since = "4.1", GplOnly = true,
        Summary = "Prints a line with up to three numbers to the trace log; the format ends with a zero.")]
    public static int PrintTerminated([MinimumSize(1)] scoped ReadOnlySpan<byte> format, ulong first, ulong second, ulong third) =>
        format.Contains((byte)0) ? Write(format, [first, second, third]) : -Errno.EINVAL;

    /// <summary>Prints a line with up to twelve numbers, and a format that is ended by a zero.</summary>
    /// <param name="format">The format with the zero that ends it.</param>
    /// <param name="arguments">What is printed for the conversions, one after the other: numbers, or addresses of strings.</param>
    /// <returns>
    /// As <see cref="Print(ReadOnlySpan{byte}, ReadOnlySpan{ulong})"/>, and <c>-EINVAL</c> for a format without the zero.
    /// </returns>
    /// <remarks>Follows <c>bpf_trace_vprintk</c>.</remarks>
    [BpfHelper("bpf_trace_vprintk", Id = 177, Since = "5.16", GplOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Prints a line with up to twelve numbers to the trace log; the format ends with a zero.")]
    public static int PrintTerminated(
        [MinimumSize(1)] scoped ReadOnlySpan<byte> format,
        [MayBeNull] scoped ReadOnlySpan<ulong> arguments) =>
        format.Contains((byte)0) ? Print(format, arguments) : -Errno.EINVAL;

    private static int Write(scoped ReadOnlySpan<byte> format, scoped ReadOnlySpan<ulong> arguments)
    {
        var end = format.IndexOf((byte)0);
        Span<byte> line = stackalloc byte[MaxLine];
        var length = new TraceFormatter(end < 0 ? format : format[..end], arguments, line).Format();
        if (length >= 0)
            LineWritten?.Invoke(null, MakeLine(line[..Math.Min(length, MaxLine - 1)]));
        return length;
    }

    // Apart, so that nothing is made for a line that nobody reads.
    private static TraceLineEventArgs MakeLine(ReadOnlySpan<byte> line) =>
        new(Encoding.UTF8.GetString(line), (uint)CurrentTask.GetPidTgid(), CurrentCpu.GetId(), KernelClock.GetNanoseconds());
}
