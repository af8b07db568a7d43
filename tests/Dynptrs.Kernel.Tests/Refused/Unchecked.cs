using static Dynptrs.Kernel.Tests.Refused.Bpf;

namespace Dynptrs.Kernel.Tests.Refused;

/// <summary>Uses a slice that may be null.</summary>
[BpfObject(License = "GPL")]
internal static partial class Unchecked
{
    public static readonly RingBuf Events = new(maxEntries: 4096);

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnSystemCall(TracepointContext ctx)
    {
        bpf_ringbuf_reserve_dynptr(Events, 64, 0, out var ptr);
        var data = bpf_dynptr_data<int>(ptr, 0);
        data.Value = 1;
        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
