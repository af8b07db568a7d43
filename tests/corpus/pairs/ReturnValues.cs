using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

internal static class ReturnValues
{
    private static ulong total;

    [BpfProgram("fentry/bpf_fentry_test1")]
    public static int fentry_returns_one(TracepointContext ctx)
    {
        total++;
        return 1;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_returns_five(SkBuff skb)
    {
        total++;
        return 5;
    }

    [BpfProgram("lsm/file_open")]
    public static int lsm_returns_a_positive_number(TracepointContext ctx)
    {
        total++;
        return 7;
    }

    [BpfProgram("fentry/bpf_fentry_test1")]
    public static int fentry_returns_zero(TracepointContext ctx)
    {
        total++;
        return 0;
    }

    [BpfProgram("fexit/bpf_fentry_test1")]
    public static int fexit_returns_one(TracepointContext ctx)
    {
        total++;
        return 1;
    }

    [BpfProgram("cgroup_skb/egress")]
    public static int cgroup_skb_egress_returns_three(SkBuff skb)
    {
        return 3;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int cgroup_skb_ingress_returns_two(SkBuff skb)
    {
        return 2;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int cgroup_skb_ingress_returns_one(SkBuff skb)
    {
        return 1;
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int cgroup_skb_ingress_returns_one_of_four(SkBuff skb)
    {
        return (int)(bpf_get_prandom_u32() & 3);
    }

    [BpfProgram("cgroup_skb/ingress")]
    public static int cgroup_skb_ingress_returns_one_of_two(SkBuff skb)
    {
        return (int)(bpf_get_prandom_u32() & 1);
    }

    [BpfProgram("lsm/file_open")]
    public static int lsm_returns_an_error(TracepointContext ctx)
    {
        return -1;
    }

    [BpfProgram("lsm/file_open")]
    public static int lsm_returns_less_than_any_error(TracepointContext ctx)
    {
        return -4096;
    }

    [BpfProgram("lsm/file_open")]
    public static int lsm_returns_one_for_an_error(TracepointContext ctx)
    {
        bpf_dynptr_from_mem(ref total, 0, out var ptr);
        var err = bpf_dynptr_write(ptr, 0, 5u, 0);
        return err != 0 ? 1 : 0;
    }

    [BpfProgram("lsm/inode_xattr_skipcap")]
    public static int lsm_decision_returns_one(TracepointContext ctx)
    {
        return 1;
    }

    [BpfProgram("xdp")]
    public static int xdp_returns_an_unknown_number(XdpBuff xdp)
    {
        return (int)bpf_get_prandom_u32();
    }
}
