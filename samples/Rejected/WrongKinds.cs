using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class WrongKinds
{
    [BpfProgram("cgroup_skb/egress")]
    public static int PacketReleased(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0); // expect DYN011
        return 1;
    }

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int MemoryOnTheStack(TracepointContext ctx)
    {
        ulong onStack = 0;
        bpf_dynptr_from_mem(ref onStack, 0, out var _); // expect DYN011
        return 0;
    }
}
