using System.Runtime.CompilerServices;
using Dynptrs;
using static Rejected.Bpf;

namespace Rejected;

internal static class OpaqueDynptrs
{
    [BpfProgram("cgroup_skb/egress")]
    public static int CopiedByAssignment(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        Dynptr copy = ptr; // expect DYN010
        return (int)bpf_dynptr_size(copy);
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int PassedByValue(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        return SizeOf(ptr); // expect DYN010
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int ReinterpretedAsBytes(SkBuff skb)
    {
        bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
        return Unsafe.As<Dynptr, byte>(ref ptr); // expect DYN010
    }

    private static int SizeOf(Dynptr ptr) => (int)bpf_dynptr_size(ptr);
}
