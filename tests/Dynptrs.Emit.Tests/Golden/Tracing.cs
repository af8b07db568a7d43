using System;
using Dynptrs;
using static Golden.Tracing.Bpf;

namespace Golden.Tracing;

[BpfHelpers]
internal static partial class Bpf;

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly RingBuf Events = new(4096);

    [BpfProgram("lsm.s/file_open")]
    public static int OnOpen(KernelFile file)
    {
        var error = bpf_ringbuf_reserve_dynptr(Events, 64, 0, out var ptr);
        if (error == 0)
        {
            bpf_get_file_xattr(file, "user.tag"u8, ptr);
            bpf_printk("opened %d"u8, 1);
        }

        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }
}
