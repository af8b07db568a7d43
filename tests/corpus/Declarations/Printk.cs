using System;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    [BpfHelper("bpf_trace_printk", Since = "4.1", Summary = "Writes a line to the trace log.")]
    public static int bpf_printk(scoped ReadOnlySpan<byte> format, ulong first = 0, ulong second = 0, ulong third = 0) =>
        throw new NotSupportedException();
}
