using System.Runtime.CompilerServices;
using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class OpaqueDynptrs
{
    [BpfProgram("cgroup_skb/egress")]
    public static int CopiedByAssignment(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        var copy = ptr; // expect DYN010
        return bpf_dynptr_size(copy) > 0 ? 1 : 0;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int PassedByValue(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        return SizeOf(ptr) > 0 ? 1 : 0; // expect DYN010
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int ReinterpretedAsBytes(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out var ptr);
        return Unsafe.As<Dynptr, byte>(ref ptr) & 1; // expect DYN010
    }

    private static int SizeOf(Dynptr ptr) => (int)bpf_dynptr_size(ptr);
}
