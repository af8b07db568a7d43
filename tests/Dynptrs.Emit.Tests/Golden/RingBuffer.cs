using System.Runtime.InteropServices;
using Dynptrs;
using static Golden.RingBuffer.Bpf;

namespace Golden.RingBuffer;

[BpfHelpers(Include = ["bpf_ringbuf_*", "bpf_dynptr_*", "bpf_get_current_pid_tgid", "bpf_ktime_get_ns"])]
internal static partial class Bpf;

[StructLayout(LayoutKind.Sequential)]
internal struct Event
{
    public ulong Time;
    public int Pid;
    public bool IsKernelThread;
}

[BpfObject(License = "GPL")]
internal static partial class Filter
{
    public static readonly RingBuf Events = new(1 << 16);
    public static readonly int MinimumPid = 100;
    public static ulong Lost;

    [BpfProgram("raw_tp/sys_enter")]
    public static int OnSystemCall(TracepointContext ctx)
    {
        var pid = (int)(bpf_get_current_pid_tgid() >> 32);
        if (pid < MinimumPid)
            return 0;
        var entry = new Event { Time = bpf_ktime_get_ns(), Pid = pid, IsKernelThread = pid == 0 };
        if (bpf_ringbuf_reserve_dynptr(Events, 24, 0, out var ptr) != 0)
        {
            Lost++;
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        if (bpf_dynptr_write(ptr, 0, in entry, 0) != 0)
        {
            bpf_ringbuf_discard_dynptr(ref ptr, 0);
            return 0;
        }

        bpf_ringbuf_submit_dynptr(ref ptr, 0);
        return 0;
    }
}
