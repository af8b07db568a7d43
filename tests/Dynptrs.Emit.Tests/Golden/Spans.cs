using System;
using Dynptrs;
using static Golden.Spans.Bpf;

namespace Golden.Spans;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly RingBuf Events = new(4096);

    [BpfProgram("raw_tp/sys_enter")]
    public static int Run(TracepointContext ctx)
    {
        Span<byte> name = stackalloc byte[16];
        if (bpf_get_current_comm(name) != 0)
            return 0;
        if (!name.StartsWith("ssh"u8))
            return 0;
        name[..4].CopyTo(name[8..]);
        Send(name[..8]);
        Send(name);
        return 0;
    }

    private static void Send(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 4)
            bpf_ringbuf_output(Events, bytes, 0);
    }
}
