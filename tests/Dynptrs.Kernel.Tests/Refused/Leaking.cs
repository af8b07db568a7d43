using static Dynptrs.Kernel.Tests.Refused.Bpf;

namespace Dynptrs.Kernel.Tests.Refused;

/// <summary>Loses a record.</summary>
[BpfObject(License = "GPL")]
internal static partial class Leaking
{
    public static readonly RingBuf Events = new(maxEntries: 4096);

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnSystemCall(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Events, 64, 0, out var ptr);
        return 0;
    }
}
